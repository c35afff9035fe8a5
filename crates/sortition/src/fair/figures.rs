//! Chances in a few numbers.

/// How chances are spread over the people who can be drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figures {
    /// The lowest chance of anybody with a chance.
    pub min: f64,
    /// The highest chance.
    pub max: f64,
    /// The Gini coefficient over all who can be drawn, those without a chance among them: 0 is equal, near 1 is unequal.
    pub gini: f64,
    /// The geometric mean of the chances of those with a chance.
    pub geometric_mean: f64,
    /// How many have no chance on any panel.
    pub unreachable: usize,
}

impl Figures {
    /// Chances that are lower than this are none.
    pub const NONE: f64 = 1e-9;

    /// The figures of these chances.
    #[must_use]
    pub fn of(chances: &[f64]) -> Self {
        let mut sorted: Vec<f64> = chances.to_vec();
        sorted.sort_by(f64::total_cmp);
        let reached: Vec<f64> = sorted.iter().copied().filter(|&chance| chance > Self::NONE).collect();
        let people = count(sorted.len());
        let sum: f64 = sorted.iter().sum();
        // Σ (2 i − n − 1) p_i / (n Σ p) for ascending p, i from 1.
        let weighted: f64 = sorted
            .iter()
            .enumerate()
            .map(|(at, chance)| (2.0 * count(at + 1) - people - 1.0) * chance)
            .sum();
        let logs: f64 = reached.iter().map(|chance| chance.ln()).sum();
        Self {
            min: reached.first().copied().unwrap_or(0.0),
            max: sorted.last().copied().unwrap_or(0.0),
            gini: if sum > 0.0 { weighted / (people * sum) } else { 0.0 },
            geometric_mean: if reached.is_empty() {
                0.0
            } else {
                (logs / count(reached.len())).exp()
            },
            unreachable: sorted.len() - reached.len(),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "pools have far fewer than 2^53 people")]
fn count(people: usize) -> f64 {
    people as f64
}

#[cfg(test)]
mod tests {
    use super::Figures;

    #[test]
    fn equal_chances_have_no_spread_and_one_for_all_has_most() {
        let equal = Figures::of(&[0.25; 4]);
        assert_eq!((equal.min, equal.max, equal.gini), (0.25, 0.25, 0.0));
        assert!((equal.geometric_mean - 0.25).abs() < 1e-12);
        let one = Figures::of(&[0.0, 0.0, 0.0, 1.0]);
        assert_eq!((one.gini, one.unreachable, one.min), (0.75, 3, 1.0));
    }
}
