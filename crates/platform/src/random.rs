//! Randomness as a value: tokens and ids. Tests seed it and get the same ids each time.

use std::sync::{Arc, Mutex, PoisonError};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::Timestamp;
use rand::{RngCore, SeedableRng, rngs::StdRng};
use uuid::{Builder, Uuid};

/// Where random bytes come from. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Random(Arc<Mutex<StdRng>>);

impl Random {
    /// A cryptographic generator seeded by the operating system.
    #[must_use]
    pub fn system() -> Self {
        Self(Arc::new(Mutex::new(StdRng::from_os_rng())))
    }

    /// A generator whose output follows from `seed`; for tests only.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// Fills an array with random bytes.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
        bytes
    }

    /// A secret for a link or cookie: 256 bits, safe in a URL (43 characters).
    #[must_use]
    pub fn token(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.bytes::<32>())
    }

    /// A time-ordered id (UUIDv7) for something made at `now`.
    #[must_use]
    pub fn id(&self, now: Timestamp) -> Uuid {
        let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
        Builder::from_unix_timestamp_millis(millis, &self.bytes::<10>()).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_ids_and_later_ids_sort_later() {
        let early = "2026-01-01T00:00:00Z".parse().expect("a fixed instant");
        let late = "2026-01-01T00:00:01Z".parse().expect("a fixed instant");
        assert_eq!(Random::seeded(7).id(early), Random::seeded(7).id(early));
        let random = Random::seeded(7);
        assert!(random.id(early) < random.id(late));
        assert_ne!(random.token(), random.token());
    }
}
