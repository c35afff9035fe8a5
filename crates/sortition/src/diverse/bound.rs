//! What no panel can do better than: the least excess of average panels.
//!
//! An average panel may have any number of seats between whole ones. A profile costs nothing from `⌊t⌋` to `⌈t⌉` people, so only those
//! outside need a row in the programme, and they are found by solving it again and again; without the others it is a bound as well. The
//! bound is calculated from the prices of the rows alone, so that it holds whatever the solver did. Because excesses are whole steps, it is
//! rounded up to the next.

use super::setting::Setting;
use crate::fair::Watch;
use crate::lp::{End, Lp};

/// Rows that are added at a time, and most of them: the solver keeps a square of this size.
const MORE: usize = 100;
const MOST: usize = 1000;
/// Steps of the solver between two rounds.
const STEPS: u64 = 20_000;
/// An excess less than this is none.
const SLIGHT: f64 = 1e-7;

/// What is known of all panels.
pub(super) struct Bound {
    /// No panel has less excess.
    pub(super) excess: f64,
    /// Seats of each class of an average panel with hardly more.
    pub(super) near: Vec<f64>,
}

pub(super) fn bound(setting: &Setting, watch: &mut dyn Watch) -> Bound {
    let mut programme = Programme::new(setting);
    let mut bound = Bound {
        excess: 0.0,
        near: vec![0.0; setting.profiles_of.len()],
    };
    while !watch.stop() {
        let is_optimal = programme.lp.solve(STEPS) == End::Optimal;
        bound.excess = bound.excess.max(programme.bound());
        if !is_optimal {
            break;
        }
        bound.near = programme.seats();
        let out = programme.outside(&bound.near);
        if out.is_empty() {
            break;
        }
        programme.watch(&out);
    }
    bound.excess = rounded_up(setting.fixed + bound.excess, setting.step);
    bound
}

/// The next whole step, but for what calculating loses.
fn rounded_up(excess: f64, step: f64) -> f64 {
    if step > 0.0 {
        ((excess / step - 1e-6).ceil() * step).max(0.0)
    } else {
        (excess - SLIGHT).max(0.0)
    }
}

/// A column: bounds, cost and, once there are rows, entries.
type Column = (f64, f64, f64, Vec<(usize, f64)>);

/// The least excess of the profiles that are watched.
struct Programme<'s> {
    setting: &'s Setting,
    lp: Lp,
    /// As the programme has them: classes first, then for each watched profile people too few and people too many.
    columns: Vec<Column>,
    rows: Vec<(f64, f64)>,
    is_watched: Vec<bool>,
}

impl<'s> Programme<'s> {
    /// Without any profile.
    fn new(setting: &'s Setting) -> Self {
        let polytope = &setting.polytope;
        let rows = polytope.row_bounds();
        let of_class = |(column, &seats): (Vec<(usize, f64)>, &f64)| (0.0, seats, 0.0, column);
        let columns: Vec<Column> = polytope.columns().into_iter().zip(&polytope.seats).map(of_class).collect();
        let mut lp = Lp::new(&rows);
        lp.add_columns(columns.iter().cloned());
        Self {
            setting,
            lp,
            columns,
            rows,
            is_watched: vec![false; setting.profiles.len()],
        }
    }

    fn seats(&self) -> Vec<f64> {
        (0..self.setting.profiles_of.len()).map(|class| self.lp.value(class)).collect()
    }

    /// Profiles with too few or too many people that are not watched yet, the costliest first; no more than there is room for.
    fn outside(&self, seats: &[f64]) -> Vec<usize> {
        let profiles = &self.setting.profiles;
        let mut people: Vec<f64> = profiles.iter().map(|profile| f64::from(profile.kept)).collect();
        for (own, seats) in self.setting.profiles_of.iter().zip(seats) {
            own.iter().for_each(|&profile| people[profile] += seats);
        }
        let excess = |number: usize| {
            let (profile, people) = (&profiles[number], people[number]);
            let (few, many) = (f64::from(profile.floor) - people, people - f64::from(profile.ceiling));
            (number, (few * profile.below).max(many * profile.above))
        };
        let unwatched = (0..profiles.len()).filter(|&number| !self.is_watched[number]);
        let mut out: Vec<(usize, f64)> = unwatched.map(excess).filter(|(_, excess)| *excess > SLIGHT).collect();
        out.sort_by(|one, other| other.1.total_cmp(&one.1));
        let watched = self.is_watched.iter().filter(|&&is_watched| is_watched).count();
        out.truncate(MORE.min(MOST.saturating_sub(watched)));
        out.into_iter().map(|(number, _)| number).collect()
    }

    /// People with the profile, and those too few, less those too many, are from `⌊t⌋` to `⌈t⌉`.
    fn watch(&mut self, more: &[usize]) {
        let seats = self.rows[0].1;
        let (first_column, first_row) = (self.columns.len(), self.rows.len());
        let mut row_of = vec![None; self.is_watched.len()];
        let mut rows = Vec::with_capacity(more.len());
        for (at, &number) in more.iter().enumerate() {
            let profile = &self.setting.profiles[number];
            let kept = f64::from(profile.kept);
            let (few, many) = (first_column + 2 * at, first_column + 2 * at + 1);
            self.columns.push((0.0, f64::from(profile.floor), profile.below, Vec::new()));
            self.columns.push((0.0, kept + seats, profile.above, Vec::new()));
            rows.push((
                f64::from(profile.floor) - kept,
                f64::from(profile.ceiling) - kept,
                vec![(few, 1.0), (many, -1.0)],
            ));
            row_of[number] = Some(at);
            self.is_watched[number] = true;
        }
        for (class, own) in self.setting.profiles_of.iter().enumerate() {
            for row in own.iter().filter_map(|&profile| row_of[profile]) {
                rows[row].2.push((class, 1.0));
            }
        }
        self.lp.add_columns(self.columns[first_column..].iter().cloned());
        self.lp.add_rows(rows.iter().cloned());
        for (at, (low, high, entries)) in rows.into_iter().enumerate() {
            self.rows.push((low, high));
            for (column, entry) in entries {
                self.columns[column].3.push((first_row + at, entry));
            }
        }
    }

    /// `Σ cost · x = Σ price · activity + Σ (cost − Σ price · entry) · x`, each part at least what it is at its better end.
    fn bound(&self) -> f64 {
        let prices: Vec<f64> = (0..self.rows.len()).map(|row| self.lp.price(row)).collect();
        let of_rows = self
            .rows
            .iter()
            .zip(&prices)
            .map(|(&(low, high), price)| (price * low).min(price * high));
        let of_columns = self.columns.iter().map(|(low, high, cost, column)| {
            let reduced = cost - column.iter().map(|&(row, entry)| prices[row] * entry).sum::<f64>();
            (reduced * low).min(reduced * high)
        });
        of_rows.sum::<f64>() + of_columns.sum::<f64>()
    }
}
