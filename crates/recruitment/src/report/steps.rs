//! People in order of their chance, in steps: those with the same chance, or, where everybody's differs, those between two chances.

/// Chances closer than this are the same, as the engine counts levels.
const SAME: f64 = 1e-6;

/// Intervals that take the place of steps when there are too many.
const INTERVALS: usize = 20;

/// People with chances from `low` to `high`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Step {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) people: Vec<usize>,
}

impl Step {
    /// These people as one step.
    pub(super) fn of(people: &[usize], chance: &[f64]) -> Self {
        let chances = || people.iter().map(|&person| chance[person]);
        Self {
            low: chances().fold(f64::INFINITY, f64::min),
            high: chances().fold(0.0, f64::max),
            people: people.to_vec(),
        }
    }

    /// Whether all have the same chance.
    pub(super) fn is_one_chance(&self) -> bool {
        self.high - self.low < SAME
    }
}

/// The people in steps, the lowest chance first. More than `most` steps are drawn together to intervals of equal width.
pub(super) fn steps(people: &[usize], chance: &[f64], most: usize) -> Vec<Step> {
    let mut sorted = people.to_vec();
    sorted.sort_by(|&one, &other| chance[one].total_cmp(&chance[other]));
    let exact = cut(&sorted, chance, |low, next| next - low >= SAME);
    let (Some(first), Some(last)) = (exact.first(), exact.last()) else {
        return exact;
    };
    if exact.len() <= most {
        return exact;
    }
    let width = (last.high - first.low) / INTERVALS as f64;
    let interval = |chance: f64| ((chance - first.low) / width).floor().min(INTERVALS as f64 - 1.0);
    cut(&sorted, chance, |low, next| interval(next) > interval(low))
}

/// Cuts the sorted people where a step that began with the chance `low` ends before `next`.
fn cut(sorted: &[usize], chance: &[f64], ends: impl Fn(f64, f64) -> bool) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for &person in sorted {
        let chance = chance[person];
        match steps.last_mut() {
            Some(step) if !ends(step.low, chance) => {
                step.high = chance;
                step.people.push(person);
            }
            _ => steps.push(Step {
                low: chance,
                high: chance,
                people: vec![person],
            }),
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_with_the_same_chance_are_one_step() {
        let chance = [0.5, 0.1, 0.1 + 1e-9, 0.5];
        let found = steps(&[0, 1, 2, 3], &chance, 30);
        let people: Vec<&[usize]> = found.iter().map(|step| step.people.as_slice()).collect();
        assert_eq!(people, [&[1, 2][..], &[0, 3]]);
        assert!(found.iter().all(Step::is_one_chance));
    }

    #[test]
    fn many_chances_become_intervals_and_nobody_is_lost() {
        let chance: Vec<f64> = (0..500).map(|person| f64::from(person) / 1000.0).collect();
        let people: Vec<usize> = (0..500).collect();
        let found = steps(&people, &chance, 30);
        assert_eq!(found.len(), INTERVALS);
        assert_eq!(found.iter().map(|step| step.people.len()).sum::<usize>(), 500);
        assert!(found.windows(2).all(|pair| pair[0].high < pair[1].low));
    }

    #[test]
    fn nobody_makes_no_step() {
        assert_eq!(steps(&[], &[], 30), []);
    }
}
