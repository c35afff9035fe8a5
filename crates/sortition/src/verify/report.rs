//! What was checked and what was found.

/// What is checked, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// It is a record, and its words are known.
    Format,
    /// Everybody in the pool is somebody, once, with values that have a quota.
    Pool,
    /// Each panel obeys size, quotas and households, and nobody sits on it who must not.
    Panels,
    /// The tickets of all panels are all tickets, and each panel's chance is what its tickets are worth.
    Tickets,
    /// Everybody's chance is what the tickets of their panels are worth.
    Probabilities,
    /// The steps of the chances are those of the chances.
    Levels,
    /// Lowest and highest chance, spread and value are those of the chances.
    Figures,
    /// Who has no chance cannot have any.
    Unreachable,
    /// The proof goes through everybody, and says of each the chance they have.
    Steps,
    /// No lottery has a better objective than stated: recalculated from the prices.
    Bound,
    /// The chances are as near to the best as stated.
    Gap,
    /// All panels obey the inequalities that were learnt.
    Learnt,
    /// Each numbered panel obeys everything.
    List,
    /// The numbered panels are as near to the chances as stated.
    Deviation,
    /// The secret is the one that was promised.
    Commitment,
    /// The text gives this ticket or number, and it gives this panel and these people.
    Draw,
}

impl Code {
    /// The name in other formats.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Pool => "pool",
            Self::Panels => "panels",
            Self::Tickets => "tickets",
            Self::Probabilities => "probabilities",
            Self::Levels => "levels",
            Self::Figures => "figures",
            Self::Unreachable => "unreachable",
            Self::Steps => "steps",
            Self::Bound => "bound",
            Self::Gap => "gap",
            Self::Learnt => "learnt",
            Self::List => "list",
            Self::Deviation => "deviation",
            Self::Commitment => "commitment",
            Self::Draw => "draw",
        }
    }
}

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is so.
    Passed,
    /// It is not so.
    Failed,
    /// It may be so, but nothing here can tell.
    NotChecked,
}

/// One check.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// What was checked.
    pub code: Code,
    /// How it ended.
    pub verdict: Verdict,
    /// How many things were looked at: people, panels, inequalities.
    pub count: usize,
    /// What the record says, where it is one number.
    pub stated: Option<f64>,
    /// What was found instead or the same.
    pub found: Option<f64>,
    /// Everything that is wrong, or that could not be checked.
    pub faults: Vec<Fault>,
}

impl Check {
    /// Passed if nothing is wrong.
    pub(super) fn of(code: Code, count: usize, faults: Vec<Fault>) -> Self {
        Self {
            code,
            verdict: if faults.is_empty() { Verdict::Passed } else { Verdict::Failed },
            count,
            stated: None,
            found: None,
            faults,
        }
    }

    pub(super) fn with(self, stated: Option<f64>, found: Option<f64>) -> Self {
        Self { stated, found, ..self }
    }
}

/// A panel that is spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the lottery, from 0.
    Panel(usize),
    /// In the list of numbered panels, from 0.
    Numbered(usize),
    /// The one that was drawn.
    Drawn,
}

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// A word that nobody knows.
    Word {
        /// Where.
        field: &'static str,
        /// What.
        found: String,
    },
    /// A number is another.
    Number {
        /// Where.
        field: &'static str,
        /// What the record says.
        stated: Option<f64>,
        /// What it is; `None`: it should not be there, or nothing proves it.
        found: Option<f64>,
    },
    /// Somebody is in the pool twice.
    Twice {
        /// The id.
        id: String,
    },
    /// Somebody is not in the pool.
    Unknown {
        /// The id.
        id: String,
    },
    /// Somebody has a value without a quota, or too few or too many values.
    Values {
        /// The id.
        id: String,
    },
    /// A quota stands twice, or asks for more than it allows.
    Quota {
        /// Its place.
        quota: usize,
    },
    /// A panel has too few or too many people.
    Size {
        /// Which.
        panel: Place,
        /// How many.
        people: usize,
    },
    /// Somebody sits on a panel twice.
    TwiceOnPanel {
        /// Which.
        panel: Place,
        /// The id.
        id: String,
    },
    /// Somebody sits on a panel who cannot be drawn.
    NotDrawable {
        /// Which.
        panel: Place,
        /// The id.
        id: String,
    },
    /// A panel does not keep a quota.
    QuotaOfPanel {
        /// Which.
        panel: Place,
        /// The place of the quota.
        quota: usize,
        /// How many people have its value, those who were selected before among them.
        people: usize,
    },
    /// Two of a household sit on a panel.
    Household {
        /// Which.
        panel: Place,
        /// Its number.
        household: u32,
    },
    /// The parts of a panel are not its members, or there are not as many as panels at once.
    Parts {
        /// Which.
        panel: Place,
    },
    /// A panel's chance is not what its tickets are worth.
    PanelChance {
        /// Its number.
        panel: usize,
    },
    /// Somebody's chance is another.
    Chance {
        /// The id.
        id: String,
        /// What the record says; `None`: nothing.
        stated: Option<f64>,
        /// What it is; `None`: somebody who is not in the pool.
        found: Option<f64>,
    },
    /// A step of the chances is not one, counted from 0.
    Level {
        /// Its place.
        level: usize,
    },
    /// Nothing proves that somebody cannot have a chance.
    Reachable {
        /// The id.
        id: String,
        /// The most that the prices allow.
        most: Option<f64>,
    },
    /// Somebody stands in no step of the proof, or in two.
    Listed {
        /// The id.
        id: String,
    },
    /// A step of the proof says another chance of somebody than they have.
    Step {
        /// Its place.
        level: usize,
        /// The id.
        id: String,
        /// What the step says.
        stated: f64,
        /// Their chance.
        found: f64,
    },
    /// The prices of a step do not speak of somebody in it.
    Worthless {
        /// Its place.
        level: usize,
        /// The id.
        id: String,
    },
    /// A price of something that is not there, below zero where it must not be, or no number.
    Price,
    /// A learnt inequality, by its place.
    Inequality {
        /// Its place.
        learnt: usize,
        /// A panel can have so much.
        found: Option<f64>,
    },
    /// The secret is not the one that was promised, or nothing was promised.
    Secret,
    /// The draw cannot be repeated as it is told.
    Untold,
    /// Another ticket or number follows from the text.
    Drawn {
        /// What follows.
        number: u64,
    },
    /// The number gives another panel.
    DrawnPanel {
        /// Which.
        panel: usize,
    },
    /// Others sit on the panel.
    DrawnMembers,
}

/// All checks that a record calls for.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// In the order of [`Code`].
    pub checks: Vec<Check>,
}

impl Report {
    /// Nothing is wrong. What could not be checked is not wrong; see [`unchecked`](Self::unchecked).
    #[must_use]
    pub fn passed(&self) -> bool {
        self.failed().next().is_none()
    }

    /// What is wrong.
    pub fn failed(&self) -> impl Iterator<Item = &Check> {
        self.checks.iter().filter(|check| check.verdict == Verdict::Failed)
    }

    /// What nothing here can tell.
    pub fn unchecked(&self) -> impl Iterator<Item = &Check> {
        self.checks.iter().filter(|check| check.verdict == Verdict::NotChecked)
    }
}
