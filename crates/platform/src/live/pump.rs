//! Keeps a hub going: hears which topics have something new, from this process and from others, reads it once and hands it out. Every few seconds it looks at all
//! topics anyway; that is what can be relied on.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::broadcast::error::RecvError;
use tokio::sync::mpsc;
use tokio::time::Instant;

use super::bell::{self, CHANNEL};
use super::hub::{Hub, Item};
use super::store;

/// All followed topics are looked at this often whatever happens.
const POLL: Duration = Duration::from_secs(2);
/// Other processes are told at most this often, about all topics that have something new.
const TELL: Duration = Duration::from_millis(100);
/// PostgreSQL takes payloads below 8000 bytes.
const PAYLOAD: usize = 7000;

type Topics = BTreeSet<Arc<str>>;

/// What was heard.
enum Heard {
    Topics(Topics),
    /// Something may have been missed.
    LookAtAll,
}

/// Never ends.
pub(super) async fn run(hub: &Hub) {
    let mut own = bell::hear();
    let (tell, mut others) = mpsc::channel(64);
    // Ends with this future, because it is polled inside it.
    let listening = listen(hub, tell);
    tokio::pin!(listening);
    let mut to_tell = Topics::new();
    let mut tell_at = Instant::now();
    let mut look_at = Instant::now() + POLL;
    loop {
        let heard = tokio::select! {
            ring = own.recv() => own_ring(ring, &mut own, &mut to_tell),
            Some(heard) = others.recv() => heard,
            () = &mut listening => Heard::LookAtAll,
            () = tokio::time::sleep_until(tell_at), if !to_tell.is_empty() => {
                tell_others(hub, &mut to_tell).await;
                tell_at = Instant::now() + TELL;
                continue;
            }
            () = tokio::time::sleep_until(look_at) => Heard::LookAtAll,
        };
        let looked = match heard {
            Heard::Topics(topics) => look(hub, topics).await,
            Heard::LookAtAll => {
                look_at = Instant::now() + POLL;
                look_at_all(hub).await
            }
        };
        if let Err(error) = looked {
            tracing::warn!(%error, "live events cannot be read; next try in two seconds");
        }
    }
}

/// Takes all rings that have come meanwhile, so that a flood of events is read in portions.
fn own_ring(first: Result<Arc<str>, RecvError>, own: &mut tokio::sync::broadcast::Receiver<Arc<str>>, to_tell: &mut Topics) -> Heard {
    let mut topics = Topics::new();
    match first {
        Ok(topic) => topics.insert(topic),
        Err(_) => return Heard::LookAtAll,
    };
    loop {
        match own.try_recv() {
            Ok(topic) => topics.insert(topic),
            Err(tokio::sync::broadcast::error::TryRecvError::Lagged(_)) => return Heard::LookAtAll,
            Err(_) => break,
        };
    }
    to_tell.extend(topics.iter().cloned());
    Heard::Topics(topics)
}

/// Reads what is new in topics that somebody follows here.
async fn look(hub: &Hub, topics: impl IntoIterator<Item = Arc<str>>) -> Result<(), db::Error> {
    for topic in topics {
        match hub.cursor(&topic) {
            None => {}
            Some(None) => {
                let last = store::position(&hub.0.db, &topic).await?;
                hub.hand_out(&topic, [Item::Look], last);
            }
            Some(Some(cursor)) => read_on(hub, &topic, cursor).await?,
        }
    }
    Ok(())
}

async fn read_on(hub: &Hub, topic: &str, mut cursor: i64) -> Result<(), db::Error> {
    loop {
        let events = store::after(&hub.0.db, topic, cursor).await?;
        let Some(last) = events.last().map(|event| event.number) else {
            return Ok(());
        };
        let is_whole = events.len() < usize::from(store::PORTION);
        hub.hand_out(topic, events.into_iter().map(Item::Event), last);
        cursor = last;
        if is_whole {
            return Ok(());
        }
    }
}

async fn look_at_all(hub: &Hub) -> Result<(), db::Error> {
    for portion in hub.followed().chunks(1000) {
        let positions = store::positions(&hub.0.db, portion).await?;
        let news = positions
            .into_iter()
            .filter(|(topic, last)| hub.cursor(topic).is_some_and(|cursor| cursor != Some(*last)));
        look(hub, news.map(|(topic, _)| topic.into()).collect::<Vec<_>>()).await?;
    }
    Ok(())
}

async fn tell_others(hub: &Hub, topics: &mut Topics) {
    let topics = std::mem::take(topics);
    if hub.0.db.engine() == db::Engine::Sqlite {
        return; // there is nobody else
    }
    let told = async {
        let mut tx = hub.0.db.begin().await?;
        for payload in payloads(&topics) {
            tx.notify(CHANNEL, &payload).await?;
        }
        tx.commit().await
    };
    if let Err(error) = told.await {
        tracing::debug!(%error, "other processes could not be told of live events; they find them by themselves");
    }
}

fn payloads(topics: &Topics) -> Vec<String> {
    let mut payloads: Vec<String> = Vec::new();
    for topic in topics.iter().filter(|topic| topic.len() <= PAYLOAD) {
        match payloads.last_mut() {
            Some(payload) if payload.len() + 1 + topic.len() <= PAYLOAD => {
                payload.push('\n');
                payload.push_str(topic);
            }
            _ => payloads.push(topic.to_string()),
        }
    }
    payloads
}

/// Hears other processes. Never ends; on SQLite there are none, and it waits for ever.
async fn listen(hub: &Hub, tell: mpsc::Sender<Heard>) {
    let mut pause = Duration::from_millis(500);
    loop {
        match hub.0.db.listen(CHANNEL).await {
            Ok(None) => std::future::pending().await,
            Ok(Some(mut listener)) => {
                pause = Duration::from_millis(500);
                let _ = tell.send(Heard::LookAtAll).await; // whatever came before we listened
                loop {
                    let heard = match listener.recv().await {
                        Ok(Some(payload)) => Heard::Topics(payload.lines().map(Arc::from).collect()),
                        Ok(None) => Heard::LookAtAll,
                        Err(_) => break,
                    };
                    let _ = tell.send(heard).await; // the other end lives as long as this future
                }
            }
            Err(error) => tracing::debug!(%error, "not listening for live events of other processes"),
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(Duration::from_secs(30));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_topics_travel_in_few_payloads_and_none_is_cut() {
        let topics: Topics = (0..1000).map(|number| Arc::from(format!("course/{number:020}/da"))).collect();
        let payloads = payloads(&topics);
        assert!(payloads.len() < 8 && payloads.iter().all(|payload| payload.len() <= PAYLOAD));
        let back: Topics = payloads.iter().flat_map(|payload| payload.lines()).map(Arc::from).collect();
        assert_eq!(back, topics);
    }
}
