//! An edition: one run of a course.

use jiff::Timestamp;
use jiff::civil::Date;
use platform::values::Line;

use super::{Capacity, Days, DeadlineRule, EditionState, EditionStep, Mode, Price, SeasonWindow, Venue};

/// When an edition takes place, as exactly as is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// Some time in a season.
    Season(SeasonWindow),
    /// On these days.
    Days(Days),
}

/// What an edition is planned to be. The administration fills it in; [`Edition::revise`] checks changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionPlan {
    /// When.
    pub when: When,
    /// How participants take part.
    pub mode: Mode,
    /// Where, unless online.
    pub venue: Option<Venue>,
    /// How many seats there are; the house decides, there is no default.
    pub capacity: Option<Capacity>,
    /// How many people it takes for it to be held (course page: 18).
    pub min_seats: u16,
    /// When sign-up closes (course page: 10 days before).
    pub deadline: DeadlineRule,
    /// What a seat costs.
    pub price: Price,
    /// Whether the public sees it; a draft is never seen.
    pub published: bool,
}

impl EditionPlan {
    /// The days, if they are set.
    #[must_use]
    pub const fn days(&self) -> Option<&Days> {
        match &self.when {
            When::Days(days) => Some(days),
            When::Season(_) => None,
        }
    }

    /// What must be settled before people can sign up.
    #[must_use]
    pub fn missing(&self) -> Vec<Missing> {
        let seats = self.capacity.map(Capacity::get);
        let gaps = [
            (self.days().is_none(), Missing::Days),
            (self.mode.meets_in_person() && self.venue.is_none(), Missing::Venue),
            (seats.is_none(), Missing::Capacity),
            (seats.is_some_and(|seats| seats < self.min_seats), Missing::RoomForMinimum),
        ];
        gaps.into_iter().filter(|gap| gap.0).map(|gap| gap.1).collect()
    }
}

db::text_enum!(
    /// Something to settle before people can sign up.
    pub enum Missing {
        /// The date.
        Days => "days",
        /// The place.
        Venue => "venue",
        /// The number of seats.
        Capacity => "capacity",
        /// More seats, or a smaller minimum.
        RoomForMinimum => "room-for-minimum",
    }
);

/// What is known at the moment of a step.
#[derive(Clone, Debug)]
pub struct Circumstances {
    /// Today's date in Denmark.
    pub today: Date,
    /// How many seats are held.
    pub seats_held: u16,
    /// Why, where a step needs a reason.
    pub reason: Option<Line<500>>,
}

/// Why a step or a change was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditionRefusal {
    /// There is no such way from here.
    #[error("{step} leads nowhere from {state}")]
    NoWay {
        /// Where the edition stands.
        state: EditionState,
        /// What was tried.
        step: EditionStep,
    },
    /// Something must be settled first.
    #[error("not settled yet: {0:?}")]
    NotReady(Vec<Missing>),
    /// Sign-up would be closed at once. Mend: a later date or deadline.
    #[error("the deadline was {last_day}")]
    DeadlinePassed {
        /// The last day of sign-up.
        last_day: Date,
    },
    /// People were told that they can still sign up. Mend: set an earlier last day first.
    #[error("sign-up is open until {last_day}")]
    DeadlineAhead {
        /// The last day of sign-up.
        last_day: Date,
    },
    /// Fewer than the minimum, or a decision that needs explaining. Mend: say why.
    #[error("a reason is needed")]
    ReasonNeeded,
    /// Nobody signed up.
    #[error("nobody signed up")]
    Nobody,
    /// It is not over yet.
    #[error("the last day is {last_day}")]
    NotOver {
        /// The last day of the edition.
        last_day: Date,
    },
    /// Fewer seats than people who hold one.
    #[error("{held} seats are held")]
    BelowHeld {
        /// How many hold a seat.
        held: u16,
    },
    /// It is over, one way or the other, and its plan is history.
    #[error("nothing changes in {state}")]
    Settled {
        /// Where the edition stands.
        state: EditionState,
    },
}

/// One run of a course. Its state changes only through [`Edition::take`], its plan only through [`Edition::revise`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    state: EditionState,
    plan: EditionPlan,
}

