//! What the public sees of an edition.

use jiff::civil::Date;

use super::{Days, Edition, EditionState, SeasonWindow, Seats, When};

/// What the public sees of an edition: derived from its state, its seats and the day, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicStatus {
    /// One can sign up.
    Open {
        /// How many seats are left; at least one.
        seats_left: u16,
        /// The last day of sign-up.
        last_day: Date,
    },
    /// Every seat is taken; one can register interest in a next run (course page: "fully booked").
    FullWithInterest,
    /// No sign-up yet; one can register interest.
    InterestOnly {
        /// The season it is announced for, unless its date is already known.
        season: Option<SeasonWindow>,
    },
    /// The deadline has passed.
    Closed,
    /// It took place.
    Held,
    /// It does not take place.
    Cancelled,
    /// It takes place as another edition.
    Moved,
}

impl PublicStatus {
    /// Whether nobody can take part any more, now or later.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Held | Self::Cancelled | Self::Moved)
    }

    /// What the public sees on a day when so many seats are held; `None` if it sees nothing.
    #[must_use]
    pub fn of(edition: &Edition, seats_held: u16, today: Date) -> Option<Self> {
        let plan = edition.plan();
        if !plan.published {
            return None;
        }
        let is_over = plan.days().map(Days::last).is_some_and(|last| last < today);
        match edition.state() {
            EditionState::Draft | EditionState::Archived => None,
            EditionState::Cancelled => Some(Self::Cancelled),
            EditionState::Moved => Some(Self::Moved),
            EditionState::Held => Some(Self::Held),
            EditionState::Confirmed if is_over => Some(Self::Held),
            EditionState::InterestOnly => Some(Self::InterestOnly {
                season: match plan.when {
                    When::Season(season) => Some(season),
                    When::Days(_) => None,
                },
            }),
            EditionState::Open | EditionState::SignupClosed | EditionState::Confirmed => {
                let left = plan.capacity.map_or(0, |capacity| Seats::new(capacity, seats_held).left());
                match edition.last_signup_day() {
                    Some(last_day) if edition.takes_signups_on(today) => Some(if left > 0 {
                        Self::Open {
                            seats_left: left,
                            last_day,
                        }
                    } else {
                        Self::FullWithInterest
                    }),
                    _ => Some(Self::Closed),
                }
            }
        }
    }

    /// Whether one can sign up.
    #[must_use]
    pub const fn takes_signups(self) -> bool {
        matches!(self, Self::Open { .. })
    }

    /// Whether one is invited to register interest in a next run instead.
    #[must_use]
    pub const fn takes_interest(self) -> bool {
        matches!(
            self,
            Self::FullWithInterest | Self::InterestOnly { .. } | Self::Closed | Self::Cancelled
        )
    }

    /// The word for it in code, styles and machine-readable answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open { .. } => "open",
            Self::FullWithInterest => "full",
            Self::InterestOnly { .. } => "interest-only",
            Self::Closed => "closed",
            Self::Held => "held",
            Self::Cancelled => "cancelled",
            Self::Moved => "moved",
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::samples::october;
    use super::super::{EditionPlan, Season};
    use super::*;

    fn seen(state: EditionState, held: u16, month: i8, day: i8) -> Option<PublicStatus> {
        PublicStatus::of(&Edition::stored(state, october()), held, date(2023, month, day))
    }

    #[test]
    fn the_full_october_course_offers_the_interest_list_instead() {
        let last_day = date(2023, 10, 16);
        assert_eq!(
            seen(EditionState::Open, 23, 10, 1),
            Some(PublicStatus::Open { seats_left: 1, last_day })
        );
        assert_eq!(seen(EditionState::Open, 24, 10, 1), Some(PublicStatus::FullWithInterest));
        assert!(PublicStatus::FullWithInterest.takes_interest() && !PublicStatus::FullWithInterest.takes_signups());
    }

    #[test]
    fn the_deadline_closes_by_itself_even_if_nobody_pressed_a_button() {
        assert!(matches!(seen(EditionState::Open, 3, 10, 16), Some(PublicStatus::Open { .. })));
        assert_eq!(seen(EditionState::Open, 3, 10, 17), Some(PublicStatus::Closed));
        assert_eq!(seen(EditionState::Open, 24, 10, 17), Some(PublicStatus::Closed));
        assert_eq!(seen(EditionState::Confirmed, 20, 10, 26), Some(PublicStatus::Closed));
        assert_eq!(seen(EditionState::Confirmed, 20, 10, 27), Some(PublicStatus::Held));
    }

    #[test]
    fn an_edition_without_a_date_shows_its_season() {
        let season = SeasonWindow::only(Season::of(date(2024, 3, 1)));
        let plan = EditionPlan {
            when: When::Season(season),
            ..october()
        };
        let edition = Edition::stored(EditionState::InterestOnly, plan);
        let status = PublicStatus::of(&edition, 0, date(2023, 10, 1));
        assert_eq!(status, Some(PublicStatus::InterestOnly { season: Some(season) }));
    }

    #[test]
    fn drafts_and_what_is_not_published_are_not_seen() {
        assert_eq!(seen(EditionState::Draft, 0, 10, 1), None);
        let hidden = EditionPlan {
            published: false,
            ..october()
        };
        for state in EditionState::ALL {
            let edition = Edition::stored(*state, hidden.clone());
            assert_eq!(PublicStatus::of(&edition, 0, date(2023, 10, 1)), None);
        }
    }
}
