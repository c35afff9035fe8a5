//! Drawing one panel.

use super::{Draw, Record, TICKETS, by, from};
use crate::random::{Ceremony, Commitment, Misread, Outcome, Seed, TooShort};

/// The name of the stream that draws a ticket.
pub(super) const TICKET: &str = "panel ticket";
/// The name of the stream that draws the number of a panel.
pub(super) const NUMBER: &str = "panel number";

/// The text that decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chance {
    /// Seen by everybody when all else is fixed.
    Public {
        /// As published.
        text: String,
    },
    /// A secret that was promised before, and a text that was published after the promise.
    Joint {
        /// As shown after the public text was known.
        secret: String,
        /// As published.
        text: String,
    },
    /// Made by the computer at the moment of the draw. It can be repeated from the text, but nobody can see that no other text was tried before.
    Fresh {
        /// As made.
        text: String,
    },
}

impl Chance {
    /// The seed.
    #[must_use]
    pub fn seed(&self) -> Seed {
        match self {
            Self::Public { text } | Self::Fresh { text } => Seed::of(&[text]),
            Self::Joint { secret, text } => Seed::of(&[secret, text]),
        }
    }
}

/// Why nothing was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undrawn {
    /// There are no panels to draw from.
    NoPanels,
    /// There are no numbered panels to draw from.
    NoList,
    /// The secret could be guessed from what was promised.
    Secret(TooShort),
    /// Nothing that can be thrown has so few sides.
    Sides {
        /// How many.
        sides: u32,
    },
    /// The throws cannot be what was thrown.
    Misread(Misread),
    /// These throws do not count: all are made again.
    Again,
}

impl Record {
    /// Draws a ticket, and with it a panel.
    ///
    /// # Errors
    /// Without panels, or with a secret that is too short.
    pub fn draw_ticket(&mut self, chance: &Chance) -> Result<&Draw, Undrawn> {
        if self.panels.is_empty() {
            return Err(Undrawn::NoPanels);
        }
        let ticket = chance.seed().stream(TICKET).below(TICKETS);
        let mut upto = 0;
        let panel = self
            .panels
            .iter()
            .position(|panel| {
                upto += panel.tickets;
                ticket < upto
            })
            .ok_or(Undrawn::NoPanels)?;
        let members = self.panels[panel].members.clone();
        self.drawn(Draw {
            number: ticket,
            panel,
            members,
            ..draw(from::TICKETS, chance)?
        })
    }

    /// Draws the number of one of the numbered panels.
    ///
    /// # Errors
    /// Without numbered panels, or with a secret that is too short.
    pub fn draw_from_list(&mut self, chance: &Chance) -> Result<&Draw, Undrawn> {
        let panels = self.numbered()?;
        let panel = chance.seed().stream(NUMBER).place(panels.len());
        let members = panels[panel].clone();
        self.drawn(Draw {
            number: panel as u64,
            panel,
            members,
            ..draw(from::LIST, chance)?
        })
    }

    /// Reads what was thrown in front of everybody: the number of one of the numbered panels, with as many throws as [`Ceremony::new`] says.
    ///
    /// # Errors
    /// Without numbered panels, or with throws that say nothing.
    pub fn draw_by_ceremony(&mut self, throws: &[u32], sides: u32) -> Result<&Draw, Undrawn> {
        let panels = self.numbered()?;
        let ceremony = Ceremony::new(panels.len() as u64, sides).ok_or(Undrawn::Sides { sides })?;
        let number = match ceremony.read(throws).map_err(Undrawn::Misread)? {
            Outcome::Panel(number) => number,
            Outcome::Again => return Err(Undrawn::Again),
        };
        let panel = usize::try_from(number).map_err(|_| Undrawn::NoList)?;
        let members = panels.get(panel).ok_or(Undrawn::NoList)?.clone();
        self.drawn(Draw {
            from: from::LIST.to_owned(),
            by: by::CEREMONY.to_owned(),
            text: throws.iter().map(u32::to_string).collect(),
            commitment: None,
            sides: Some(sides),
            number,
            panel,
            members,
        })
    }

    /// Notes who was chosen by a program without a list of panels, as numbers in the pool, and by which text.
    ///
    /// # Errors
    /// With a secret that is too short.
    pub fn drawn_by_run(&mut self, members: &[usize], chance: &Chance) -> Result<&Draw, Undrawn> {
        let members = members.iter().map(|&person| self.pool[person].id.clone()).collect();
        self.drawn(Draw {
            members,
            ..draw(from::RUN, chance)?
        })
    }

    fn numbered(&self) -> Result<&[Vec<String>], Undrawn> {
        let panels = self.lottery.as_ref().map(|lottery| lottery.panels.as_slice());
        panels.filter(|panels| !panels.is_empty()).ok_or(Undrawn::NoList)
    }

    fn drawn(&mut self, draw: Draw) -> Result<&Draw, Undrawn> {
        Ok(self.draw.insert(draw))
    }
}

/// A draw of nobody yet, by this text.
fn draw(from: &str, chance: &Chance) -> Result<Draw, Undrawn> {
    let (by, text, commitment) = match chance {
        Chance::Public { text } => (by::SEED, vec![text.clone()], None),
        Chance::Joint { secret, text } => {
            let commitment = Commitment::to(secret).map_err(Undrawn::Secret)?;
            (
                by::SEED_WITH_SECRET,
                vec![secret.clone(), text.clone()],
                Some(commitment.to_string()),
            )
        }
        Chance::Fresh { text } => (by::FRESH, vec![text.clone()], None),
    };
    Ok(Draw {
        from: from.to_owned(),
        by: by.to_owned(),
        text,
        commitment,
        sides: None,
        number: 0,
        panel: 0,
        members: Vec::new(),
    })
}
