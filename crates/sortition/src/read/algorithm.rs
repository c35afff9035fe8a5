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

/// Why a way of selecting gives no list of numbered panels to draw one from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoList {
    /// [`Algorithm::Legacy`] draws one panel. A list would look like a lottery whose chances somebody knows.
    Legacy {
        /// How many were asked for.
        panels: u32,
    },
    /// [`Algorithm::Diversimax`] has one answer. There is nothing to draw from.
    Diversimax {
        /// How many were asked for.
        panels: u32,
    },
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

    /// Whether it draws by lot. What does not must never be called a lottery.
    #[must_use]
    pub const fn is_lottery(self) -> bool {
        !matches!(self, Self::Diversimax)
    }

    /// Whether everybody's chance is set and known before the draw, and not only counted in trials.
    #[must_use]
    pub const fn has_known_chances(self) -> bool {
        !matches!(self, Self::Legacy | Self::Diversimax)
    }

    /// Whether so many numbered panels to draw one from, each as likely as every other, can be asked for. One can be asked of every way;
    /// more take chances that are known.
    ///
    /// # Errors
    /// [`NoList`], another one for each way that refuses.
    pub const fn gives_list(self, panels: u32) -> Result<(), NoList> {
        match (self, panels) {
            (_, 1) => Ok(()),
            (Self::Legacy, _) => Err(NoList::Legacy { panels }),
            (Self::Diversimax, _) => Err(NoList::Diversimax { panels }),
            _ => Ok(()),
        }
    }
}
