//! Begins things at a fixed pace, whether or not earlier ones have ended.
//!
//! A crowd does not wait for the slow. A generator that does (one request after the other per connection) begins fewer while the program hangs, and so measures
//! the hang once instead of for everybody who would have come meanwhile ("coordinated omission"). Here the moment at which something should have begun is fixed
//! beforehand, and its time counts from that moment.

use std::future::Future;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::Instant;

/// Calls `begin` `per_second` times a second for that long, each with its number and the moment it should have begun, and waits for all of them.
pub async fn keep<T, F>(per_second: u32, length: Duration, mut begin: impl FnMut(u64, Instant) -> F) -> Vec<T>
where
    F: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    let start = Instant::now();
    let mut under_way = JoinSet::new();
    for number in 0_u32.. {
        let due = Duration::from_secs(1) * number / per_second.max(1);
        if due >= length || per_second == 0 {
            break;
        }
        tokio::time::sleep_until(start + due).await;
        under_way.spawn(begin(u64::from(number), start + due));
    }
    under_way.join_all().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(flavor = "current_thread")]
    async fn those_who_come_while_the_door_is_stuck_count_their_waiting() {
        let door = std::sync::Arc::new(tokio::sync::Mutex::new(()));
        let waited = keep(100, Duration::from_millis(200), |number, due| {
            let door = std::sync::Arc::clone(&door);
            async move {
                let _inside = door.lock().await;
                if number == 0 {
                    tokio::time::sleep(Duration::from_millis(150)).await;
                }
                due.elapsed()
            }
        })
        .await;
        assert_eq!(waited.len(), 20);
        let slow = waited.iter().filter(|time| **time > Duration::from_millis(40)).count();
        assert!(slow >= 8, "a stuck door must show for everybody behind it: {waited:?}");
    }
}
