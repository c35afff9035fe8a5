//! From an average panel to real ones: panels and weights whose average it is.

pub(crate) mod deal;
pub(crate) mod master;
pub(crate) mod walk;

/// Panels, as seats of each class, and how likely each is.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Portfolio {
    pub(crate) panels: Vec<(Vec<u32>, f64)>,
}

impl Portfolio {
    /// Expected seats of each class.
    pub(crate) fn seats(&self, classes: usize) -> Vec<f64> {
        let mut seats = vec![0.0; classes];
        for (panel, weight) in &self.panels {
            for (class, &count) in panel.iter().enumerate() {
                if count > 0 {
                    seats[class] += weight * f64::from(count);
                }
            }
        }
        seats
    }
}
