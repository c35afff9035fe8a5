//! Dates relative to today on which a course could really be held.

use jiff::Span;
use jiff::civil::{Date, Weekday, date};

/// The day a course begins: the first such weekday `from` or up to six days later, or, if that day or one of the days after it is a public holiday, the nearest day
/// of those seven on which the course can run. Where none can (between Christmas and New Year), the weekday wins.
pub(super) fn first_day(from: Date, weekday: Weekday, days: u8) -> Date {
    let week = (0..7).map(|later| from.saturating_add(Span::new().days(later)));
    let wished = week.clone().find(|day| day.weekday() == weekday).unwrap_or(from);
    let distance = |day: &Date| wished.duration_until(*day).abs();
    week.filter(|day| run(*day, days).iter().all(|day| is_teaching_day(*day)))
        .min_by_key(distance)
        .unwrap_or(wished)
}

/// The day and those after it on which the course goes on, weekends left out.
pub(super) fn run(first: Date, days: u8) -> Vec<Date> {
    let mut run = vec![first];
    while run.len() < usize::from(days) {
        let mut next = run[run.len() - 1];
        loop {
            next = next.tomorrow().unwrap_or(Date::MAX);
            if !is_weekend(next) || next == Date::MAX {
                break;
            }
        }
        run.push(next);
    }
    run
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Whether anybody in a Danish administration would come: no weekend, no public holiday, not Constitution Day, not 24 or 31 December.
pub(super) fn is_teaching_day(day: Date) -> bool {
    let fixed = matches!((day.month(), day.day()), (1, 1) | (6, 5) | (12, 24..=26) | (12, 31));
    // Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday.
    let from_easter = easter(day.year()).duration_until(day).as_hours() / 24;
    !is_weekend(day) && !fixed && !matches!(from_easter, -3 | -2 | 1 | 39 | 50)
}

/// Easter Sunday of a year (Gregorian computus in the form of Meeus, Jones and Butcher).
fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    // March or April, day 1 to 31: both fit.
    date(year, i8::try_from(n / 31).unwrap_or(4), i8::try_from(n % 31 + 1).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_moves_with_the_moon() {
        for (year, month, day) in [
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
            (2285, 3, 22),
        ] {
            assert_eq!(easter(year), date(year, month, day));
        }
    }

    #[test]
    fn a_course_is_on_its_weekday_unless_the_country_is_closed() {
        assert_eq!(first_day(date(2026, 11, 23), Weekday::Thursday, 1), date(2026, 11, 26));
        assert_eq!(first_day(date(2026, 11, 26), Weekday::Thursday, 1), date(2026, 11, 26));
        // Ascension Day 2026 is Thursday 14 May.
        assert_eq!(first_day(date(2026, 5, 12), Weekday::Thursday, 1), date(2026, 5, 13));
        // A workshop that would begin the day before it begins a day earlier.
        assert_eq!(first_day(date(2026, 5, 12), Weekday::Wednesday, 2), date(2026, 5, 12));
        // 24 December to 30 December 2026: Monday the 28th is the nearest working day.
        assert_eq!(first_day(date(2026, 12, 24), Weekday::Thursday, 1), date(2026, 12, 28));
    }

    #[test]
    fn a_course_that_goes_on_leaves_out_the_weekend() {
        assert_eq!(run(date(2026, 11, 27), 2), [date(2026, 11, 27), date(2026, 11, 30)]);
        assert_eq!(run(date(2026, 11, 25), 3).len(), 3);
    }

    #[test]
    fn the_day_is_always_within_the_seven_that_were_asked_for() {
        let mut from = date(2024, 1, 1);
        while from.year() < 2030 {
            for weekday in [Weekday::Monday, Weekday::Thursday, Weekday::Friday] {
                let day = first_day(from, weekday, 2);
                let later = from.duration_until(day).as_hours() / 24;
                assert!((0..7).contains(&later), "{from}");
            }
            from = from.tomorrow().unwrap();
        }
    }
}
