//! The words of the file, which other programs read too.

/// What was asked for.
pub mod objective {
    /// The lowest chance as high as it can be, then the next lowest, and so on.
    pub const LEXIMIN: &str = "leximin";
    /// The lowest chance as high as it can be.
    pub const MAXIMIN: &str = "maximin";
    /// The product of all chances as high as it can be.
    pub const NASH: &str = "nash";
    /// Neither very low nor very high chances.
    pub const GOLDILOCKS: &str = "goldilocks";
    /// The highest chance as low as it can be.
    pub const MINIMAX: &str = "minimax";
    /// Seat after seat, where a quota is most in need.
    pub const LEGACY: &str = "legacy";
    /// One panel as mixed as can be.
    pub const DIVERSIMAX: &str = "diversimax";
}

/// How good it is.
pub mod status {
    /// Nobody can do better, but for less than matters.
    pub const CERTIFIED: &str = "certified";
    /// Stopped before; the gap says what was proven.
    pub const BOUNDED: &str = "bounded";
    /// Chances are counted from trial draws.
    pub const ESTIMATED: &str = "estimated";
    /// There are no chances.
    pub const NO_LOTTERY: &str = "no-lottery";
}

/// What was drawn from.
pub mod from {
    /// One of all tickets.
    pub const TICKETS: &str = "tickets";
    /// One of the numbered panels.
    pub const LIST: &str = "list";
    /// The steps of the program, which has no list of panels.
    pub const RUN: &str = "run";
}

/// What decided.
pub mod by {
    /// A text that all know.
    pub const SEED: &str = "seed";
    /// A secret that was promised, and a text that all know.
    pub const SEED_WITH_SECRET: &str = "seed with secret";
    /// A text that the computer made at the moment of the draw.
    pub const FRESH: &str = "fresh";
    /// Dice or balls.
    pub const CEREMONY: &str = "ceremony";
}
