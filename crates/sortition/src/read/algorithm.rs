//! Ways of selecting by the names that settings and command lines give them.

/// A way of selecting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// The smallest chance as large as possible, then the next, and so on.
    Leximin,
    /// The smallest chance as large as possible.
    Maximin,
    /// The product of the chances as large as possible.
    Nash,
    /// Neither very small nor very large chances.
    Goldilocks,
    /// The largest chance as small as possible.
    Minimax,
    /// Person by person where it is tightest, with chances that nobody set.
    Legacy,
    /// One panel as mixed as possible; no lottery.
    Diversimax,
}

impl Algorithm {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Leximin,
        Self::Maximin,
        Self::Nash,
        Self::Goldilocks,
        Self::Minimax,
        Self::Legacy,
        Self::Diversimax,
    ];

    /// The name in settings and on command lines.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Leximin => "leximin",
            Self::Maximin => "maximin",
            Self::Nash => "nash",
            Self::Goldilocks => "goldilocks",
            Self::Minimax => "minimax",
            Self::Legacy => "legacy",
            Self::Diversimax => "diversimax",
        }
    }

    /// The way of that name, without regard to case.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim();
        Self::ALL
            .into_iter()
            .find(|algorithm| algorithm.as_str().eq_ignore_ascii_case(name))
    }
}
