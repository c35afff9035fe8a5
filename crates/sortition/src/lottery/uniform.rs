//! `m` panels, each drawn with chance `1/m`, such that everybody's share of them is as close to the wanted chance as whole panels allow.
//!
//! Rounding the weights of given panels leaves deviations of several panels in a thousand. Here the panels are made for the purpose. First the seats of all `m` panels together
//! are rounded: each class gets a whole number of them, next to `m` times what it should have, and all quotas hold for the sum. Then whole panels are taken away one by one,
//! each such that what is left can still be the sum of one panel fewer: the walk along faces, in steps of exactly `1/m`. Inside a class seats go round, so that two of
//! the same class differ by at most one panel.
//!
//! Where several panels are drawn at once, a number stands for all of them together.

use crate::fair::Watch;
use crate::integer::Integer;
use crate::model::{Classes, Problem};
use crate::polytope::Polytope;
use crate::portfolio::deal;
use crate::portfolio::homes::{self, Homes};
use crate::portfolio::several::Several;

/// Programmes spent on one panel.
const NODES: u64 = 400;

/// Numbered panels, as seats of each class. `None`: no panel was found that fits.
fn compositions(polytope: &Polytope, several: &mut Several, seats: &[f64], count: u32, watch: &mut dyn Watch) -> Option<Vec<Vec<u32>>> {
    let total = together(polytope, seats, count)?;
    let mut rest: Vec<f64> = total;
    let mut apart = None;
    let mut activity: Vec<f64> = polytope
        .rows
        .iter()
        .map(|row| row.entries.iter().map(|&(class, factor)| rest[class] * factor).sum())
        .collect();
    let mut integer = Integer::new(polytope);
    let mut panels = Vec::with_capacity(count as usize);
    for left in (1..=count).rev() {
        if watch.stop() {
            return None;
        }
        watch.progress(1.0 - f64::from(left) / f64::from(count));
        near(polytope, &mut integer, &rest, &activity, left);
        let panel = integer.good(NODES).filter(|panel| several.deal(panel).is_some());
        let panel = panel.or_else(|| {
            let apart = apart.get_or_insert_with(|| Integer::new(&several.apart(polytope)));
            near(polytope, apart, &rest, &activity, left);
            let near = several.better(apart, f64::NEG_INFINITY, NODES).panel;
            near.or_else(|| {
                elastic(polytope, apart, &rest, left);
                several.better(apart, f64::NEG_INFINITY, NODES * 10).panel
            })
            .map(|(panel, _)| panel)
        })?;
        for (rest, &seats) in rest.iter_mut().zip(&panel) {
            *rest -= f64::from(seats);
        }
        for (activity, row) in activity.iter_mut().zip(&polytope.rows) {
            *activity -= row
                .entries
                .iter()
                .map(|&(class, factor)| f64::from(panel[class]) * factor)
                .sum::<f64>();
        }
        panels.push(panel);
    }
    Some(panels)
}

/// Next to the average of what is left, so that nothing remains that one panel cannot take. Where too much is left already, a panel takes what it can and no more.
fn near(polytope: &Polytope, integer: &mut Integer, rest: &[f64], activity: &[f64], left: u32) {
    let others = f64::from(left - 1);
    for class in 0..polytope.classes() {
        let most = polytope.seats[class];
        let average = rest[class] / f64::from(left);
        let low = (rest[class] - others * most).clamp(0.0, most);
        let high = rest[class].clamp(low, most);
        let near_low = average.floor().clamp(low, high);
        integer.lp.set_bounds(class, near_low, average.ceil().clamp(near_low, high));
        integer.value(class, average);
    }
    for (at, row) in polytope.rows.iter().enumerate() {
        let average = activity[at] / f64::from(left);
        let low = (activity[at] - others * row.high).clamp(row.low, row.high);
        let high = (activity[at] - others * row.low).clamp(low, row.high);
        let (near_low, near_high) = if whole_row(&row.entries) {
            ((average - 1e-9).floor(), (average + 1e-9).ceil())
        } else {
            (low, high)
        };
        integer.lp.set_row_bounds(at, near_low.clamp(low, high), near_high.clamp(low, high));
    }
}

fn whole_row(entries: &[(usize, f64)]) -> bool {
    entries.iter().all(|(_, factor)| factor.fract() == 0.0)
}

