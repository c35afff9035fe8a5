//! Leximin: the lowest chance as high as it can be, then the next lowest, and so on.
//!
//! Each level is a linear programme. Let `z` be the level; a class of `n` people that is not fixed yet has `n·z + s` seats with `s ≥ 0`, one that is fixed at chance `f` has at
//! least `n·f`. Maximise `z`. A class whose `s` has a price other than zero is at `z` in every solution, and is fixed there. The rows' prices are the level's proof:
//! [`Level::bound`] says how.

use crate::lp::{End, Lp};
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
}

impl Leximin {
    /// The lowest chance of those who have any; 0 where nobody has.
    pub(crate) fn lowest(&self) -> f64 {
        self.levels
            .iter()
            .map(|level| level.chance)
            .find(|&chance| chance > NONE)
            .unwrap_or(0.0)
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
}

/// Leximin chances of the average panels. `None`: there is no average panel.
pub(crate) fn leximin(polytope: &Polytope) -> Option<Leximin> {
    let mut search = Search::new(polytope);
    let mut levels = Vec::new();
    while search.fixed.iter().any(Option::is_none) {
        search.rise()?;
        levels.push(search.fix());
    }
    Some(Leximin {
        levels,
        chance: search.fixed.into_iter().flatten().collect(),
    })
}

/// The highest chance that all of these classes can have together. `None`: there is no average panel.
pub(crate) fn lowest(polytope: &Polytope, reachable: &[bool]) -> Option<f64> {
    let mut search = Search::new(polytope);
    let others: Vec<usize> = (0..polytope.classes()).filter(|&class| !reachable[class]).collect();
    search.hold(&others, 0.0);
    search.rise()?;
    Some(search.lp.value(search.level))
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
        }
    }

    /// Finds the level. Classes that would get more seats than they can have are held back, and it is found again.
    fn rise(&mut self) -> Option<()> {
        loop {
            if self.lp.solve(1_000_000) != End::Optimal {
                return None;
            }
            let level = self.lp.value(self.level);
            let over: Vec<usize> = (0..self.polytope.classes())
                .filter(|&class| self.fixed[class].is_none() && !self.full.contains(&class))
                .filter(|&class| self.lp.value(class) + self.polytope.people[class] * level > self.polytope.seats[class] + FULL)
                .collect();
            if over.is_empty() {
                return Some(());
            }
            for class in over {
                self.full.push(class);
                self.lp.add_row(
                    0.0,
                    self.polytope.seats[class],
                    &[(class, 1.0), (self.level, self.polytope.people[class])],
                );
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
