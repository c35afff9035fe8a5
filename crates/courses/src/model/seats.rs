//! Seats: who fits.

use platform::values::ValueError;

/// How many seats an edition has: 1 to 1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Capacity(u16);

impl Capacity {
    /// The most seats an edition can have.
    pub const MAX: u16 = 1_000;

    /// A number of seats.
    ///
    /// # Errors
    /// [`ValueError::NotAChoice`] outside 1 to [`Capacity::MAX`].
    pub fn new(seats: u16) -> Result<Self, ValueError> {
        if (1..=Self::MAX).contains(&seats) {
            Ok(Self(seats))
        } else {
            Err(ValueError::NotAChoice)
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }
}

/// How many people sign up together: 1 to 20.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupSize(u8);

impl GroupSize {
    /// The largest group one sign-up can bring.
    pub const MAX: u8 = 20;

    /// A number of people.
    ///
    /// # Errors
    /// [`ValueError::NotAChoice`] outside 1 to [`GroupSize::MAX`].
    pub fn new(people: usize) -> Result<Self, ValueError> {
        match u8::try_from(people) {
            Ok(people) if (1..=Self::MAX).contains(&people) => Ok(Self(people)),
            _ => Err(ValueError::NotAChoice),
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// The answer to a group that wants seats. All of the group or none: colleagues who sign up together come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatDecision {
    /// They fit.
    Granted {
        /// How many seats are left after them.
        left: u16,
    },
    /// Some of them would fit, but not all.
    TooFew {
        /// How many seats are left.
        left: u16,
    },
    /// No seat is left.
    Full,
}

/// The seats of an edition at one moment. Read both numbers and act on the answer within one transaction that has locked the edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seats {
    capacity: Capacity,
    held: u16,
}

impl Seats {
    /// So many seats, so many of them held.
    #[must_use]
    pub const fn new(capacity: Capacity, held: u16) -> Self {
        Self { capacity, held }
    }

    /// How many seats are left; none if more are held than there are.
    #[must_use]
    pub const fn left(self) -> u16 {
        self.capacity.get().saturating_sub(self.held)
    }

    /// Whether a group fits.
    #[must_use]
    pub fn decide(self, group: GroupSize) -> SeatDecision {
        match (self.left(), u16::from(group.get())) {
            (0, _) => SeatDecision::Full,
            (left, wanted) if wanted > left => SeatDecision::TooFew { left },
            (left, wanted) => SeatDecision::Granted { left: left - wanted },
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn seats(capacity: u16, held: u16) -> Seats {
        Seats::new(Capacity::new(capacity).unwrap(), held)
    }

    fn group(people: usize) -> GroupSize {
        GroupSize::new(people).unwrap()
    }

    #[test]
    fn three_colleagues_do_not_get_two_seats() {
        assert_eq!(seats(24, 22).decide(group(3)), SeatDecision::TooFew { left: 2 });
        assert_eq!(seats(24, 22).decide(group(2)), SeatDecision::Granted { left: 0 });
        assert_eq!(seats(24, 24).decide(group(1)), SeatDecision::Full);
        assert_eq!(seats(20, 24).decide(group(1)), SeatDecision::Full);
    }

    #[test]
    fn groups_have_one_to_twenty_people_and_editions_one_to_a_thousand_seats() {
        assert!(GroupSize::new(0).is_err() && GroupSize::new(21).is_err() && GroupSize::new(300).is_err());
        assert!(Capacity::new(0).is_err() && Capacity::new(1_001).is_err());
        assert_eq!((group(20).get(), Capacity::new(1_000).map(Capacity::get)), (20, Ok(1_000)));
    }

    /// What can happen to the seats of an edition.
    #[derive(Clone, Debug)]
    enum Move {
        SignUp(usize),
        Leave(u16),
        Resize(u16),
    }

    fn a_move() -> impl Strategy<Value = Move> {
        prop_oneof![
            (1usize..=20).prop_map(Move::SignUp),
            (1u16..=20).prop_map(Move::Leave),
            (1u16..=60).prop_map(Move::Resize),
        ]
    }

    proptest! {
        /// However people come, go and change the room: never more seats held than there are, and never somebody turned away who would have fitted.
        #[test]
        fn seats_held_never_exceed_capacity(capacity in 1u16..=60, moves in prop::collection::vec(a_move(), 0..200)) {
            let mut capacity = Capacity::new(capacity).unwrap();
            let mut held = 0u16;
            for one in moves {
                match one {
                    Move::SignUp(people) => {
                        let wanted = u16::try_from(people).unwrap();
                        match Seats::new(capacity, held).decide(group(people)) {
                            SeatDecision::Granted { left } => {
                                held += wanted;
                                prop_assert_eq!(left, capacity.get() - held);
                            }
                            SeatDecision::TooFew { left } => prop_assert!(left > 0 && wanted > left && held + left == capacity.get()),
                            SeatDecision::Full => prop_assert_eq!(held, capacity.get()),
                        }
                    }
                    Move::Leave(people) => held = held.saturating_sub(people),
                    // As `Edition::revise` does it.
                    Move::Resize(to) if to >= held => capacity = Capacity::new(to).unwrap(),
                    Move::Resize(_) => {}
                }
                prop_assert!(held <= capacity.get());
            }
        }
    }
}
