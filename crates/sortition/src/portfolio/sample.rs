//! A part of the classes in which panels are looked for.
//!
//! Where there are thousands of classes, a panel has seats for few of them, and a programme over all of them is a waste. A sample that has each class as often as the
//! average panel does holds many panels. Which classes are in it follows from a fixed sequence, so that the result is the same everywhere.

use crate::fair::Watch;
use crate::integer::Integer;
use crate::polytope::{Polytope, Row};

/// A class that is on the average panel with this part of the seats it can have is in every sample: left out, it would soon stand in the way.
const OFTEN: f64 = 0.125;

/// What is left of the average panel.
pub(super) struct Rest<'a> {
    pub(super) polytope: &'a Polytope,
    /// Seats of each class that have not gone to panels, and the weight that is left.
    pub(super) seats: Vec<f64>,
    pub(super) left: f64,
    /// Classes of which a panel can have only so many seats.
    pub(super) fixed: Vec<Option<f64>>,
    /// Conditions that every panel must obey with equality, and what they come to.
    pub(super) equal: Vec<Option<f64>>,
}

/// Classes among which panels are looked for.
pub(super) struct Sample {
    integer: Integer,
    classes: Vec<usize>,
    /// How many of them were free at the start.
    free: usize,
    /// The conditions that concern them.
    rows: Vec<usize>,
    is_whole: bool,
}

impl Sample {
    /// A sample of about `wanted` classes; the `number` tells samples apart.
    pub(super) fn of(rest: &Rest<'_>, wanted: usize, number: u32) -> Self {
        let polytope = rest.polytope;
        let is_free = |class: usize| rest.fixed[class].is_none();
        let free = (0..polytope.classes()).filter(|&class| is_free(class)).count();
        let is_whole = 2 * free <= 3 * wanted;
        let all: f64 = (0..polytope.classes())
            .filter(|&class| is_free(class))
            .map(|class| rest.seats[class])
            .sum();
        #[expect(clippy::cast_precision_loss, reason = "there are far fewer than 2^53 classes")]
        let scale = wanted as f64 / all.max(f64::MIN_POSITIVE);
        let mut sum = (f64::from(number) * 0.618_033_988_749_894_9).fract();
        let mut is_drawn = |class: usize| {
            let before = sum;
            sum += (rest.seats[class] * scale).min(1.0);
            sum.floor() > before.floor()
        };
        let is_in = |class: &usize| match rest.fixed[*class] {
            Some(seats) => seats > 0.0,
            None => is_whole || rest.seats[*class] >= OFTEN * polytope.seats[*class] * rest.left || is_drawn(*class),
        };
        let classes: Vec<usize> = (0..polytope.classes()).filter(is_in).collect();
        let mut place = vec![usize::MAX; polytope.classes()];
        for (at, &class) in classes.iter().enumerate() {
            place[class] = at;
        }
        let mut rows = Vec::new();
        let mut own = Vec::new();
        for (at, row) in polytope.rows.iter().enumerate() {
            let entries: Vec<(usize, f64)> = row
                .entries
                .iter()
                .filter(|(class, _)| place[*class] < usize::MAX)
                .map(|&(class, factor)| (place[class], factor))
                .collect();
            let (low, high) = rest.equal[at].map_or((row.low, row.high), |bound| (bound, bound));
            if !entries.is_empty() || low > 0.0 || high < 0.0 {
                rows.push(at);
                own.push(Row { low, high, entries });
            }
        }
        let integer = Integer::new(&Polytope {
            people: classes.iter().map(|&class| polytope.people[class]).collect(),
            seats: classes.iter().map(|&class| polytope.seats[class]).collect(),
            rows: own,
        });
        Self {
            integer,
            free: classes.iter().filter(|&&class| is_free(class)).count(),
            classes,
            rows,
            is_whole,
        }
    }

    /// Whether all classes are in it.
    pub(super) const fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Whether half of it is used up.
    pub(super) fn is_poor(&self, rest: &Rest<'_>) -> bool {
        !self.is_whole && 2 * self.classes.iter().filter(|&&class| rest.fixed[class].is_none()).count() < self.free
    }

    /// A panel with much of what is left; what `prefer` says for a class comes on top of that. `None`: there is none in the sample, or it takes more than `nodes` programmes to
    /// find.
    pub(super) fn panel(
        &mut self,
        rest: &Rest<'_>,
        nodes: u64,
        prefer: &mut dyn FnMut() -> f64,
        watch: &mut dyn Watch,
    ) -> Option<Vec<u32>> {
        for (at, &class) in self.classes.iter().enumerate() {
            match rest.fixed[class] {
                Some(seats) => {
                    self.integer.value(at, 0.0);
                    self.integer.lp.set_bounds(at, seats, seats);
                }
                None => self.integer.value(at, rest.seats[class] / rest.left + prefer()),
            }
        }
        for (at, &row) in self.rows.iter().enumerate() {
            if let Some(bound) = rest.equal[row] {
                self.integer.lp.set_row_bounds(at, bound, bound);
            }
        }
        let found = self.integer.good(nodes, watch)?;
        let mut panel = vec![0; rest.seats.len()];
        for (&class, seats) in self.classes.iter().zip(found) {
            panel[class] = seats;
        }
        Some(panel)
    }
}
