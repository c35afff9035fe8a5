//! Futures made up by lot: who might drop out.

use std::collections::BTreeMap;

use super::setting::Setting;
use crate::random::Stream;

/// What is left of the panel in some futures.
pub(super) struct Case {
    /// Seats that each quota still counts.
    pub(super) left: Vec<i32>,
    /// Empty seats.
    pub(super) open: u32,
    /// In how many of the futures.
    pub(super) times: f64,
}

/// So many futures, those that are alike put together. In each, everybody of the panel, by id, takes a fraction from the stream and drops
/// out if it is not less than the person's probability to stay.
pub(super) fn cases(setting: &Setting, stay: &[f64], samples: u32, stream: &mut Stream) -> Vec<Case> {
    let mut found: BTreeMap<(Vec<i32>, u32), f64> = BTreeMap::new();
    for _ in 0..samples {
        let mut left = setting.seats.clone();
        let mut open = 0;
        for (counts, &stay) in setting.panel.iter().zip(stay) {
            if stream.fraction() >= stay {
                counts.iter().for_each(|&count| left[count] -= 1);
                open += 1;
            }
        }
        *found.entry((left, open)).or_default() += 1.0;
    }
    found.into_iter().map(|((left, open), times)| Case { left, open, times }).collect()
}
