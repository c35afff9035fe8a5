//! Dates and times of day.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use crate::Lang;

/// The time zone of everything we show: Danish authorities meet on Danish clocks, whatever the reader's machine says.
///
/// It is compiled in, so it works on a machine without time zone data.
static COPENHAGEN: TimeZone = jiff::tz::get!("Europe/Copenhagen");

const MONTHS: [(&str, &str); 12] = [
    ("januar", "January"),
    ("februar", "February"),
    ("marts", "March"),
    ("april", "April"),
    ("maj", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("august", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("december", "December"),
];

const SHORT_MONTHS: [(&str, &str); 12] = [
    ("jan.", "Jan"),
    ("feb.", "Feb"),
    ("mar.", "Mar"),
    ("apr.", "Apr"),
    ("maj", "May"),
    ("juni", "Jun"),
    ("juli", "Jul"),
    ("aug.", "Aug"),
    ("sep.", "Sep"),
    ("okt.", "Oct"),
    ("nov.", "Nov"),
    ("dec.", "Dec"),
];

fn month_of(names: &[(&'static str, &'static str); 12], lang: Lang, date: Date) -> &'static str {
    let (da, en) = names[usize::from(date.month().unsigned_abs()) - 1];
    lang.pick(da, en)
}

fn weekday(lang: Lang, date: Date) -> &'static str {
    let (da, en) = match date.weekday() {
        Weekday::Monday => ("mandag", "Monday"),
        Weekday::Tuesday => ("tirsdag", "Tuesday"),
        Weekday::Wednesday => ("onsdag", "Wednesday"),
        Weekday::Thursday => ("torsdag", "Thursday"),
        Weekday::Friday => ("fredag", "Friday"),
        Weekday::Saturday => ("lørdag", "Saturday"),
        Weekday::Sunday => ("søndag", "Sunday"),
    };
    lang.pick(da, en)
}

/// The day's number as it stands before a month: `12.` or `12`.
fn day(lang: Lang, date: Date) -> String {
    let dot = lang.pick(".", "");
    format!("{}{dot}", date.day())
}

fn day_month(lang: Lang, date: Date) -> String {
    format!("{} {}", day(lang, date), month_of(&MONTHS, lang, date))
}

/// `12. oktober 2026`, `12 October 2026`.
pub fn date(lang: Lang, date: Date) -> String {
    format!("{} {}", day_month(lang, date), date.year())
}

/// `12. okt. 2026`, `12 Oct 2026`: for tables.
pub fn date_short(lang: Lang, date: Date) -> String {
    format!("{} {} {}", day(lang, date), month_of(&SHORT_MONTHS, lang, date), date.year())
}

/// `mandag den 12. oktober 2026`, `Monday 12 October 2026`.
pub fn weekday_date(lang: Lang, on: Date) -> String {
    format!("{}{}{}", weekday(lang, on), lang.pick(" den ", " "), date(lang, on))
}

/// `oktober 2026`, `October 2026`.
pub fn month_year(lang: Lang, date: Date) -> String {
    format!("{} {}", month_of(&MONTHS, lang, date), date.year())
}

/// The days from one to another, both included, saying month and year only once where they are shared:
/// `12.–14. oktober 2026`, `30 October – 2 November 2026`. One day gives one date; the order of the two does not matter.
pub fn date_span(lang: Lang, one: Date, another: Date) -> String {
    let (from, to) = if one <= another { (one, another) } else { (another, one) };
    if from == to {
        date(lang, from)
    } else if from.year() != to.year() {
        format!("{} – {}", date(lang, from), date(lang, to))
    } else if from.month() != to.month() {
        format!("{} – {}", day_month(lang, from), date(lang, to))
    } else {
        format!("{}–{}", day(lang, from), date(lang, to))
    }
}

/// `09.00`, `09:00`. Seconds are not shown.
pub fn time(lang: Lang, time: Time) -> String {
    format!("{:02}{}{:02}", time.hour(), lang.pick('.', ':'), time.minute())
}

/// `09.00–16.00`, `09:00–16:00`.
pub fn time_span(lang: Lang, from: Time, to: Time) -> String {
    format!("{}–{}", time(lang, from), time(lang, to))
}

