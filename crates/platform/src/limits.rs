//! Two nets against floods: a quick one in memory per address, and buckets in the database for what must hold across processes and restarts.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use db::{Tx, sql};
use jiff::{SignedDuration, Timestamp};

use crate::{Clock, Keys};

/// Addresses remembered before old ones are forgotten.
const MOST_ADDRESSES: usize = 50_000;

/// Counts requests per address in a window of one minute.
#[derive(Debug)]
pub struct FloodGuard {
    per_minute: u32,
    seen: Mutex<HashMap<IpAddr, (i64, u32)>>,
}

impl FloodGuard {
    /// A guard that lets so many requests a minute through from one address.
    #[must_use]
    pub fn new(per_minute: u32) -> Self {
        Self {
            per_minute,
            seen: Mutex::default(),
        }
    }

    /// Counts one request.
    ///
    /// # Errors
    /// The seconds until the next is welcome.
    pub fn take(&self, address: IpAddr, now: Timestamp) -> Result<(), u64> {
        let minute = now.as_second().div_euclid(60);
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() >= MOST_ADDRESSES {
            seen.retain(|_, (then, _)| *then == minute);
        }
        let entry = seen.entry(network(address)).or_insert((minute, 0));
        if entry.0 != minute {
            *entry = (minute, 0);
        }
        entry.1 = entry.1.saturating_add(1);
        if entry.1 > self.per_minute {
            return Err(u64::try_from(60 - now.as_second().rem_euclid(60)).unwrap_or(60));
        }
        Ok(())
    }
}

/// IPv6 users own at least a /64, so all of it counts as one.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(v6) => {
            let mut segments = v6.segments();
            segments[4..].fill(0);
            IpAddr::from(segments)
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

/// The text of an address for a bucket key.
#[must_use]
pub fn address_key(address: IpAddr) -> String {
    network(address).to_string()
}

/// Counts one use of `what` by `who` in the current window, in the transaction of the thing limited: what is rolled back is not counted.
///
/// # Errors
/// `Ok(Err(seconds))` when the limit is reached; as the database's otherwise.
pub async fn take(
    tx: &mut Tx,
    clock: &Clock,
    keys: &Keys,
    what: &str,
    who: &str,
    limit: u32,
    window: SignedDuration,
) -> Result<Result<(), u64>, db::Error> {
    let now = clock.now().as_second();
    let length = window.as_secs().max(1);
    let start = now - now.rem_euclid(length);
    let bucket = keys.seal("limit", &[what.as_bytes(), who.as_bytes()]).to_vec();
    let (used,): (i64,) = sql!(
        "INSERT INTO rate_bucket (bucket, window_start, used) VALUES ($1, $2, 1)
         ON CONFLICT (bucket, window_start) DO UPDATE SET used = rate_bucket.used + 1 RETURNING used"
    )
    .bind(bucket)
    .bind(start)
    .one(tx)
    .await?;
    if used > i64::from(limit) {
        return Ok(Err(u64::try_from(start + length - now).unwrap_or(60)));
    }
    Ok(Ok(()))
}

/// How long a bucket is kept after its window began.
pub const KEPT: SignedDuration = SignedDuration::from_hours(48);

/// Deletes buckets of windows long past.
///
/// # Errors
/// As the database's.
pub async fn sweep_across_organisations(tx: &mut Tx, clock: &Clock) -> Result<u64, db::Error> {
    let old = (clock.now() - KEPT).as_second();
    sql!("DELETE FROM rate_bucket WHERE window_start < $1").bind(old).execute(tx).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_is_stopped_until_the_next_minute_and_only_for_its_own_network() {
        let guard = FloodGuard::new(3);
        let now: Timestamp = "2026-11-02T10:00:15Z".parse().expect("a fixed instant");
        let flooder: IpAddr = "2001:db8::1".parse().expect("an address");
        let neighbour: IpAddr = "2001:db8::2".parse().expect("an address");
        let other: IpAddr = "2001:db8:0:1::1".parse().expect("an address");
        for _ in 0..3 {
            assert_eq!(guard.take(flooder, now), Ok(()));
        }
        assert_eq!(guard.take(neighbour, now), Err(45));
        assert_eq!(guard.take(other, now), Ok(()));
        assert_eq!(guard.take(flooder, now + SignedDuration::from_secs(45)), Ok(()));
    }
}
