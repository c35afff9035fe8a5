//! Leximin over the average panels: the lowest chance as high as it can be, then the next lowest, and so on.

use crate::lp::{End, Lp};
use crate::polytope::Polytope;

/// Reduced costs above this part of the largest fix a class at its level.
const FIXES: f64 = 1e-7;

pub(crate) struct Leximin {
    /// Expected seats of each class.
    pub(crate) seats: Vec<f64>,
    /// Chance of each person of the class.
    pub(crate) chance: Vec<f64>,
    pub(crate) programmes: usize,
    pub(crate) steps: u64,
}

/// `None`: there is no panel at all.
pub(crate) fn leximin(polytope: &Polytope) -> Option<Leximin> {
    let classes = polytope.classes();
    let columns = polytope.columns();
    let mut lp = Lp::new(&polytope.row_bounds());
    let people = &polytope.people;
    lp.add_columns((0..classes).map(|class| (0.0, polytope.seats[class], 0.0, columns[class].clone())));
    // Seats of a free class are `people · level + above`.
    let mut together: Vec<f64> = polytope.rows.iter().map(|row| row.entries.iter().map(|&(class, factor)| people[class] * factor).sum()).collect();
    let quotas = together.len();
    let level = lp.add_column(0.0, 1.0, -1.0, together.iter().copied().enumerate());
    let mut fixed: Vec<Option<f64>> = vec![None; classes];
    // Rows `above + people · level ≤ seats`, added where they are violated.
    let mut capped: Vec<Option<usize>> = vec![None; classes];
    let mut programmes = 0;
    while fixed.iter().any(Option::is_none) {
        loop {
            programmes += 1;
            let end = lp.solve(100_000);
            if end != End::Optimal {
                return None;
            }
            let at = lp.value(level);
            let over: Vec<usize> = (0..classes)
                .filter(|&class| fixed[class].is_none() && capped[class].is_none())
                .filter(|&class| lp.value(class) + people[class] * at > polytope.seats[class] + 1e-9)
                .collect();
            if over.is_empty() {
                break;
            }
            for class in over {
                capped[class] = Some(lp.rows());
                lp.add_row(0.0, polytope.seats[class], &[(class, 1.0), (level, people[class])]);
            }
        }
        let at = lp.value(level).clamp(0.0, 1.0);
        let free = |class: &usize| fixed[*class].is_none();
        let tight = |class: usize| {
            let own = if lp.is_basic(class) { 0.0 } else { lp.reduced_cost(class) };
            let cap = capped[class].filter(|_| lp.value(class) < 1e-9).map_or(0.0, |row| lp.price(row).abs());
            own.max(cap) * people[class]
        };
        let most = (0..classes).filter(free).map(tight).fold(0.0, f64::max);
        let now: Vec<usize> = if most <= 0.0 { (0..classes).filter(free).collect() } else { (0..classes).filter(free).filter(|&class| tight(class) > FIXES * most).collect() };
        for class in now {
            fixed[class] = Some(at);
            lp.set_bounds(class, (people[class] * at).min(polytope.seats[class]), polytope.seats[class]);
            for &(row, factor) in &columns[class] {
                together[row] -= people[class] * factor;
            }
            if let Some(row) = capped[class] {
                lp.set_row_bounds(row, 0.0, polytope.seats[class] + people[class]);
            }
        }
        let capped_by_row: Vec<Option<usize>> = (0..lp.rows()).map(|row| capped.iter().position(|&at| at == Some(row))).collect();
        lp.scale_entries(level, |row| match row {
            row if row < quotas => together[row],
            row => capped_by_row[row].filter(|&class| fixed[class].is_none()).map_or(0.0, |class| people[class]),
        });
    }
    let chance: Vec<f64> = fixed.into_iter().map(Option::unwrap_or_default).collect();
    let seats = chance.iter().zip(people).map(|(chance, people)| chance * people).collect();
    Some(Leximin { seats, chance, programmes, steps: lp.steps() })
}
