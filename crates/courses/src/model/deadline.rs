//! Until when people can sign up.

use jiff::civil::{Date, Time};
use jiff::{Span, Timestamp};

use super::day::moment;

/// When sign-up closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeadlineRule {
    /// So many days before the first day; the deadline moves with the date (course page: sign-up at the latest 10 days before).
    DaysBefore(u16),
    /// On a fixed date: set by hand to close early or to keep open longer. Never later than the first day.
    LastDay(Date),
}

impl DeadlineRule {
    /// The rule of the course page.
    pub const TEN_DAYS: Self = Self::DaysBefore(10);

    /// The last day on which people can sign up for an edition that begins on `first_day`: for 26 October it is 16 October.
    #[must_use]
    pub fn last_day(self, first_day: Date) -> Date {
        match self {
            Self::DaysBefore(days) => first_day.saturating_sub(Span::new().days(days)),
            Self::LastDay(day) => day.min(first_day),
        }
    }

    /// How many days lie between the last day of sign-up and the first day of the edition.
    #[must_use]
    pub fn days_before(self, first_day: Date) -> u16 {
        let hours = self.last_day(first_day).duration_until(first_day).as_hours();
        u16::try_from(hours / 24).unwrap_or(u16::MAX)
    }

    /// The last moment that is announced: 23:59:59 of the last day on Danish clocks.
    #[must_use]
    pub fn last_moment(self, first_day: Date) -> Timestamp {
        moment(self.last_day(first_day), Time::constant(23, 59, 59, 0))
    }

    /// The moment at which sign-up is closed: midnight after the last day.
    #[must_use]
    pub fn closes_at(self, first_day: Date) -> Timestamp {
        let next = self.last_day(first_day).tomorrow().unwrap_or(Date::MAX);
        moment(next, Time::midnight())
    }

    /// Whether people can still sign up on a day.
    #[must_use]
    pub fn is_open_on(self, first_day: Date, today: Date) -> bool {
        today <= self.last_day(first_day)
    }

    /// Whether people can still sign up at a moment. The same answer as [`DeadlineRule::is_open_on`] for the Danish date of the moment.
    #[must_use]
    pub fn is_open_at(self, first_day: Date, now: Timestamp) -> bool {
        now < self.closes_at(first_day)
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const RULE: DeadlineRule = DeadlineRule::TEN_DAYS;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_courses_of_october_2023_close_on_the_2nd_and_the_16th() {
        assert_eq!(RULE.last_day(date(2023, 10, 12)), date(2023, 10, 2));
        assert_eq!(RULE.last_day(date(2023, 10, 26)), date(2023, 10, 16));
        assert_eq!(RULE.last_moment(date(2023, 10, 26)), at("2023-10-16T21:59:59Z"));
    }

    #[test]
    fn the_deadline_is_midnight_on_danish_clocks_on_both_sides_of_the_clock_change() {
        // Clocks go back on 29 October 2023: a course on 8 November closes that very night, one on 7 November the night before.
        assert_eq!(RULE.last_moment(date(2023, 11, 7)), at("2023-10-28T21:59:59Z"));
        assert_eq!(RULE.last_moment(date(2023, 11, 8)), at("2023-10-29T22:59:59Z"));
        // Clocks go forward on 31 March 2024.
        assert_eq!(RULE.last_moment(date(2024, 4, 9)), at("2024-03-30T22:59:59Z"));
        assert_eq!(RULE.last_moment(date(2024, 4, 10)), at("2024-03-31T21:59:59Z"));
    }

    #[test]
    fn the_very_last_second_counts_and_the_next_does_not() {
        let first = date(2023, 10, 26);
        assert!(RULE.is_open_at(first, at("2023-10-16T21:59:59.999Z")));
        assert!(!RULE.is_open_at(first, at("2023-10-16T22:00:00Z")));
        assert!(RULE.is_open_on(first, date(2023, 10, 16)) && !RULE.is_open_on(first, date(2023, 10, 17)));
    }

    #[test]
    fn a_date_set_by_hand_replaces_the_rule_but_never_outlives_the_start() {
        let first = date(2023, 10, 26);
        assert_eq!(DeadlineRule::LastDay(date(2023, 10, 20)).last_day(first), date(2023, 10, 20));
        assert_eq!(DeadlineRule::LastDay(date(2023, 11, 20)).last_day(first), first);
    }

    fn a_rule() -> impl Strategy<Value = DeadlineRule> {
        prop_oneof![
            (0u16..400).prop_map(DeadlineRule::DaysBefore),
            (0i32..20_000).prop_map(|days| DeadlineRule::LastDay(date(2000, 1, 1).saturating_add(days.days()))),
        ]
    }

    proptest! {
        #[test]
        fn a_later_course_never_closes_earlier(rule in a_rule(), first in 0i32..20_000, later in 0i32..500) {
            let first = date(2000, 1, 1).saturating_add(first.days());
            let second = first.saturating_add(later.days());
            prop_assert!(rule.last_day(first) <= rule.last_day(second));
            prop_assert!(rule.closes_at(first) <= rule.closes_at(second));
            prop_assert!(rule.last_day(first) <= first);
            prop_assert_eq!(DeadlineRule::DaysBefore(rule.days_before(first)).last_day(first), rule.last_day(first));
        }

        #[test]
        fn day_and_moment_give_the_same_answer_at_every_second_of_the_year(
            rule in a_rule(),
            first in 0i32..20_000,
            second in prop_oneof![-40_000_000i64..40_000_000, -100_000i64..100_000],
        ) {
            let first = date(2000, 1, 1).saturating_add(first.days());
            let now = rule.closes_at(first).saturating_add(jiff::SignedDuration::from_secs(second)).unwrap();
            prop_assert_eq!(rule.is_open_at(first, now), rule.is_open_on(first, texts::format::today(now)));
        }

        #[test]
        fn the_announced_moment_is_one_second_before_closing(rule in a_rule(), first in 0i32..20_000) {
            let first = date(2000, 1, 1).saturating_add(first.days());
            let gap = rule.closes_at(first).duration_since(rule.last_moment(first));
            prop_assert_eq!(gap, jiff::SignedDuration::from_secs(1));
        }
    }
}
