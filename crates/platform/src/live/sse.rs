//! A subscription as an answer to a browser's `EventSource`: server-sent events.

use std::convert::Infallible;
use std::fmt::Write as _;
use std::time::Duration;

use axum::body::{Body, Bytes};
use futures_util::stream;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use jiff::{SignedDuration, Timestamp};

use super::store;
use super::subscription::{Delivery, Subscription};
use crate::App;
use crate::web::{Answer, Response};

/// A sign of life this often keeps proxies from closing the line and finds dead ones.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// Somebody who comes without a number has fetched the page a moment ago, perhaps from a proxy that may keep it for ten seconds. Events since then are sent again.
const FRESH: SignedDuration = SignedDuration::from_secs(20);
/// After this many seconds, a browser that found no room may try again.
const TRY_AGAIN: &str = "15";

/// Follows a topic for as long as the page is open. A browser that lost the line says with `Last-Event-ID` where it was, and gets exactly what it missed; if that is
/// too old to be known it gets the event `reset`. With as many followers as this process may hold, the answer is 503 with `Retry-After`.
///
/// # Errors
/// As the database's.
pub async fn sse(app: &App, topic: &str, headers: &HeaderMap) -> Answer {
    sse_from(app, topic, headers, None).await
}

/// Like [`sse`], for a page that knows the [`super::position`] it was made at, such as from `?from=17` in the stream's address.
///
/// # Errors
/// As the database's.
pub async fn sse_from(app: &App, topic: &str, headers: &HeaderMap, from: Option<i64>) -> Answer {
    let last_event_id = headers.get("last-event-id").and_then(|id| id.to_str().ok()?.trim().parse().ok());
    let last_seen = match last_event_id.or(from) {
        Some(number) => number,
        None => {
            let since = app.clock.now().checked_sub(FRESH).unwrap_or(Timestamp::MIN);
            store::position_before(&app.db, topic, since).await?
        }
    };
    Ok(match app.live.subscribe(topic, last_seen) {
        Ok(subscription) => stream(subscription, HEARTBEAT),
        Err(super::Full) => full(),
    })
}

fn stream(subscription: Subscription, heartbeat: Duration) -> Response {
    // The first words make the browser say that the line is open, and set its pause before it comes back.
    let first = stream::iter([Ok::<_, Infallible>(Bytes::from_static(b"retry: 3000\n\n"))]);
    let rest = stream::unfold(subscription, move |mut subscription| async move {
        let words = match tokio::time::timeout(heartbeat, subscription.next()).await {
            Ok(Some(delivery)) => Bytes::from(words(&delivery)),
            Ok(None) => return None,
            Err(_) => Bytes::from_static(b":\n\n"),
        };
        Some((Ok(words), subscription))
    });
    let mut response = Response::new(Body::from_stream(futures_util::StreamExt::chain(first, rest)));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Proxies of the nginx kind would otherwise collect the answer before they pass it on.
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    response
}

fn full() -> Response {
    let mut response = Response::new(Body::from("Too many live connections; the page is complete without.\n"));
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from_static(TRY_AGAIN));
    response
}

/// A delivery as the standard writes it. Every line of the data has its own `data:`; a line break in a name would start a field and becomes a blank.
fn words(delivery: &Delivery) -> String {
    let (number, name, data) = match delivery {
        Delivery::Event(event) => (event.number, &*event.name, &*event.data),
        Delivery::Reset(number) => (*number, ui::EVENT_RESET, ""),
    };
    let mut words = format!("id: {number}\nevent: {}\n", name.replace(['\r', '\n'], " "));
    for line in data.replace("\r\n", "\n").split(['\n', '\r']) {
        let _ = writeln!(words, "data: {line}"); // writing to a String cannot fail
    }
    words.push('\n');
    words
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt;

    use super::*;
    use crate::live::{Event, Hub};

    #[test]
    fn no_data_and_no_name_can_pretend_to_be_a_field() {
        let event = |name: &str, data: &str| {
            words(&Delivery::Event(Event {
                number: 7,
                name: name.into(),
                data: data.into(),
            }))
        };
        assert_eq!(
            event("swap", "<p>\r\nid: 9\rretry: 0\n</p>"),
            "id: 7\nevent: swap\ndata: <p>\ndata: id: 9\ndata: retry: 0\ndata: </p>\n\n"
        );
        assert_eq!(event("a\ndata: b", ""), "id: 7\nevent: a data: b\ndata: \n\n");
        assert_eq!(words(&Delivery::Reset(3)), "id: 3\nevent: reset\ndata: \n\n");
    }

    #[tokio::test]
    async fn a_quiet_line_gives_signs_of_life_and_ends_when_the_process_stops() {
        let database = db::testing::sqlite(&crate::migrations()).await;
        let hub = Hub::new(&database.db, 1);
        let mut body = stream(hub.subscribe("quiet", 0).expect("there is room"), Duration::from_millis(5)).into_body();
        let mut heard = String::new();
        while heard.matches(":\n\n").count() < 3 {
            let frame = body.frame().await.expect("the line is open").expect("it does not break");
            heard.push_str(std::str::from_utf8(frame.data_ref().expect("only data")).expect("text"));
        }
        assert!(heard.starts_with("retry: 3000\n\n:\n\n"), "{heard}");
        assert_eq!(hub.open(), 1);
        hub.clone().run(std::future::ready(())).await;
        while let Some(frame) = body.frame().await {
            frame.expect("it ends without an error");
        }
        drop(body);
        assert_eq!(hub.open(), 0);
    }
}