/// Where nothing next to the average fits: any panel, near to what is left.
fn elastic(polytope: &Polytope, integer: &mut Integer, rest: &[f64], left: u32) {
    for class in 0..polytope.classes() {
        integer.lp.set_bounds(class, 0.0, polytope.seats[class]);
        integer.value(class, rest[class] / f64::from(left));
    }
    for (at, row) in polytope.rows.iter().enumerate() {
        integer.lp.set_row_bounds(at, row.low, row.high);
    }
}

/// The seats of all panels together: whole numbers next to the wanted ones.
fn together(polytope: &Polytope, seats: &[f64], count: u32) -> Option<Vec<f64>> {
    let count = f64::from(count);
    let mut all = polytope.clone();
    for row in &mut all.rows {
        row.low *= count;
        row.high *= count;
    }
    for (class, most) in all.seats.iter_mut().enumerate() {
        *most = (*most * count).min((seats[class] * count - 1e-7).ceil().max(0.0));
    }
    let mut integer = Integer::new(&all);
    for (class, &seats) in seats.iter().enumerate() {
        let wanted = seats * count;
        let (low, high) = ((wanted + 1e-7).floor().min(all.seats[class]), all.seats[class]);
        integer.lp.set_bounds(class, low, high);
        // Rounding up is worth more the nearer it is.
        integer.value(class, (wanted - low) / polytope.people[class]);
    }
    integer.good(NODES * 10).map(|panel| panel.into_iter().map(f64::from).collect())
}

/// Numbered panels of people, and how close they come.
#[derive(Debug, Clone, PartialEq)]
pub struct Uniform {
    /// The members of each panel, as numbers in the pool, ascending. With several panels at once, the members of all of them.
    pub panels: Vec<Vec<usize>>,
    /// With several panels at once, for each number the members of each of them; empty for one.
    pub parts: Vec<Vec<Vec<usize>>>,
    /// The furthest that anybody's share of the panels is from the wanted chance.
    pub deviation: f64,
    /// No list of so many panels can be closer: shares are whole panels, and wanted chances are not.
    pub least: f64,
}

/// `count` panels whose shares are next to `chances`, one for each person of the pool, as [`fair`](crate::fair::fair) finds them. `None`: there is no list of panels that
/// was found; `count` of 0 or a problem that contradicts itself has none.
#[must_use]
pub fn uniform(problem: &Problem, chances: &[f64], count: u32, watch: &mut dyn Watch) -> Option<Uniform> {
    if count == 0 || problem.fits().is_err() || chances.len() != problem.pool.people.len() {
        return None;
    }
    let classes = problem.classes();
    let polytope = classes.polytope(problem);
    let seats: Vec<f64> = classes
        .classes
        .iter()
        .map(|class| class.people.iter().map(|&person| chances[person]).sum())
        .collect();
    let mut several = Several::of(problem, &classes);
    let compositions = compositions(&polytope, &mut several, &seats, count, watch)?;
    let panels = dealt(&classes, &compositions);
    let parts = match problem.parallel {
        1 => Vec::new(),
        _ => panels
            .iter()
            .zip(&compositions)
            .map(|(members, seats)| several.deal(seats).map(|seats| deal::parts(&classes, members, &seats)))
            .collect::<Option<_>>()?,
    };
    let mut shares = vec![0.0; chances.len()];
    for panel in &panels {
        for &member in panel {
            shares[member] += 1.0 / f64::from(count);
        }
    }
    let deviation = shares
        .iter()
        .zip(chances)
        .map(|(share, chance)| (share - chance).abs())
        .fold(0.0, f64::max);
    let nearest = |chance: &f64| (chance * f64::from(count) - (chance * f64::from(count)).round()).abs() / f64::from(count);
    Some(Uniform {
        panels,
        parts,
        deviation,
        least: chances.iter().map(nearest).fold(0.0, f64::max),
    })
}

/// Seats go round inside each class, and among households alike.
fn dealt(classes: &Classes, compositions: &[Vec<u32>]) -> Vec<Vec<usize>> {
    let mut panels = vec![Vec::new(); compositions.len()];
    for (number, class) in classes.classes.iter().enumerate().filter(|(_, class)| class.signature.is_none()) {
        let mut next = class.people.iter().copied().cycle();
        for (panel, composition) in panels.iter_mut().zip(compositions) {
            panel.extend(next.by_ref().take(composition[number] as usize));
        }
    }
    for signature in 0..classes.signatures.len() {
        for (panel, person) in homes::sit_on_list(&Homes::of(classes, signature), compositions) {
            panels[panel].push(person);
        }
    }
    for panel in &mut panels {
        panel.sort_unstable();
    }
    panels
}
