//! From an average panel to real ones: panels and weights whose average it is.

pub(crate) mod deal;
pub(crate) mod homes;
pub(crate) mod master;
pub(crate) mod several;
pub(crate) mod walk;

/// Panels, as seats of each class, and how likely each is.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Portfolio {
    pub(crate) panels: Vec<(Vec<u32>, f64)>,
}
