//! The best chances over a list of all panels, exactly.

use super::fraction::Fraction;
use super::simplex::maximise;

/// What somebody's chance must be.
#[derive(Debug, Clone, Copy)]
enum Must {
    /// At least this.
    Have(Fraction),
    /// At least the level that is raised.
    Rise,
}

/// Lotteries over panels as a programme: a weight for each panel, the level, and what each condition leaves over.
struct Lotteries<'a> {
    panels: &'a [Vec<usize>],
    /// Those who sit on some panel.
    people: Vec<usize>,
}

impl<'a> Lotteries<'a> {
    fn new(panels: &'a [Vec<usize>]) -> Self {
        let mut people: Vec<usize> = panels.iter().flatten().copied().collect();
        people.sort_unstable();
        people.dedup();
        Self { panels, people }
    }

    /// The chances of the people where `gain` for panels and for the level is highest. Nobody has more than `cap`.
    fn best(
        &self,
        gain: impl Fn(&[usize]) -> i128,
        of_level: i128,
        must: &[Must],
        cap: Option<Fraction>,
    ) -> Option<(Fraction, Vec<Fraction>)> {
        let level = self.panels.len();
        let caps = cap.map_or(0, |_| self.people.len());
        let columns = level + 1 + self.people.len() + caps;
        let mut gains: Vec<Fraction> = self.panels.iter().map(|panel| Fraction::new(gain(panel), 1)).collect();
        gains.push(Fraction::new(of_level, 1));
        gains.resize(columns, Fraction::ZERO);
        let mut rows = Vec::new();
        let mut whole = vec![Fraction::ZERO; columns];
        whole[..level].fill(Fraction::ONE);
        rows.push((whole, Fraction::ONE));
        for (at, (person, must)) in self.people.iter().zip(must).enumerate() {
            let mut row = vec![Fraction::ZERO; columns];
            for (factor, panel) in row.iter_mut().zip(self.panels) {
                if panel.contains(person) {
                    *factor = Fraction::ONE;
                }
            }
            if let Some(cap) = cap {
                let mut row = row.clone();
                row[level + 1 + self.people.len() + at] = Fraction::ONE;
                rows.push((row, cap));
            }
            row[level + 1 + at] = -Fraction::ONE;
            let right = match *must {
                Must::Have(chance) => chance,
                Must::Rise => {
                    row[level] = -Fraction::ONE;
                    Fraction::ZERO
                }
            };
            rows.push((row, right));
        }
        let best = maximise(&gains, &rows)?;
        let chance = |person: &usize| {
            let sits = self.panels.iter().zip(&best).filter(|(panel, _)| panel.contains(person));
            sits.fold(Fraction::ZERO, |sum, (_, &weight)| sum + weight)
        };
        Some((best[level], self.people.iter().map(chance).collect()))
    }
}

/// Leximin chances of `people` people.
pub(crate) fn leximin(panels: &[Vec<usize>], people: usize) -> Vec<Fraction> {
    let lotteries = Lotteries::new(panels);
    let mut must = vec![Must::Rise; lotteries.people.len()];
    while must.iter().any(|must| matches!(must, Must::Rise)) {
        let (level, _) = lotteries.best(|_| 0, 1, &must, None).expect("there is a panel");
        // Whoever can have more is not fixed: all of them together are asked for more, until nobody of those who are left can.
        let mut fixed: Vec<usize> = (0..must.len()).filter(|&at| matches!(must[at], Must::Rise)).collect();
        let held: Vec<Must> = must
            .iter()
            .map(|must| match *must {
                Must::Rise => Must::Have(level),
                have @ Must::Have(_) => have,
            })
            .collect();
        loop {
            let sits = |panel: &[usize]| fixed.iter().filter(|&&at| panel.contains(&lotteries.people[at])).count() as i128;
            let (_, chances) = lotteries.best(sits, 0, &held, None).expect("the level was reached");
            let before = fixed.len();
            fixed.retain(|&at| chances[at] == level);
            if fixed.len() == before {
                break;
            }
        }
        assert!(!fixed.is_empty(), "each level fixes somebody");
        for at in fixed {
            must[at] = Must::Have(level);
        }
    }
    let mut chances = vec![Fraction::ZERO; people];
    for (&person, must) in lotteries.people.iter().zip(&must) {
        if let Must::Have(chance) = *must {
            chances[person] = chance;
        }
    }
    chances
}

/// The highest chance, as low as it can be.
pub(crate) fn minimax(panels: &[Vec<usize>]) -> Fraction {
    // As a programme with p_i + s_i = M: the level is what everybody has at most.
    let lotteries = Lotteries::new(panels);
    let level = panels.len();
    let columns = level + 1 + lotteries.people.len();
    let mut gains = vec![Fraction::ZERO; columns];
    gains[level] = -Fraction::ONE;
    let mut whole = vec![Fraction::ZERO; columns];
    whole[..level].fill(Fraction::ONE);
    let mut rows = vec![(whole, Fraction::ONE)];
    for (at, person) in lotteries.people.iter().enumerate() {
        let mut row = vec![Fraction::ZERO; columns];
        for (factor, panel) in row.iter_mut().zip(panels) {
            if panel.contains(person) {
                *factor = Fraction::ONE;
            }
        }
        row[level] = -Fraction::ONE;
        row[level + 1 + at] = Fraction::ONE;
        rows.push((row, Fraction::ZERO));
    }
    maximise(&gains, &rows).expect("there is a panel")[level]
}

/// The lowest chance of those who sit on some panel, as high as it can be while nobody has more than `cap`. `None`: somebody must have more.
pub(crate) fn lowest_under(panels: &[Vec<usize>], cap: Fraction) -> Option<Fraction> {
    let lotteries = Lotteries::new(panels);
    let must = vec![Must::Rise; lotteries.people.len()];
    lotteries.best(|_| 0, 1, &must, Some(cap)).map(|(level, _)| level)
}
