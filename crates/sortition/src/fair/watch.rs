//! Progress and stopping. The engine has no clock: whoever calls it decides when it is enough.

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// People are sorted into classes.
    Types,
    /// The best chances are found.
    Chances,
    /// Panels are found that give them.
    Panels,
    /// What those panels leave over is met by more panels.
    Repair,
    /// Seats are given to people.
    Deal,
}

/// Looks on, and may end the work. Results so far are kept and say how good they are.
pub trait Watch {
    /// A phase begins.
    fn phase(&mut self, phase: Phase);
    /// How far the phase has come, from 0 to 1.
    fn progress(&mut self, part: f64);
    /// Asked often. `true`: come to an end.
    fn stop(&mut self) -> bool;
}

/// Nobody looks on, and nothing stops the work.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn phase(&mut self, _: Phase) {}

    fn progress(&mut self, _: f64) {}

    fn stop(&mut self) -> bool {
        false
    }
}
