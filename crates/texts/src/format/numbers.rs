//! Numbers, money, shares, sizes and lists.

use std::fmt::Display;

use super::{MINUS, NBSP};
use crate::Lang;

/// `3.000`, `3,000`.
pub fn number(lang: Lang, value: i64) -> String {
    signed(value < 0, &grouped(lang, value.unsigned_abs()))
}

/// A number with a fixed number of decimals, given in its smallest unit: `decimal(Da, 1250, 2)` is `12,50`.
pub fn decimal(lang: Lang, value: i64, decimals: u32) -> String {
    signed(value < 0, &fixed(lang, value.unsigned_abs(), decimals))
}

/// An amount in øre: `3.000 kr.`, `DKK 3,000`; with øre only when there are any: `3.000,50 kr.`
pub fn money(lang: Lang, oere: i64) -> String {
    let size = oere.unsigned_abs();
    let amount = if size.is_multiple_of(100) {
        grouped(lang, size / 100)
    } else {
        fixed(lang, size, 2)
    };
    let amount = signed(oere < 0, &amount);
    match lang {
        Lang::Da => format!("{amount}{NBSP}kr."),
        Lang::En => format!("DKK{NBSP}{amount}"),
    }
}

/// A share in basis points (hundredths of a per cent), without useless decimals: 1250 is `12,5 %`, `12.5%`.
pub fn percent(lang: Lang, basis_points: i64) -> String {
    let size = basis_points.unsigned_abs();
    let share = match (size % 100, size % 10) {
        (0, _) => grouped(lang, size / 100),
        (_, 0) => fixed(lang, size / 10, 1),
        _ => fixed(lang, size, 2),
    };
    let share = signed(basis_points < 0, &share);
    match lang {
        Lang::Da => format!("{share}{NBSP}%"),
        Lang::En => format!("{share}%"),
    }
}

/// A size in bytes as file managers show it, in thousands: `812 byte`, `1,2 MB`.
pub fn file_size(lang: Lang, bytes: u64) -> String {
    if bytes < 1_000 {
        let unit = if bytes == 1 { "byte" } else { lang.pick("byte", "bytes") };
        return format!("{bytes}{NBSP}{unit}");
    }
    let mut unit = 1_000_u64;
    for name in ["kB", "MB", "GB", "TB", "PB"] {
        // Rounded to tenths; what rounds up to a thousand belongs to the next unit.
        let tenths = (u128::from(bytes) * 10 + u128::from(unit) / 2) / u128::from(unit);
        if tenths < 10_000 || name == "PB" {
            let tenths = u64::try_from(tenths).unwrap_or(u64::MAX);
            let size = if tenths < 100 && tenths % 10 != 0 {
                fixed(lang, tenths, 1)
            } else {
                grouped(lang, (tenths + 5) / 10)
            };
            return format!("{size}{NBSP}{name}");
        }
        unit *= 1_000;
    }
    unreachable!("the last unit takes every size")
}

/// `a`, `a og b`, `a, b og c`; `a, b and c`. Nothing gives an empty text.
pub fn list(lang: Lang, items: &[impl Display]) -> String {
    let mut out = String::new();
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push_str(if place + 1 == items.len() {
                lang.pick(" og ", " and ")
            } else {
                ", "
            });
        }
        crate::generated::display(&mut out, item);
    }
    out
}

fn signed(negative: bool, size: &str) -> String {
    if negative { format!("{MINUS}{size}") } else { size.to_owned() }
}

fn grouped(lang: Lang, size: u64) -> String {
    let digits = size.to_string();
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(lang.pick('.', ','));
        }
        out.push(digit);
    }
    out
}

