//! What a reserve should prevent.

use super::refill::SLIGHT;

/// What is to be small, on average over the futures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// Seats short of a quota's minimum or above its maximum, each divided by the maximum (or 1), added up over all quotas.
    Distance,
    /// 1 if any quota is not met, otherwise 0.
    Broken,
}

impl Loss {
    pub(super) fn of(self, distance: f64) -> f64 {
        match self {
            Self::Distance => distance,
            Self::Broken => f64::from(u8::from(distance > SLIGHT)),
        }
    }
}
