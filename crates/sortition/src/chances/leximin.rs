//! Leximin: the lowest chance as high as it can be, then the next lowest, and so on.
//!
//! Each level is a linear programme. Let `z` be the level; a class of `n` people that is not fixed yet has `n·z + s` seats with `s ≥ 0`, one that is fixed at chance `f` has at
//! least `n·f`. Maximise `z`. A class whose `s` has a price other than zero is at `z` in every solution, and is fixed there. The rows' prices are the level's proof:
//! [`Level::bound`] says how.

use super::{Unfound, solved};
use crate::fair::Watch;
use crate::lp::Lp;
use crate::polytope::Polytope;

/// Prices above this part of the largest fix a class at its level.
const FIXES: f64 = 1e-7;
/// Lower chances are none.
pub(crate) const NONE: f64 = 1e-9;
/// A class has all the seats it can have when it is within this.
const FULL: f64 = 1e-9;

/// One level of the chances, with its proof.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Level {
    /// The chance.
    pub(crate) chance: f64,
    /// Classes that are fixed here.
    pub(crate) classes: Vec<usize>,
    /// A price for each condition of the polytope. Empty: the classes cannot have more seats, whatever the conditions.
    pub(crate) prices: Vec<f64>,
}

/// The chances of a polytope.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Leximin {
    /// In the order in which they were found; chances never fall.
    pub(crate) levels: Vec<Level>,
    /// The chance of the people of each class.
    pub(crate) chance: Vec<f64>,
    /// Classes whose level was not reached before the work was stopped. Their chances can be had together with the levels, and may not be the best.
    pub(crate) open: Vec<usize>,
}

impl Leximin {
    /// No lottery has a higher lowest chance, of those who have any; 0 where nobody has.
    pub(crate) fn lowest(&self) -> f64 {
        self.levels
            .iter()
            .map(|level| level.chance)
            .find(|&chance| chance > NONE)
            .unwrap_or(if self.open.is_empty() { 0.0 } else { 1.0 })
    }

    /// The levels of those who have no chance.
    pub(crate) fn without_chance(&self) -> Vec<Level> {
        self.levels.iter().take_while(|level| level.chance <= NONE).cloned().collect()
    }

    /// Expected seats of each class.
    pub(crate) fn seats(&self, polytope: &Polytope) -> Vec<f64> {
        self.chance
            .iter()
            .zip(&polytope.people)
            .map(|(chance, people)| chance * people)
            .collect()
    }
}

impl Level {
    /// The highest chance that all classes which are not fixed can have together, when the fixed ones have theirs. `fixed` holds the chance of each fixed class.
    ///
    /// For prices `y` and `h = Aᵀy`, every average panel `x` satisfies `Σ h x = Σ y (A x) ≤ Σ max(y·low, y·high)`. Where `h > 0`, `x` is at least `n z` or `n f`; where `h < 0`,
    /// it is at most the seats the class can have. Solved for `z` that is the bound (weak duality).
    pub(crate) fn bound(&self, polytope: &Polytope, fixed: &[Option<f64>]) -> f64 {
        let free = || (0..polytope.classes()).filter(|&class| fixed[class].is_none());
        let full = free()
            .map(|class| polytope.seats[class] / polytope.people[class])
            .fold(1.0, f64::min);
        if self.prices.is_empty() {
            return full;
        }
        let mut along = vec![0.0; polytope.classes()];
        let mut room = 0.0;
        for (row, &price) in polytope.rows.iter().zip(&self.prices) {
            room += f64::max(price * row.low, price * row.high);
            for &(class, factor) in &row.entries {
                along[class] += price * factor;
            }
        }
        let mut together = 0.0;
        for (class, &along) in along.iter().enumerate() {
            if along < 0.0 {
                room -= along * polytope.seats[class];
            } else if let Some(chance) = fixed[class] {
                room -= along * polytope.people[class] * chance;
            } else {
                together += along * polytope.people[class];
            }
        }
        if together > 0.0 { full.min(room / together) } else { full }
    }
}

struct Search<'a> {
    polytope: &'a Polytope,
    columns: Vec<Vec<(usize, f64)>>,
    lp: Lp,
    /// The column of `z`.
    level: usize,
    /// For each condition, how many people of free classes it concerns.
    together: Vec<f64>,
    fixed: Vec<Option<f64>>,
    /// Rows `s + n·z ≤ seats`, made where they are violated, and their classes.
    full: Vec<usize>,
    is_full: Vec<bool>,
    /// Seats of each class at the last level.
    seats: Vec<f64>,
}

/// Leximin chances of the average panels. Stopped on the way, it gives the levels that are known by then.
pub(crate) fn leximin(polytope: &Polytope, watch: &mut dyn Watch) -> Result<Leximin, Unfound> {
    let mut search = Search::new(polytope);
    let mut levels: Vec<Level> = Vec::new();
    let mut free = polytope.classes();
    while free > 0 {
        match search.rise(watch) {
            Ok(()) => {}
            // No average panel after there was one is rounding.
            Err(_) if !levels.is_empty() => break,
            Err(unfound) => return Err(unfound),
        }
        let level = search.fix();
        free -= level.classes.len();
        watch.progress(part(polytope.classes() - free, polytope.classes()));
        let is_stuck = level.classes.is_empty();
        levels.push(level);
        if is_stuck {
            levels.pop();
            break;
        }
    }
    if levels.is_empty() && free > 0 {
        return Err(Unfound::Stopped);
    }
    let open = (0..polytope.classes()).filter(|&class| search.fixed[class].is_none()).collect();
    let chance = |class: usize| search.fixed[class].unwrap_or(search.seats[class] / polytope.people[class]);
    Ok(Leximin {
        levels,
        chance: (0..polytope.classes()).map(chance).collect(),
        open,
    })
}