fn fixed(lang: Lang, size: u64, decimals: u32) -> String {
    if decimals == 0 {
        return grouped(lang, size);
    }
    // More decimals than a u64 has digits: everything is behind the separator.
    let (whole, rest) = 10_u64.checked_pow(decimals).map_or((0, size), |unit| (size / unit, size % unit));
    let width = usize::try_from(decimals).unwrap_or(usize::MAX);
    format!("{}{}{rest:0>width$}", grouped(lang, whole), lang.pick(',', '.'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_grouped_in_thousands() {
        assert_eq!(number(Lang::Da, 0), "0");
        assert_eq!(number(Lang::Da, 999), "999");
        assert_eq!(number(Lang::Da, 3_000), "3.000");
        assert_eq!(number(Lang::En, 1_234_567), "1,234,567");
        assert_eq!(number(Lang::Da, -1_000), "\u{2212}1.000");
        assert_eq!(number(Lang::En, i64::MIN), "\u{2212}9,223,372,036,854,775,808");
        assert_eq!(decimal(Lang::Da, 1_250, 2), "12,50");
        assert_eq!(decimal(Lang::En, -5, 1), "\u{2212}0.5");
        assert_eq!(decimal(Lang::En, 5, 0), "5");
        assert_eq!(decimal(Lang::En, 5, 25), "0.0000000000000000000000005");
    }

    #[test]
    fn money_shows_oere_only_when_there_are_any_and_never_breaks_from_its_unit() {
        assert_eq!(money(Lang::Da, 300_000), "3.000\u{a0}kr.");
        assert_eq!(money(Lang::En, 300_000), "DKK\u{a0}3,000");
        assert_eq!(money(Lang::Da, 300_050), "3.000,50\u{a0}kr.");
        assert_eq!(money(Lang::En, 305), "DKK\u{a0}3.05");
        assert_eq!(money(Lang::Da, -300_000), "\u{2212}3.000\u{a0}kr.");
        assert_eq!(money(Lang::En, -5), "DKK\u{a0}\u{2212}0.05");
        assert_eq!(money(Lang::Da, 0), "0\u{a0}kr.");
    }

    #[test]
    fn shares_lose_useless_decimals() {
        assert_eq!(percent(Lang::Da, 5_000), "50\u{a0}%");
        assert_eq!(percent(Lang::En, 5_000), "50%");
        assert_eq!(percent(Lang::Da, 1_250), "12,5\u{a0}%");
        assert_eq!(percent(Lang::Da, 1_205), "12,05\u{a0}%");
        assert_eq!(percent(Lang::En, -1), "\u{2212}0.01%");
    }

    #[test]
    fn sizes_are_short() {
        assert_eq!(file_size(Lang::Da, 0), "0\u{a0}byte");
        assert_eq!(file_size(Lang::En, 1), "1\u{a0}byte");
        assert_eq!(file_size(Lang::En, 999), "999\u{a0}bytes");
        assert_eq!(file_size(Lang::Da, 1_000), "1\u{a0}kB");
        assert_eq!(file_size(Lang::Da, 1_234_567), "1,2\u{a0}MB");
        assert_eq!(file_size(Lang::En, 52_428_800), "52\u{a0}MB");
        assert_eq!(file_size(Lang::En, 999_999), "1\u{a0}MB");
        assert_eq!(file_size(Lang::En, u64::MAX), "18,447\u{a0}PB");
    }

    #[test]
    fn lists_end_in_og() {
        assert_eq!(list(Lang::Da, &[] as &[&str]), "");
        assert_eq!(list(Lang::Da, &["a"]), "a");
        assert_eq!(list(Lang::Da, &["a", "b"]), "a og b");
        assert_eq!(list(Lang::Da, &["a", "b", "c"]), "a, b og c");
        assert_eq!(list(Lang::En, &["a", "b", "c"]), "a, b and c");
    }

    fn read_back(lang: Lang, text: &str) -> String {
        let plain: String = text.chars().filter(|c| *c != lang.pick('.', ',')).collect();
        plain.replace(MINUS, "-").replace(',', ".")
    }

    proptest! {
        #[test]
        fn every_number_reads_back(value: i64) {
            for lang in Lang::ALL {
                prop_assert_eq!(read_back(lang, &number(lang, value)).parse::<i64>(), Ok(value));
            }
        }

        #[test]
        fn no_oere_is_lost_or_invented(oere: i64) {
            for lang in Lang::ALL {
                let text = money(lang, oere);
                let amount = text.replace("kr.", "").replace("DKK", "").replace(NBSP, "");
                let plain = read_back(lang, &amount);
                let (kroner, rest) = plain.split_once('.').unwrap_or((&plain, "00"));
                let digits = format!("{kroner}{rest}");
                prop_assert_eq!(digits.parse::<i128>().unwrap(), i128::from(oere), "{}", text);
            }
        }

        #[test]
        fn a_size_never_takes_more_than_four_digits_below_the_largest_unit(bytes in 0u64..1_000_000_000_000_000) {
            let digits = file_size(Lang::En, bytes).chars().filter(char::is_ascii_digit).count();
            prop_assert!(digits <= 3, "{}", file_size(Lang::En, bytes));
        }
    }
}
