//! Where an edition takes place.

use platform::values::Line;
use serde::{Deserialize, Serialize};

use super::{Bilingual, Note};

db::text_enum!(
    /// How participants take part.
    pub enum Mode {
        /// Through a link; no address and no catering.
        Online => "online",
        /// In the room.
        Venue => "venue",
        /// Some in the room, some through a link.
        Hybrid => "hybrid",
    }
);

impl Mode {
    /// Whether somebody comes to an address, eats lunch and may need a ramp.
    #[must_use]
    pub const fn meets_in_person(self) -> bool {
        !matches!(self, Self::Online)
    }
}

/// A place where courses are held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Venue {
    /// What people call it.
    pub name: Line<120>,
    /// Street and number.
    pub street: Line<120>,
    /// Postcode; a few addresses are given without one.
    pub postcode: Option<Line<10>>,
    /// Town.
    pub town: Line<80>,
    /// How to get in: steps, lift, hearing loop.
    pub access: Option<Bilingual<Note>>,
}

impl Venue {
    /// The address on one line.
    #[must_use]
    pub fn address(&self) -> String {
        match &self.postcode {
            Some(postcode) => format!("{}, {postcode} {}", self.street, self.town),
            None => format!("{}, {}", self.street, self.town),
        }
    }
}