/// The highest chance that all of these classes can have together.
pub(crate) fn lowest(polytope: &Polytope, reachable: &[bool], watch: &mut dyn Watch) -> Result<f64, Unfound> {
    let mut search = Search::new(polytope);
    let others: Vec<usize> = (0..polytope.classes()).filter(|&class| !reachable[class]).collect();
    search.hold(&others, 0.0);
    search.rise(watch)?;
    Ok(search.lp.value(search.level))
}

#[expect(clippy::cast_precision_loss, reason = "pools have far fewer than 2^53 classes")]
fn part(of: usize, all: usize) -> f64 {
    of as f64 / all as f64
}

impl<'a> Search<'a> {
    fn new(polytope: &'a Polytope) -> Self {
        let columns = polytope.columns();
        let mut lp = Lp::new(&polytope.row_bounds());
        lp.add_columns(
            columns
                .iter()
                .enumerate()
                .map(|(class, column)| (0.0, polytope.seats[class], 0.0, column.clone())),
        );
        let people = |row: &crate::polytope::Row| row.entries.iter().map(|&(class, factor)| polytope.people[class] * factor).sum();
        let together: Vec<f64> = polytope.rows.iter().map(people).collect();
        let level = lp.add_column(0.0, 1.0, -1.0, together.iter().copied().enumerate());
        Self {
            polytope,
            columns,
            lp,
            level,
            together,
            fixed: vec![None; polytope.classes()],
            full: Vec::new(),
            is_full: vec![false; polytope.classes()],
            seats: vec![0.0; polytope.classes()],
        }
    }

    /// Finds the level. Classes that would get more seats than they can have are held back, and it is found again.
    fn rise(&mut self, watch: &mut dyn Watch) -> Result<(), Unfound> {
        loop {
            solved(self.lp.solve(1_000_000, watch))?;
            let level = self.lp.value(self.level);
            let polytope = self.polytope;
            let seats: Vec<f64> = (0..polytope.classes())
                .map(|class| {
                    self.lp.value(class)
                        + if self.fixed[class].is_none() {
                            polytope.people[class] * level
                        } else {
                            0.0
                        }
                })
                .collect();
            let over: Vec<usize> = (0..polytope.classes())
                .filter(|&class| self.fixed[class].is_none() && !self.is_full[class])
                .filter(|&class| seats[class] > polytope.seats[class] + FULL)
                .collect();
            if over.is_empty() {
                self.seats = seats;
                return Ok(());
            }
            let row = |class: usize| (0.0, polytope.seats[class], vec![(class, 1.0), (self.level, polytope.people[class])]);
            let rows: Vec<_> = over.iter().map(|&class| row(class)).collect();
            self.lp.add_rows(&rows);
            for class in over {
                self.full.push(class);
                self.is_full[class] = true;
            }
        }
    }

    /// Fixes the classes that cannot rise further.
    fn fix(&mut self) -> Level {
        let people = &self.polytope.people;
        let chance = self.lp.value(self.level).clamp(0.0, 1.0);
        let price = |class: usize| {
            if self.lp.is_basic(class) {
                0.0
            } else {
                self.lp.reduced_cost(class).max(0.0) * people[class]
            }
        };
        let free: Vec<usize> = (0..self.polytope.classes()).filter(|&class| self.fixed[class].is_none()).collect();
        let dearest = free.iter().map(|&class| price(class)).fold(0.0, f64::max);
        let is_full = |class: usize| chance * people[class] >= self.polytope.seats[class] - FULL;
        let mut classes: Vec<usize> = free.iter().copied().filter(|&class| is_full(class)).collect();
        let mut prices = Vec::new();
        if classes.is_empty() {
            classes = free.into_iter().filter(|&class| price(class) > FIXES * dearest).collect();
            prices = (0..self.polytope.rows.len()).map(|row| -self.lp.price(row)).collect();
        }
        self.hold(&classes, chance);
        Level { chance, classes, prices }
    }

    /// Fixes classes: their seats no longer rise with the level.
    fn hold(&mut self, classes: &[usize], chance: f64) {
        for &class in classes {
            let (people, top) = (self.polytope.people[class], self.polytope.seats[class]);
            self.fixed[class] = Some(chance);
            self.lp.set_bounds(class, (people * chance).min(top), top);
            for &(row, factor) in &self.columns[class] {
                self.together[row] -= people * factor;
            }
        }
        let conditions = self.polytope.rows.len();
        for (at, &class) in self.full.iter().enumerate() {
            if self.fixed[class].is_some() {
                self.lp
                    .set_row_bounds(conditions + at, 0.0, self.polytope.seats[class] + self.polytope.people[class]);
            }
        }
        let (together, full, fixed, people) = (&self.together, &self.full, &self.fixed, &self.polytope.people);
        self.lp
            .scale_entries(self.level, |row| match row.checked_sub(conditions).map(|at| full[at]) {
                None => together[row],
                Some(class) if fixed[class].is_some() => 0.0,
                Some(class) => people[class],
            });
    }
}
