//! What is claimed, and what is said to it.

/// Something that the engine says of its lottery. Levels and inequalities are numbered as in `sortition::fair::Proof`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// There is a panel.
    Possible,
    /// The lottery's panels obey all conditions and give people the chances they are told.
    Lottery,
    /// No whole panel breaks an inequality that was learnt.
    Learnt(usize),
    /// The highest chance cannot be lower (minimax), or highest and lowest cannot be balanced better (goldilocks).
    Spread,
    /// With the levels before it as they are, the lowest chance of all others cannot be higher.
    Level(usize),
    /// Those who are fixed at a level cannot have more.
    Fixed(usize),
    /// A level's prices bound it at its chance.
    Bound(usize),
    /// No whole panel is worth more than a level's prices allow.
    Prices(usize),
    /// Nobody has a better product of chances: no whole panel is worth too much where a seat of each person is worth one over their chance.
    Nash,
    /// Those without a chance can sit on no panel.
    Unreachable,
}

/// What is said to a claim.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// So it is.
    Agrees,
    /// Another number.
    Differs {
        /// What the engine claims.
        claimed: f64,
        /// What came out here.
        found: f64,
    },
    /// A whole panel refutes the claim.
    Refuted {
        /// Numbers of its people in the pool, of all panels where several are drawn at once.
        panel: Vec<usize>,
        /// What it is worth.
        worth: f64,
        /// What it may be worth at most.
        most: f64,
    },
    /// The panel of the lottery with this number breaks a condition.
    Broken(usize),
    /// No panel or no average panel exists, says HiGHS.
    Impossible,
    /// No answer within the limits set.
    Open,
}

/// A claim and what is said to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Opinion {
    /// What is claimed.
    pub claim: Claim,
    /// What is said to it.
    pub verdict: Verdict,
}

impl Opinion {
    pub(crate) const fn new(claim: Claim, verdict: Verdict) -> Self {
        Self { claim, verdict }
    }

    /// Whether the claim stands.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.verdict == Verdict::Agrees
    }
}

impl Verdict {
    /// Two numbers that should be one.
    pub(crate) fn same(claimed: f64, found: f64, tolerance: f64) -> Self {
        match (claimed - found).abs() <= tolerance {
            true => Self::Agrees,
            false => Self::Differs { claimed, found },
        }
    }
}
