//! What waits for somebody to decide. Pure: rows and a date in, a list out.

use jiff::civil::Date;

use crate::model::{Capacity, CourseId, Days, EditionId, EditionState, InterestEntry, Seats, When};
use crate::pages::admin::editions::awaits_decision;
use crate::store::editions::StoredEdition;

/// Something to decide, the most urgent kind first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Todo {
    /// The deadline has passed: does it run?
    Decide(EditionId),
    /// It is over: note that it was held.
    Hold(EditionId),
    /// Its season is over and it still has no date.
    SeasonOver(EditionId),
    /// No seat is left, or hardly any, and so many seats are hoped for.
    Full { edition: EditionId, left: u16, interest: i64 },
    /// So many seats are hoped for that the course could run once more. With an edition that has no date yet, that one gets it.
    Propose {
        course: CourseId,
        interest: i64,
        minimum: u16,
        dateless: Option<EditionId>,
    },
}

/// Seats hoped for, by course.
pub(super) struct Interest {
    pub(super) course: CourseId,
    pub(super) seats: i64,
    /// How many people a run of this course usually needs.
    pub(super) minimum: u16,
}

impl Interest {
    /// Whether it is enough for a new run: two thirds of the minimum, 12 of 18. Some of those who asked will not come, others will.
    pub(super) fn is_enough(&self) -> bool {
        self.seats > 0 && self.seats * 3 >= i64::from(self.minimum) * 2
    }
}

/// How long an interest counts, for the note beside the figures.
pub(super) const KEPT_MONTHS: i32 = InterestEntry::KEPT_MONTHS;

/// Everything that waits, most urgent first.
pub(super) fn todo(editions: &[StoredEdition], interest: &[Interest], today: Date) -> Vec<Todo> {
    let mut list: Vec<Todo> = editions.iter().filter_map(|stored| of_edition(stored, interest, today)).collect();
    list.extend(
        interest
            .iter()
            .filter(|one| one.is_enough())
            .filter_map(|one| proposal(one, editions, today)),
    );
    list.sort_unstable();
    list
}

fn of_edition(stored: &StoredEdition, interest: &[Interest], today: Date) -> Option<Todo> {
    let edition = &stored.edition;
    let plan = edition.plan();
    if awaits_decision(stored, today) {
        return Some(Todo::Decide(stored.id));
    }
    if edition.state() == EditionState::Confirmed && plan.days().map(Days::last).is_some_and(|last| last < today) {
        return Some(Todo::Hold(stored.id));
    }
    if let (EditionState::InterestOnly, When::Season(window)) = (edition.state(), &plan.when)
        && window.is_over(today)
    {
        return Some(Todo::SeasonOver(stored.id));
    }
    let waiting = interest
        .iter()
        .find(|one| one.course == stored.course_id)
        .map_or(0, |one| one.seats);
    match plan.capacity {
        Some(capacity) if waiting > 0 && edition.takes_signups_on(today) => {
            let left = Seats::new(capacity, stored.seats_held).left();
            is_nearly_full(capacity, left).then_some(Todo::Full {
                edition: stored.id,
                left,
                interest: waiting,
            })
        }
        _ => None,
    }
}

/// At most one in ten seats is left, or two.
fn is_nearly_full(capacity: Capacity, left: u16) -> bool {
    left <= 2 || u32::from(left) * 10 <= u32::from(capacity.get())
}

fn proposal(one: &Interest, editions: &[StoredEdition], today: Date) -> Option<Todo> {
    let of_course = || editions.iter().filter(|stored| stored.course_id == one.course);
    // A run that is being planned, or that still has seats, is the answer already.
    let answered = of_course().any(|stored| {
        let left = stored
            .edition
            .plan()
            .capacity
            .map_or(0, |capacity| Seats::new(capacity, stored.seats_held).left());
        stored.edition.state() == EditionState::Draft || (stored.edition.takes_signups_on(today) && left > 0)
    });
    let dateless = of_course()
        .find(|stored| stored.edition.state() == EditionState::InterestOnly)
        .map(|stored| stored.id);
    (!answered).then_some(Todo::Propose {
        course: one.course,
        interest: one.seats,
        minimum: one.minimum,
        dateless,
    })
}

#[cfg(test)]
#[path = "todo_tests.rs"]
mod tests;
