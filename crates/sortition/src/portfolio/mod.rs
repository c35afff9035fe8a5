//! From an average panel to real ones: panels and weights whose average it is.

pub(crate) mod deal;
pub(crate) mod homes;
pub(crate) mod master;
mod sample;
pub(crate) mod several;
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

    /// The seats of every one of so many classes.
    pub(crate) fn whole(&self, classes: usize) -> Vec<u32> {
        let mut whole = vec![0; classes];
        for (class, seats) in self.seats() {
            whole[class] = seats;
        }
        whole
    }

    /// The seats of a class.
    pub(crate) fn of_class(&self, class: usize) -> u32 {
        let found = self.seats.binary_search_by_key(&class, |&(class, _)| class as usize);
        found.map_or(0, |at| self.seats[at].1)
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
