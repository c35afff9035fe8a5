//! What is kept about a person, whichever organisation keeps it: it is the person who asks, and nobody else.

use db::{Db, Tx, sql};
use jiff::Timestamp;

db::row! {
    /// A seat in the person's name.
    pub(crate) struct Seat {
        pub(crate) house: String,
        pub(crate) course: String,
        pub(crate) state: String,
        pub(crate) name: String,
        pub(crate) email: String,
        pub(crate) phone: Option<String>,
        pub(crate) job_title: Option<String>,
        pub(crate) department: Option<String>,
        pub(crate) diet: Option<String>,
        pub(crate) access_needs: Option<String>,
        pub(crate) case_stage: Option<String>,
        pub(crate) case_text: Option<String>,
        pub(crate) created_at: Timestamp,
    }
}

db::row! {
    /// An order the person is the contact of, or gets the invoice of.
    pub(crate) struct Order {
        pub(crate) house: String,
        pub(crate) contact_name: String,
        pub(crate) contact_email: String,
        pub(crate) contact_phone: Option<String>,
        pub(crate) payer_name: Option<String>,
        pub(crate) gln: Option<String>,
        pub(crate) cvr: Option<String>,
        pub(crate) order_reference: Option<String>,
        pub(crate) person_reference: Option<String>,
        pub(crate) bill_email: Option<String>,
        pub(crate) street: Option<String>,
        pub(crate) postcode: Option<String>,
        pub(crate) town: Option<String>,
        pub(crate) terms_text: String,
        pub(crate) gross_ore: i64,
        pub(crate) created_at: Timestamp,
    }
}

db::row! {
    /// A place on an interest list.
    pub(crate) struct Interest {
        pub(crate) house: String,
        pub(crate) course: Option<String>,
        pub(crate) season: Option<String>,
        pub(crate) name: String,
        pub(crate) email: String,
        pub(crate) organisation_name: Option<String>,
        pub(crate) seats: i64,
        pub(crate) delete_by: String,
    }
}

/// The person's seats, oldest first. `email_key` is the folded address.
pub(crate) async fn seats_across_organisations(db: &Db, email_key: &str) -> Result<Vec<Seat>, db::Error> {
    sql!(
        "SELECT o.name AS house, c.title_da AS course, r.state, r.name, r.email, r.phone, r.job_title, r.department, r.diet, r.access_needs,
                r.case_stage, r.case_text, r.created_at
         FROM registration r JOIN organisation o ON o.id = r.organisation_id
         JOIN edition e ON e.organisation_id = r.organisation_id AND e.id = r.edition_id
         JOIN course c ON c.organisation_id = e.organisation_id AND c.id = e.course_id
         WHERE r.email_key = $1 ORDER BY r.created_at"
    )
    .bind(email_key)
    .all(db)
    .await
}

/// The person's orders, oldest first. `email_key` is the folded address.
pub(crate) async fn orders_across_organisations(db: &Db, email_key: &str) -> Result<Vec<Order>, db::Error> {
    sql!(
        "SELECT h.name AS house, b.contact_name, b.contact_email, b.contact_phone, b.payer_name, b.gln, b.cvr, b.order_reference, b.person_reference,
                b.bill_email, b.street, b.postcode, b.town, b.terms_text, b.gross_ore, b.created_at
         FROM course_order b JOIN organisation h ON h.id = b.organisation_id
         WHERE b.contact_email_key = $1 OR b.bill_email_key = $1 ORDER BY b.created_at"
    )
    .bind(email_key)
    .all(db)
    .await
}

/// Where the person waits, oldest first.
pub(crate) async fn interest_across_organisations(db: &Db, email_key: &str) -> Result<Vec<Interest>, db::Error> {
    sql!(
        "SELECT o.name AS house, c.title_da AS course, i.season, i.name, i.email, i.organisation_name, i.seats, i.delete_by
         FROM interest_entry i JOIN organisation o ON o.id = i.organisation_id
         LEFT JOIN course c ON c.organisation_id = i.organisation_id AND c.id = i.course_id
         WHERE i.email_key = $1 ORDER BY i.created_at"
    )
    .bind(email_key)
    .all(db)
    .await
}

/// Takes the person off every list, and empties what neither a seat nor the accounts need.
pub(crate) async fn erase_across_organisations(tx: &mut Tx, email_key: &str) -> Result<(), db::Error> {
    sql!("DELETE FROM interest_entry WHERE email_key = $1")
        .bind(email_key)
        .execute(tx)
        .await?;
    sql!(
        "UPDATE registration SET phone = NULL, job_title = NULL, department = NULL, diet = NULL, access_needs = NULL, case_stage = NULL, case_text = NULL
         WHERE email_key = $1"
    )
    .bind(email_key)
    .execute(tx)
    .await?;
    sql!("UPDATE course_order SET contact_phone = NULL WHERE contact_email_key = $1")
        .bind(email_key)
        .execute(tx)
        .await?;
    Ok(())
}
