//! Where an edition stands, and the ways from there.

db::text_enum!(
    /// Where an edition stands. "Full" is no state: it follows from the seats.
    pub enum EditionState {
        /// Being planned; nobody sees it.
        Draft => "draft",
        /// Announced for a season; collects interest (course page: "autumn 2023/spring 2024, register interest").
        InterestOnly => "interest-only",
        /// People can sign up until the deadline.
        Open => "open",
        /// The deadline has passed; somebody decides whether it runs.
        SignupClosed => "signup-closed",
        /// It runs. If that was decided early, people can still sign up until the deadline.
        Confirmed => "confirmed",
        /// It does not take place.
        Cancelled => "cancelled",
        /// It takes place as another edition.
        Moved => "moved",
        /// It took place.
        Held => "held",
        /// Everything about it is done.
        Archived => "archived",
    }
);

db::text_enum!(
    /// What can happen to an edition. The words stand in the audit log.
    pub enum EditionStep {
        /// Announce it for a season.
        InviteInterest => "invite-interest",
        /// Open sign-up.
        Open => "open",
        /// Close sign-up after the deadline.
        CloseSignup => "close-signup",
        /// Open sign-up again, with a later deadline.
        Reopen => "reopen",
        /// Decide that it runs.
        Confirm => "confirm",
        /// Take that decision back.
        Unconfirm => "unconfirm",
        /// Decide that it does not take place.
        Cancel => "cancel",
        /// Hold it as another edition instead.
        Move => "move",
        /// Note that it took place.
        Hold => "hold",
        /// Put it away.
        Archive => "archive",
    }
);

impl EditionState {
    /// Where a step leads from here; `None` where it leads nowhere. The whole map of allowed ways.
    #[must_use]
    pub const fn after(self, step: EditionStep) -> Option<EditionState> {
        use EditionState as State;
        use EditionStep as Step;
        Some(match (self, step) {
            (State::Draft, Step::InviteInterest) => State::InterestOnly,
            (State::Draft | State::InterestOnly, Step::Open) => State::Open,
            (State::Open, Step::CloseSignup) => State::SignupClosed,
            (State::SignupClosed, Step::Reopen) => State::Open,
            (State::Open | State::SignupClosed, Step::Confirm) => State::Confirmed,
            (State::Confirmed, Step::Unconfirm) => State::SignupClosed,
            (State::Draft | State::InterestOnly | State::Open | State::SignupClosed | State::Confirmed, Step::Cancel) => State::Cancelled,
            (State::Open | State::SignupClosed | State::Confirmed, Step::Move) => State::Moved,
            (State::Confirmed, Step::Hold) => State::Held,
            (State::Held, Step::Archive) => State::Archived,
            _ => return None,
        })
    }

    /// The steps that lead somewhere from here, in the order of declaration: for the buttons of the administration.
    pub fn steps(self) -> impl Iterator<Item = EditionStep> {
        EditionStep::ALL.iter().copied().filter(move |step| self.after(*step).is_some())
    }

    /// Whether nothing can happen any more.
    #[must_use]
    pub fn is_final(self) -> bool {
        self.steps().next().is_none()
    }

    /// Whether people hold or could get seats: what they were told must stay true, so the plan must stay complete.
    #[must_use]
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Open | Self::SignupClosed | Self::Confirmed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ordinary_life_of_an_edition() {
        let life = [
            (EditionStep::InviteInterest, EditionState::InterestOnly),
            (EditionStep::Open, EditionState::Open),
            (EditionStep::CloseSignup, EditionState::SignupClosed),
            (EditionStep::Confirm, EditionState::Confirmed),
            (EditionStep::Hold, EditionState::Held),
            (EditionStep::Archive, EditionState::Archived),
        ];
        let mut state = EditionState::Draft;
        for (step, next) in life {
            state = state.after(step).unwrap();
            assert_eq!(state, next);
        }
    }

    #[test]
    fn cancelled_moved_and_archived_are_the_only_ends() {
        let ends: Vec<EditionState> = EditionState::ALL.iter().copied().filter(|state| state.is_final()).collect();
        assert_eq!(ends, [EditionState::Cancelled, EditionState::Moved, EditionState::Archived]);
    }

    #[test]
    fn every_state_can_be_reached_and_every_step_is_good_for_something() {
        let mut reached = vec![EditionState::Draft];
        let mut next = 0;
        while let Some(state) = reached.get(next).copied() {
            next += 1;
            for step in state.steps() {
                let after = state.after(step).unwrap();
                if !reached.contains(&after) {
                    reached.push(after);
                }
            }
        }
        assert_eq!(reached.len(), EditionState::ALL.len());
        for step in EditionStep::ALL {
            assert!(EditionState::ALL.iter().any(|state| state.after(*step).is_some()), "{step}");
        }
    }

    #[test]
    fn what_was_held_can_not_be_cancelled_afterwards() {
        assert_eq!(EditionState::Held.after(EditionStep::Cancel), None);
        assert_eq!(EditionState::Held.steps().collect::<Vec<_>>(), [EditionStep::Archive]);
    }
}