impl Edition {
    /// A new one.
    #[must_use]
    pub const fn draft(plan: EditionPlan) -> Self {
        Self {
            state: EditionState::Draft,
            plan,
        }
    }

    /// One as this program stored it.
    #[must_use]
    pub const fn stored(state: EditionState, plan: EditionPlan) -> Self {
        Self { state, plan }
    }

    /// Where it stands.
    #[must_use]
    pub const fn state(&self) -> EditionState {
        self.state
    }

    /// Its plan.
    #[must_use]
    pub const fn plan(&self) -> &EditionPlan {
        &self.plan
    }

    /// Takes a step, if it is allowed from here and now. The only writer of the state.
    ///
    /// # Errors
    /// [`EditionRefusal`]; then nothing has changed.
    pub fn take(&mut self, step: EditionStep, now: &Circumstances) -> Result<EditionState, EditionRefusal> {
        let next = self.state.after(step).ok_or(EditionRefusal::NoWay { state: self.state, step })?;
        self.guard(step, now)?;
        self.state = next;
        Ok(next)
    }

    fn guard(&self, step: EditionStep, now: &Circumstances) -> Result<(), EditionRefusal> {
        let explained = now.reason.is_some();
        match step {
            EditionStep::Open | EditionStep::Reopen => match (self.plan.missing(), self.last_signup_day()) {
                (missing, _) if !missing.is_empty() => Err(EditionRefusal::NotReady(missing)),
                (_, Some(last_day)) if now.today > last_day => Err(EditionRefusal::DeadlinePassed { last_day }),
                _ => Ok(()),
            },
            EditionStep::CloseSignup => match self.last_signup_day() {
                Some(last_day) if now.today <= last_day => Err(EditionRefusal::DeadlineAhead { last_day }),
                _ => Ok(()),
            },
            EditionStep::Confirm if now.seats_held == 0 => Err(EditionRefusal::Nobody),
            EditionStep::Confirm if now.seats_held < self.plan.min_seats && !explained => Err(EditionRefusal::ReasonNeeded),
            EditionStep::Unconfirm | EditionStep::Cancel if !explained => Err(EditionRefusal::ReasonNeeded),
            EditionStep::Hold => match self.plan.days().map(Days::last) {
                Some(last_day) if now.today < last_day => Err(EditionRefusal::NotOver { last_day }),
                _ => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// Changes the plan. Seats that are held stay, and what people signed up for stays complete.
    ///
    /// # Errors
    /// [`EditionRefusal::Settled`], [`EditionRefusal::BelowHeld`], [`EditionRefusal::NotReady`]; then nothing has changed.
    pub fn revise(&mut self, plan: EditionPlan, seats_held: u16) -> Result<(), EditionRefusal> {
        let state = self.state;
        if state.is_final() || state == EditionState::Held {
            return Err(EditionRefusal::Settled { state });
        }
        if plan.capacity.is_some_and(|capacity| capacity.get() < seats_held) {
            return Err(EditionRefusal::BelowHeld { held: seats_held });
        }
        let missing = plan.missing();
        if state.is_live() && !missing.is_empty() {
            return Err(EditionRefusal::NotReady(missing));
        }
        self.plan = plan;
        Ok(())
    }

    /// The last day on which people can sign up, once the date is set.
    #[must_use]
    pub fn last_signup_day(&self) -> Option<Date> {
        self.plan.days().map(|days| self.plan.deadline.last_day(days.first()))
    }

    /// The moment at which sign-up is closed, once the date is set.
    #[must_use]
    pub fn signup_closes_at(&self) -> Option<Timestamp> {
        self.plan.days().map(|days| self.plan.deadline.closes_at(days.first()))
    }

    /// Whether people can sign up on a day, seats permitting. The deadline counts by itself: no job needs to have closed the edition in time.
    #[must_use]
    pub fn takes_signups_on(&self, today: Date) -> bool {
        matches!(self.state, EditionState::Open | EditionState::Confirmed) && self.last_signup_day().is_some_and(|last| today <= last)
    }
}

#[cfg(test)]
#[path = "edition_tests.rs"]
mod tests;
