//! The sign-up form for entries by the house: the same fields, the same rules, the same words for mistakes.

use maud::Markup;
use platform::web::Fields;
use texts::Lang;
use ui::Errors;
use uuid::Uuid;

use super::{Subject, form, view};
use crate::model::{Days, Order, PublicStatus};
use crate::store::catalogue::StoredCourse;
use crate::store::editions::StoredEdition;

/// What came out of the form.
pub(in crate::pages) enum Read {
    /// A row was added or taken away without script; nothing is to be saved.
    Rearranged(Fields),
    /// An order, and the key that makes it one order however often the form is sent.
    Order(Box<Order>, Uuid),
    /// Mistakes.
    Wrong(Errors),
}

/// An empty form.
pub(in crate::pages) fn blank(key: Uuid) -> Fields {
    Fields::default().with("key", key.to_string()).with("same-contact", "1")
}

/// Reads the form for an edition.
pub(in crate::pages) fn read(fields: &Fields, lang: Lang, edition: &StoredEdition) -> Read {
    if let Some(rearranged) = form::rearranged(fields) {
        return Read::Rearranged(rearranged);
    }
    let plan = edition.edition.plan();
    match form::read(fields, lang, plan.price, plan.days().map_or(1, Days::count)) {
        Ok(form) => Read::Order(Box::new(form.order), form.key),
        Err(errors) => Read::Wrong(errors),
    }
}

/// The mail field of a participant, where it is told that the person has a seat already.
pub(in crate::pages) fn email_field(index: usize) -> String {
    format!("{}-{index}-email", form::LIST)
}

/// The fields of the form.
pub(in crate::pages) fn fields(lang: Lang, course: &StoredCourse, edition: &StoredEdition, fields: &Fields, errors: &Errors) -> Markup {
    let subject = Subject {
        course: course.clone(),
        edition: edition.clone(),
        status: PublicStatus::Closed,
    };
    view::fields(lang, &subject, fields, errors)
}
