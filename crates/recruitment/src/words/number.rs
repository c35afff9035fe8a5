//! Numbers as the two languages write them.

use texts::{Lang, format};

/// Basis points of the whole.
const WHOLE: f64 = 10_000.0;

/// A chance in percent with at most two decimals. What is not quite nothing or not quite certain is not rounded to it: `under 0,01 %`,
/// `over 99,99 %`.
#[must_use]
pub fn chance(lang: Lang, chance: f64) -> String {
    let points = whole(chance * WHOLE);
    let is_none = chance < sortition::fair::Figures::NONE;
    let is_certain = chance > 1.0 - sortition::fair::Figures::NONE;
    match points {
        ..=0 if !is_none => format!("{} {}", lang.pick("under", "below"), format::percent(lang, 1)),
        10_000.. if !is_certain => format!("{} {}", lang.pick("over", "above"), format::percent(lang, 9_999)),
        _ => format::percent(lang, points.clamp(0, 10_000)),
    }
}

/// A number with at most so many decimals, without useless ones.
#[must_use]
pub fn decimal(lang: Lang, number: f64, decimals: u32) -> String {
    let mut decimals = decimals;
    let mut scaled = whole(number * 10_f64.powi(decimals.try_into().unwrap_or(0)));
    while decimals > 0 && scaled % 10 == 0 {
        scaled /= 10;
        decimals -= 1;
    }
    format::decimal(lang, scaled, decimals)
}

/// A count with the thousands separator of the language.
#[must_use]
pub fn plain_number(lang: Lang, count: usize) -> String {
    format::number(lang, counted(count))
}

/// A count as texts take it.
pub(crate) fn counted(count: impl TryInto<i64>) -> i64 {
    count.try_into().unwrap_or(i64::MAX)
}

/// To the nearest whole number; what is no number or too large is at the end of what there is.
#[expect(clippy::cast_possible_truncation, reason = "the cast ends at the largest number")]
fn whole(number: f64) -> i64 {
    number.round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nearly_nothing_or_nearly_certain_is_not_rounded_to_it() {
        assert_eq!(chance(Lang::Da, 0.1258), "12,58\u{a0}%");
        assert_eq!(chance(Lang::En, 0.126), "12.6%");
        assert_eq!(chance(Lang::Da, 0.0), "0\u{a0}%");
        assert_eq!(chance(Lang::Da, 0.000_01), "under 0,01\u{a0}%");
        assert_eq!(chance(Lang::En, 0.999_999), "above 99.99%");
        assert_eq!(chance(Lang::En, 1.0), "100%");
        assert_eq!(chance(Lang::En, 1.0 - 1e-12), "100%");
    }

    #[test]
    fn decimals_that_say_nothing_are_left_out() {
        assert_eq!(decimal(Lang::Da, 1.0, 2), "1");
        assert_eq!(decimal(Lang::Da, 1.014, 2), "1,01");
        assert_eq!(decimal(Lang::En, 1234.5, 2), "1,234.5");
        assert_eq!(decimal(Lang::En, 0.0, 2), "0");
    }
}