/// The moment on Danish clocks: `12. oktober 2026 kl. 09.00`, `12 October 2026 at 09:00`.
pub fn datetime(lang: Lang, at: Timestamp) -> String {
    let local = local(at);
    format!(
        "{} {} {}",
        date(lang, local.date()),
        lang.pick("kl.", "at"),
        time(lang, local.time())
    )
}

/// The moment on Danish clocks, for code that needs its parts.
pub fn local(at: Timestamp) -> ZonedDateTime {
    at.to_zoned_datetime(COPENHAGEN.clone())
}

/// The day it is in Denmark at a moment.
pub fn today(now: Timestamp) -> Date {
    local(now).date()
}

/// Europe/Copenhagen, compiled in.
pub fn time_zone() -> TimeZone {
    COPENHAGEN.clone()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date as day_of, time as clock};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        let monday = day_of(2026, 10, 12);
        assert_eq!(date(Lang::Da, monday), "12. oktober 2026");
        assert_eq!(date(Lang::En, monday), "12 October 2026");
        assert_eq!(date_short(Lang::Da, monday), "12. okt. 2026");
        assert_eq!(date_short(Lang::En, monday), "12 Oct 2026");
        assert_eq!(weekday_date(Lang::Da, monday), "mandag den 12. oktober 2026");
        assert_eq!(weekday_date(Lang::En, monday), "Monday 12 October 2026");
        assert_eq!(month_year(Lang::Da, monday), "oktober 2026");
        assert_eq!(month_year(Lang::En, monday), "October 2026");
    }

    #[test]
    fn a_span_says_month_and_year_only_once_where_they_are_shared() {
        let span = |lang, a, b| date_span(lang, a, b);
        let start = day_of(2026, 10, 12);
        assert_eq!(span(Lang::Da, start, start), "12. oktober 2026");
        assert_eq!(span(Lang::Da, start, day_of(2026, 10, 14)), "12.–14. oktober 2026");
        assert_eq!(span(Lang::En, start, day_of(2026, 10, 14)), "12–14 October 2026");
        assert_eq!(span(Lang::Da, start, day_of(2026, 11, 2)), "12. oktober – 2. november 2026");
        assert_eq!(span(Lang::En, start, day_of(2026, 11, 2)), "12 October – 2 November 2026");
        assert_eq!(span(Lang::Da, start, day_of(2027, 1, 5)), "12. oktober 2026 – 5. januar 2027");
    }

    #[test]
    fn times_are_told_on_danish_clocks_in_summer_and_winter() {
        assert_eq!(time(Lang::Da, clock(9, 0, 0, 0)), "09.00");
        assert_eq!(time(Lang::En, clock(9, 0, 0, 0)), "09:00");
        assert_eq!(time_span(Lang::Da, clock(9, 0, 0, 0), clock(16, 30, 0, 0)), "09.00–16.30");
        let summer: Timestamp = "2026-07-01T22:30:00Z".parse().unwrap();
        let winter: Timestamp = "2026-12-01T22:30:00Z".parse().unwrap();
        assert_eq!(datetime(Lang::Da, summer), "2. juli 2026 kl. 00.30");
        assert_eq!(datetime(Lang::En, winter), "1 December 2026 at 23:30");
        assert_eq!(today(summer), day_of(2026, 7, 2));
    }

    proptest! {
        #[test]
        fn two_different_days_never_read_the_same(a in 0i32..200_000, b in 0i32..200_000) {
            let start = day_of(1900, 1, 1);
            let (one, another) = (start + jiff::Span::new().days(a), start + jiff::Span::new().days(b));
            for lang in Lang::ALL {
                prop_assert_eq!(one == another, date(lang, one) == date(lang, another));
                prop_assert_eq!(one == another, date_short(lang, one) == date_short(lang, another));
                prop_assert_eq!(date_span(lang, one, another), date_span(lang, another, one));
                prop_assert!(date_span(lang, one, another).ends_with(&date(lang, one.max(another))));
            }
        }
    }
}
