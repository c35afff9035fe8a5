//! One of several numbered panels, chosen with dice, coins or lottery balls in front of everybody.

/// How a number is chosen by hand: a thing with equally likely sides is thrown several times, or a ball drawn and put back.
///
/// Sides are counted from 0. Ten-sided dice and balls for lotteries are marked like that; of an ordinary die, the six counts as 0; of a
/// coin, one side is 0 and the other 1, as agreed before. The throws are read as the digits of a number, the first one as the highest;
/// panels are numbered from 0. Three ten-sided dice in three colours that show 0, 4 and 2 choose panel 42 of 1000.
///
/// If the number of combinations is no multiple of the number of panels, the combinations from the greatest multiple on are thrown again,
/// and below it the remainder by the number of panels decides: so every panel has the same chance, and more than half of all combinations
/// count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ceremony {
    panels: u64,
    sides: u32,
    throws: u32,
}

/// What the throws decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The number of the panel, counted from 0.
    Panel(u64),
    /// These throws do not count: all are made again.
    Again,
}

/// The throws cannot be what was thrown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misread {
    /// Not as many as needed.
    Throws {
        /// How many were handed in.
        got: usize,
        /// How many are needed.
        wanted: u32,
    },
    /// There is no such side.
    Side {
        /// Which throw, counted from 0.
        throw: usize,
        /// What it is said to show.
        side: u32,
    },
}

impl Ceremony {
    /// The fewest throws of something with `sides` sides that can choose among `panels`. `None`: there is nothing to choose from, fewer
    /// than two sides, or so many panels that the combinations cannot be counted.
    #[must_use]
    pub fn new(panels: u64, sides: u32) -> Option<Self> {
        if panels == 0 || sides < 2 {
            return None;
        }
        let mut combinations: u64 = 1;
        let mut throws = 0;
        while combinations < panels {
            combinations = combinations.checked_mul(u64::from(sides))?;
            throws += 1;
        }
        Some(Self { panels, sides, throws })
    }

    /// Ways to choose among `panels` that can be got in a shop, the easiest to follow first: fewest combinations that do not count, then
    /// fewest throws. An urn with one ball for each panel is among them up to 100 panels.
    #[must_use]
    pub fn ways(panels: u64) -> Vec<Self> {
        let urn = u32::try_from(panels).ok().filter(|&balls| (11..=100).contains(&balls));
        let mut ways: Vec<Self> = [10, 6, 20, 2]
            .into_iter()
            .chain(urn)
            .filter_map(|sides| Self::new(panels, sides))
            .collect();
        ways.sort_by_key(|way| {
            let lost = (way.combinations() - way.counting()) as f64 / way.combinations() as f64;
            ((lost * 1e9) as u64, way.throws)
        });
        ways
    }

    /// How many panels there are.
    #[must_use]
    pub const fn panels(&self) -> u64 {
        self.panels
    }

    /// How many sides the thing has that is thrown, or how many balls are in the urn.
    #[must_use]
    pub const fn sides(&self) -> u32 {
        self.sides
    }

    /// How often it is thrown, or how many of them are thrown together.
    #[must_use]
    pub const fn throws(&self) -> u32 {
        self.throws
    }

    /// How many combinations there are.
    #[must_use]
    pub fn combinations(&self) -> u64 {
        u64::from(self.sides).pow(self.throws)
    }

    /// How many of them count; the others are thrown again.
    #[must_use]
    pub fn counting(&self) -> u64 {
        self.combinations() / self.panels * self.panels
    }

    /// Which panel the throws choose.
    ///
    /// # Errors
    /// If they cannot have been thrown.
    pub fn read(&self, throws: &[u32]) -> Result<Outcome, Misread> {
        if throws.len() != self.throws as usize {
            return Err(Misread::Throws {
                got: throws.len(),
                wanted: self.throws,
            });
        }
        if let Some((throw, &side)) = throws.iter().enumerate().find(|&(_, &side)| side >= self.sides) {
            return Err(Misread::Side { throw, side });
        }
        let number = throws
            .iter()
            .fold(0, |number, &side| number * u64::from(self.sides) + u64::from(side));
        Ok(if number < self.counting() {
            Outcome::Panel(number % self.panels)
        } else {
            Outcome::Again
        })
    }

    /// The throws as the text of a seed: numbers with a space between them, as in `0 4 2`.
    #[must_use]
    pub fn text(throws: &[u32]) -> String {
        let numbers: Vec<String> = throws.iter().map(u32::to_string).collect();
        numbers.join(" ")
    }
}
