//! From an average panel to real ones: panels and weights whose average it is.

pub(crate) mod deal;
pub(crate) mod homes;
pub(crate) mod master;
mod sample;
pub(crate) mod walk;

/// A panel as seats of classes. Most classes have none, so only the others are kept.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Composition {
    seats: Vec<(u32, u32)>,
}

impl Composition {
    /// From the seats of every class.
    pub(crate) fn of(seats: &[u32]) -> Self {
        let filled = (0..).zip(seats).filter(|(_, seats)| **seats > 0);
        Self {
            seats: filled.map(|(class, &seats)| (class, seats)).collect(),
        }
    }

    /// Classes with seats, ascending, and how many.
    pub(crate) fn seats(&self) -> impl Iterator<Item = (usize, u32)> {
        self.seats.iter().map(|&(class, seats)| (class as usize, seats))
    }
}

/// Panels, and how likely each is.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Portfolio {
    pub(crate) panels: Vec<(Composition, f64)>,
}
