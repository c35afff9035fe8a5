//! A registration: one person's seat in an edition.

use jiff::civil::Date;
use platform::values::Money;

use super::{CancellationTerms, Participant};

db::text_enum!(
    /// Where a registration stands.
    pub enum RegistrationState {
        /// Asked for, not yet settled; holds no seat.
        Requested => "requested",
        /// Has a seat.
        Confirmed => "confirmed",
        /// Given up by the participant or the payer.
        CancelledByParticipant => "cancelled-by-participant",
        /// Ended by the house, because the edition was cancelled or by mistake.
        CancelledByHouse => "cancelled-by-house",
        /// A colleague comes instead; the seat is the colleague's.
        Substituted => "substituted",
        /// Was there.
        Attended => "attended",
        /// Did not come.
        NoShow => "no-show",
    }
);

db::text_enum!(
    /// What can happen to a registration. The words stand in the audit log.
    pub enum RegistrationStep {
        /// Give it a seat; whether one is free is decided before.
        Confirm => "confirm",
        /// The participant gives up.
        Withdraw => "withdraw",
        /// The house ends it.
        CancelByHouse => "cancel-by-house",
        /// A colleague comes instead.
        Substitute => "substitute",
        /// Was there. Also corrects a mistake afterwards.
        Attend => "attend",
        /// Did not come. Also corrects a mistake afterwards.
        Miss => "miss",
    }
);

impl RegistrationState {
    /// Where a step leads from here; `None` where it leads nowhere. The whole map of allowed ways.
    #[must_use]
    pub const fn after(self, step: RegistrationStep) -> Option<RegistrationState> {
        use RegistrationState as State;
        use RegistrationStep as Step;
        Some(match (self, step) {
            (State::Requested, Step::Confirm) => State::Confirmed,
            (State::Requested | State::Confirmed, Step::Withdraw) => State::CancelledByParticipant,
            (State::Requested | State::Confirmed, Step::CancelByHouse) => State::CancelledByHouse,
            (State::Confirmed, Step::Substitute) => State::Substituted,
            (State::Confirmed | State::NoShow, Step::Attend) => State::Attended,
            (State::Confirmed | State::Attended, Step::Miss) => State::NoShow,
            _ => return None,
        })
    }

    /// Whether it counts as a seat taken.
    #[must_use]
    pub const fn holds_seat(self) -> bool {
        matches!(self, Self::Confirmed | Self::Attended | Self::NoShow)
    }

    /// Whether the same person cannot sign up for the edition once more.
    #[must_use]
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Requested) || self.holds_seat()
    }

    /// Whether nothing can happen any more: a comeback is a new registration.
    #[must_use]
    pub fn is_final(self) -> bool {
        RegistrationStep::ALL.iter().all(|step| self.after(*step).is_none())
    }
}

/// Why a step was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegistrationRefusal {
    /// There is no such way from here.
    #[error("{step} leads nowhere from {state}")]
    NoWay {
        /// Where the registration stands.
        state: RegistrationState,
        /// What was tried.
        step: RegistrationStep,
    },
    /// The edition has begun; who stays away now is a no-show.
    #[error("the edition began on {first_day}")]
    Begun {
        /// The first day of the edition.
        first_day: Date,
    },
    /// Nobody can have attended yet.
    #[error("the edition begins on {first_day}")]
    NotBegun {
        /// The first day of the edition.
        first_day: Date,
    },
}

/// One person's seat in an edition, with the price and terms its payer accepted. The state changes only through [`Registration::take`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    state: RegistrationState,
    /// Who.
    pub participant: Participant,
    /// The price of the seat without tax, as accepted.
    pub price: Money,
    /// The terms of cancellation, as accepted.
    pub terms: CancellationTerms,
}

impl Registration {
    /// A new one, for which no seat has been found yet.
    #[must_use]
    pub const fn requested(participant: Participant, price: Money, terms: CancellationTerms) -> Self {
        Self {
            state: RegistrationState::Requested,
            participant,
            price,
            terms,
        }
    }

    /// The same registration in the state this program stored.
    #[must_use]
    pub fn stored(self, state: RegistrationState) -> Self {
        Self { state, ..self }
    }

    /// Where it stands.
    #[must_use]
    pub const fn state(&self) -> RegistrationState {
        self.state
    }

    /// Takes a step, if it is allowed from here and now. Answers what it costs, without tax: only giving up costs anything. The only writer of the state.
    ///
    /// # Errors
    /// [`RegistrationRefusal`]; then nothing has changed.
    pub fn take(&mut self, step: RegistrationStep, today: Date, first_day: Date) -> Result<Money, RegistrationRefusal> {
        let state = self.state;
        let next = state.after(step).ok_or(RegistrationRefusal::NoWay { state, step })?;
        let fee = match step {
            RegistrationStep::Withdraw | RegistrationStep::Substitute if today > first_day => {
                return Err(RegistrationRefusal::Begun { first_day });
            }
            RegistrationStep::Attend | RegistrationStep::Miss if today < first_day => {
                return Err(RegistrationRefusal::NotBegun { first_day });
            }
            RegistrationStep::Withdraw if state.holds_seat() => self.terms.fee(self.price, today, first_day),
            _ => Money::ZERO,
        };
        self.state = next;
        Ok(fee)
    }
}

#[cfg(test)]
#[path = "registration_tests.rs"]
mod tests;
