//! How far away something is: `om 3 dage`, `2 hours ago`.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::Lang;

/// Singular and plural in both languages.
struct Unit {
    da: (&'static str, &'static str),
    en: (&'static str, &'static str),
}

const MINUTE: Unit = Unit {
    da: ("minut", "minutter"),
    en: ("minute", "minutes"),
};
const HOUR: Unit = Unit {
    da: ("time", "timer"),
    en: ("hour", "hours"),
};
const DAY: Unit = Unit {
    da: ("dag", "dage"),
    en: ("day", "days"),
};
const WEEK: Unit = Unit {
    da: ("uge", "uger"),
    en: ("week", "weeks"),
};
const MONTH: Unit = Unit {
    da: ("måned", "måneder"),
    en: ("month", "months"),
};
const YEAR: Unit = Unit {
    da: ("år", "år"),
    en: ("year", "years"),
};

/// How far a moment is from now, in the largest unit that says enough: `om 3 dage`, `for 2 timer siden`, `in 3 days`, `2 hours ago`.
///
/// Counts whole units passed, so 119 minutes are one hour. For deadlines, which fall on days, use [`relative_date`].
pub fn relative(lang: Lang, now: Timestamp, then: Timestamp) -> String {
    let seconds = then.as_second() - now.as_second();
    let minutes = seconds.unsigned_abs() / 60;
    let hours = minutes / 60;
    let ahead = seconds > 0;
    match (minutes, hours) {
        (0, _) => lang.pick("lige nu", "just now").to_owned(),
        (_, 0) => phrase(lang, ahead, minutes, &MINUTE),
        (_, 1..24) => phrase(lang, ahead, hours, &HOUR),
        _ => days(lang, ahead, hours / 24),
    }
}

/// How far a day is from today: `i dag`, `i morgen`, `om 3 dage`, `for 2 uger siden`; `today`, `tomorrow`, `in 3 days`, `2 weeks ago`.
pub fn relative_date(lang: Lang, today: Date, day: Date) -> String {
    // Between any two dates there is a whole number of 24-hour days on the civil calendar.
    let distance = today.duration_until(day).as_hours() / 24;
    match distance {
        0 => lang.pick("i dag", "today").to_owned(),
        1 => lang.pick("i morgen", "tomorrow").to_owned(),
        -1 => lang.pick("i går", "yesterday").to_owned(),
        _ => days(lang, distance > 0, distance.unsigned_abs()),
    }
}

fn days(lang: Lang, ahead: bool, count: u64) -> String {
    match count {
        0..14 => phrase(lang, ahead, count, &DAY),
        14..61 => phrase(lang, ahead, count / 7, &WEEK),
        // 30.4 days a month, but never "12 months" before the year is full.
        61..365 => phrase(lang, ahead, (count * 10 / 304).min(11), &MONTH),
        _ => phrase(lang, ahead, (count * 100 / 36_525).max(1), &YEAR),
    }
}

fn phrase(lang: Lang, ahead: bool, count: u64, unit: &Unit) -> String {
    let (singular, plural) = lang.pick(unit.da, unit.en);
    let name = if count == 1 { singular } else { plural };
    match (lang, ahead) {
        (Lang::Da, true) => format!("om {count} {name}"),
        (Lang::Da, false) => format!("for {count} {name} siden"),
        (Lang::En, true) => format!("in {count} {name}"),
        (Lang::En, false) => format!("{count} {name} ago"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn distances_in_days_read_as_people_say_them() {
        let today = date(2026, 10, 12);
        let say = |lang, days: i32| relative_date(lang, today, today + days.days());
        assert_eq!(say(Lang::Da, 0), "i dag");
        assert_eq!(say(Lang::Da, 1), "i morgen");
        assert_eq!(say(Lang::En, -1), "yesterday");
        assert_eq!(say(Lang::Da, 3), "om 3 dage");
        assert_eq!(say(Lang::En, 3), "in 3 days");
        assert_eq!(say(Lang::Da, -13), "for 13 dage siden");
        assert_eq!(say(Lang::Da, 14), "om 2 uger");
        assert_eq!(say(Lang::En, 61), "in 2 months");
        assert_eq!(say(Lang::En, 364), "in 11 months");
        assert_eq!(say(Lang::Da, 365), "om 1 år");
        assert_eq!(say(Lang::En, -800), "2 years ago");
    }

    #[test]
    fn distances_in_time_count_whole_units() {
        let now: Timestamp = "2026-10-12T10:00:00Z".parse().unwrap();
        let say = |lang, seconds: i64| relative(lang, now, now + seconds.seconds());
        assert_eq!(say(Lang::Da, 59), "lige nu");
        assert_eq!(say(Lang::En, -60), "1 minute ago");
        assert_eq!(say(Lang::Da, 119 * 60), "om 1 time");
        assert_eq!(say(Lang::En, 2 * 3_600), "in 2 hours");
        assert_eq!(say(Lang::Da, -86_400), "for 1 dag siden");
    }

    proptest! {
        #[test]
        fn what_lies_ahead_is_never_said_to_be_past(days in -40_000i32..40_000) {
            let today = date(2026, 10, 12);
            let text = relative_date(Lang::En, today, today + days.days());
            prop_assert_eq!(text.starts_with("in "), days > 1);
            prop_assert_eq!(text.ends_with(" ago"), days < -1);
            prop_assert!(!text.contains(" 0 ") && !text.starts_with("0 "), "{}", text);
        }
    }
}
