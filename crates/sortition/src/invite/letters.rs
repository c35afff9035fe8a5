//! How many letters it takes.

use super::{Answers, Response, Unsuited};

/// More letters than that are not tried: there are more people in no country that sends letters to them all.
const MOST: u64 = 1 << 31;

/// Letters after which `wanted` answers are expected: in half of all cases fewer come.
///
/// For a panel of 36 a pool of 8 to a seat and a rate of 1.5 % it is 36 · 8 / 0.015 = 19,200.
///
/// # Errors
/// If the rate cannot be one, or nobody answers.
pub fn letters_expected(wanted: u64, response: Response) -> Result<u64, Unsuited> {
    let rate = response.check()?.rate();
    if rate == 0.0 {
        return Err(Unsuited::Rate { rate });
    }
    Ok((wanted as f64 / rate - 1e-9).ceil() as u64)
}

/// The fewest letters after which `wanted` answers come with at least probability `certainty`, such as 0.95.
///
/// # Errors
/// If the rate or the certainty cannot be one, or no number of letters up to 2³¹ suffices.
pub fn letters_enough(wanted: u64, response: Response, certainty: f64) -> Result<u64, Unsuited> {
    Unsuited::rate(certainty)?;
    let mut enough = letters_expected(wanted, response)?.max(wanted);
    let suffices = |letters: u64| Answers::to(letters, response).map(|answers| answers.at_least(wanted) >= certainty);
    // The chance only grows with the letters: double until it suffices, then halve the interval.
    let mut few = wanted.saturating_sub(1);
    while !suffices(enough)? {
        few = enough;
        enough = enough.saturating_mul(2);
        if enough > MOST {
            return Err(Unsuited::Rate { rate: response.rate() });
        }
    }
    while enough - few > 1 {
        let middle = few + (enough - few) / 2;
        if suffices(middle)? {
            enough = middle;
        } else {
            few = middle;
        }
    }
    Ok(enough)
}
