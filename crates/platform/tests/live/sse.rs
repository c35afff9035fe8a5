//! What a browser's `EventSource` gets.

use std::time::Duration;

use http::HeaderMap;
use http_body_util::BodyExt;
use jiff::SignedDuration;
use platform::live;
use platform::testing::{TestApp, on_both_engines};
use platform::web::Response;

use crate::house::publish;

fn came_back_after(id: &str) -> HeaderMap {
    HeaderMap::from_iter([("last-event-id".parse().unwrap(), id.parse().unwrap())])
}

/// Everything that comes until the line is quiet for a moment.
async fn heard(response: Response) -> String {
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let mut body = response.into_body();
    let mut heard = String::new();
    while let Ok(Some(frame)) = tokio::time::timeout(Duration::from_millis(300), body.frame()).await {
        heard.push_str(std::str::from_utf8(frame.unwrap().data_ref().unwrap()).unwrap());
    }
    heard
}

fn ids(heard: &str) -> Vec<&str> {
    heard.lines().filter_map(|line| line.strip_prefix("id: ")).collect()
}

on_both_engines! {
    async fn a_browser_that_lost_the_line_gets_exactly_what_it_missed(house: TestApp) {
        for number in 1..=5 {
            publish(&house.db, &house.clock, "seats", &format!("{number}\nlines")).await;
        }
        let back = heard(live::sse(&house.app, "seats", &came_back_after("3")).await.unwrap()).await;
        assert_eq!(back, "retry: 3000\n\nid: 4\nevent: note\ndata: 4\ndata: lines\n\nid: 5\nevent: note\ndata: 5\ndata: lines\n\n");
        let away = heard(live::sse(&house.app, "seats", &came_back_after("77")).await.unwrap()).await;
        assert_eq!(away, "retry: 3000\n\nid: 5\nevent: reset\ndata: \n\n");
        let from = heard(live::sse_from(&house.app, "seats", &HeaderMap::new(), Some(4)).await.unwrap()).await;
        assert_eq!(ids(&from), ["5"]);
    }

    async fn a_browser_that_comes_for_the_first_time_gets_what_happened_since_its_page_was_made(house: TestApp) {
        publish(&house.db, &house.clock, "seats", "long ago").await;
        house.clock.advance(SignedDuration::from_mins(1));
        publish(&house.db, &house.clock, "seats", "while the page was on its way").await;
        house.clock.advance(SignedDuration::from_secs(5));
        for headers in [HeaderMap::new(), came_back_after("nonsense")] {
            assert_eq!(ids(&heard(live::sse(&house.app, "seats", &headers).await.unwrap()).await), ["2"]);
        }
        house.clock.advance(SignedDuration::from_mins(1));
        assert_eq!(heard(live::sse(&house.app, "seats", &HeaderMap::new()).await.unwrap()).await, "retry: 3000\n\n");
        assert_eq!(heard(live::sse(&house.app, "unheard-of", &HeaderMap::new()).await.unwrap()).await, "retry: 3000\n\n");
    }
}

on_both_engines! {
    TestApp::builder().setting("live-connections", "1");

    async fn who_finds_no_room_is_told_when_to_come_again(house: TestApp) {
        let first = live::sse(&house.app, "seats", &HeaderMap::new()).await.unwrap();
        let second = live::sse(&house.app, "seats", &HeaderMap::new()).await.unwrap();
        assert_eq!(second.status(), 503);
        assert_eq!(second.headers()["retry-after"], "15");
        drop(first);
        assert_eq!(live::sse(&house.app, "seats", &HeaderMap::new()).await.unwrap().status(), 200);
    }
}
