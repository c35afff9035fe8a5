//! What a count of successes says about their chance, exactly (C. Clopper and E. Pearson, Biometrika 26, 1934).
//!
//! Only the four operations are used, which every machine does alike: probabilities are sums of the terms of the binomial distribution,
//! each made from its neighbour, over the sum of all terms.

/// Terms that are this small beside the largest one change no sum.
const NOTHING: f64 = 1e-25;
/// Halvings: the interval from 0 to 1 becomes smaller than what a number can tell apart.
const HALVINGS: u32 = 60;

/// The chance is at most this: if it were higher, so few successes would come with a probability less than `doubt`.
pub(super) fn at_most(successes: u32, trials: u32, doubt: f64) -> f64 {
    if successes >= trials {
        return 1.0;
    }
    let (mut low, mut high) = (f64::from(successes) / f64::from(trials), 1.0);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if up_to(successes, trials, middle) < doubt {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}

/// The chance is at least this: if it were lower, so many successes would come with a probability less than `doubt`.
pub(super) fn at_least(successes: u32, trials: u32, doubt: f64) -> f64 {
    1.0 - at_most(trials - successes, trials, doubt)
}

/// The probability of at most so many successes, each with `chance`, which is less than 1.
fn up_to(successes: u32, trials: u32, chance: f64) -> f64 {
    if chance >= 1.0 {
        return 0.0;
    }
    let odds = chance / (1.0 - chance);
    let trials_real = f64::from(trials);
    let likeliest = ((trials_real + 1.0) * chance).floor().min(trials_real) as u32;
    let (mut all, mut few) = (0.0, 0.0);
    let mut count = |at: u32, term: f64| {
        all += term;
        if at <= successes {
            few += term;
        }
    };
    let mut term = 1.0;
    for at in likeliest..=trials {
        count(at, term);
        term *= (trials_real - f64::from(at)) / (f64::from(at) + 1.0) * odds;
        if term < NOTHING {
            break;
        }
    }
    term = 1.0;
    for at in (0..likeliest).rev() {
        term *= (f64::from(at) + 1.0) / (trials_real - f64::from(at)) / odds;
        if term < NOTHING {
            break;
        }
        count(at, term);
    }
    few / all
}

#[cfg(test)]
mod tests {
    use super::{at_least, at_most};

    fn close(found: f64, wanted: f64) {
        assert!((found - wanted).abs() < 1e-9, "{found} is not {wanted}");
    }

    /// Where there is a formula: nobody of n has `1 − d^(1/n)` at most.
    #[test]
    fn never_drawn_is_not_never() {
        close(at_most(0, 1, 0.005), 0.995);
        close(at_most(0, 2, 0.01), 0.9);
        close(at_most(0, 10_000, 0.005), 1.0 - 0.005_f64.powf(1e-4));
        close(at_least(10_000, 10_000, 0.005), 0.005_f64.powf(1e-4));
        close(at_least(0, 10, 0.005), 0.0);
        close(at_most(10, 10, 0.005), 1.0);
    }

    /// One or none of two, `1 − p²`; and 5 of 10 with 95 %, from the tables.
    #[test]
    fn bounds_are_those_of_the_tables() {
        close(at_most(1, 2, 0.19), 0.9);
        assert!((at_most(5, 10, 0.025) - 0.8129).abs() < 5e-5 && (at_least(5, 10, 0.025) - 0.1871).abs() < 5e-5);
        assert!((at_most(1, 20, 0.025) - 0.2487).abs() < 5e-5 && (at_least(1, 20, 0.025) - 0.0013).abs() < 5e-5);
    }

    #[test]
    fn many_trials_leave_little_room() {
        let (low, high) = (at_least(300_000, 1_000_000, 0.005), at_most(300_000, 1_000_000, 0.005));
        // Nearly normal: 2.5758 standard deviations of 0.000458.
        assert!((low - 0.29882).abs() < 1e-5 && (high - 0.30118).abs() < 1e-5, "{low} {high}");
    }
}
