//! Telling everybody who holds a seat what has been decided, in the transaction of the decision.

use std::collections::BTreeMap;

use db::Tx;
use platform::App;
use platform::web::Staff;

use crate::mails::news;
use crate::model::OrderId;
use crate::rights::ManageCourses;
use crate::store::editions::StoredEdition;
use crate::store::registrations::StoredRegistration;
use crate::store::{catalogue, orders};

/// What there is to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum News {
    /// The edition runs.
    Runs,
    /// It was decided that it runs, and now it is uncertain again.
    Uncertain,
    /// The edition is cancelled.
    Cancelled,
    /// Time or place have changed.
    Changed,
    /// It takes place as this edition instead of the one people signed up for.
    Moved,
}

impl News {
    /// The word for it in the names of mails.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Runs => "runs",
            Self::Uncertain => "uncertain",
            Self::Cancelled => "cancelled",
            Self::Changed => "changed",
            Self::Moved => "moved",
        }
    }
}

/// Puts a mail to every participant into the outbox, with their calendar entry, and one to each contact person who does not take part. `seats` are as they are
/// after the decision; only those are told. `before` is the edition as it was, where its days may have changed. Answers to how many people.
pub(super) async fn tell_participants(
    tx: &mut Tx,
    app: &App,
    staff: &Staff<ManageCourses>,
    (edition, before): (&StoredEdition, Option<&StoredEdition>),
    seats: &[StoredRegistration],
    news: News,
) -> Result<usize, db::Error> {
    let courses = catalogue::courses(tx, staff.scope).await?;
    let Some(course) = courses.into_iter().find(|course| course.id == edition.course_id) else {
        return Ok(0);
    };
    let told = |seat: &&StoredRegistration| seat.state.is_live() || news == News::Cancelled;
    let mut by_order: BTreeMap<OrderId, Vec<&StoredRegistration>> = BTreeMap::new();
    for seat in seats.iter().filter(told) {
        by_order.entry(seat.order_id).or_default().push(seat);
    }
    let mut count = 0;
    for (id, seats) in by_order {
        let Some(order) = orders::by_id(tx, staff.scope, id).await? else {
            continue;
        };
        let letter = news::About {
            app,
            house: &staff.organisation,
            course: &course.course,
            edition,
            before,
            order: &order,
            news,
        };
        for seat in &seats {
            letter.to_participant(tx, staff.scope, seat).await?;
        }
        count += seats.len();
        let contact = order.payer.contact.email.key();
        if seats.iter().all(|seat| seat.participant.email.key() != contact) {
            letter.to_contact(tx, staff.scope, &seats).await?;
            count += 1;
        }
    }
    Ok(count)
}
