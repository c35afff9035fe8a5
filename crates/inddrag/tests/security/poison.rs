//! Puts hostile text into every column that holds what somebody wrote: past every form, as after a mistake in one, an import, or a hand in the database.

use platform::testing::TestApp;

use super::tables::{Column, columns_of_words, statement};

/// Columns with free text. Whoever adds a column says here, or below, what it is.
const WRITTEN: [&str; 71] = [
    "account.name",
    "audit_entry.action",
    "audit_entry.object_kind",
    "course.prerequisites_da",
    "course.prerequisites_en",
    "course.purpose_da",
    "course.purpose_en",
    "course.subtitle_da",
    "course.subtitle_en",
    "course.teaser_da",
    "course.teaser_en",
    "course.title_da",
    "course.title_en",
    "course_order.contact_name",
    "course_order.contact_phone",
    "course_order.order_reference",
    "course_order.payer_name",
    "course_order.person_reference",
    "course_order.postcode",
    "course_order.street",
    "course_order.terms_text",
    "course_order.town",
    "course_series.audience_da",
    "course_series.audience_en",
    "course_series.catering_da",
    "course_series.catering_en",
    "course_series.intro_da",
    "course_series.intro_en",
    "course_series.stance_da",
    "course_series.stance_en",
    "course_series.tagline_da",
    "course_series.tagline_en",
    "course_series.title_da",
    "course_series.title_en",
    "edition.online_link",
    "edition.state_reason",
    "interest_entry.name",
    "interest_entry.organisation_name",
    "job.last_error",
    "mail.subject",
    "organisation.name",
    "page_text.body_da",
    "page_text.body_en",
    "page_text.heading_da",
    "page_text.heading_en",
    "passkey.label",
    "past_course.note_da",
    "past_course.note_en",
    "past_course.title_da",
    "past_course.title_en",
    "provider.name",
    "provider.profile_da",
    "provider.profile_en",
    "registration.access_needs",
    "registration.case_text",
    "registration.department",
    "registration.diet",
    "registration.job_title",
    "registration.name",
    "registration.phone",
    "session.agent",
    "testimonial.consent_text",
    "testimonial.course_title_da",
    "testimonial.course_title_en",
    "testimonial.quote_da",
    "testimonial.quote_en",
    "venue.access_da",
    "venue.access_en",
    "venue.name",
    "venue.street",
    "venue.town",
];

/// Wraps a text in the JSON a column holds.
type Wrap = fn(&str) -> serde_json::Value;

/// Columns with JSON that holds free text, and how it looks.
const WRITTEN_AS_JSON: [(&str, Wrap); 3] = [
    ("course.outcomes", in_both_languages),
    ("course.parts", in_both_languages),
    ("audit_entry.details", anything),
];

/// Columns that hold what the program itself made or what only a few values or a strict form are taken for: by their names, whatever the table.
const MADE: [&str; 64] = [
    "again",
    "bill",
    "bill_email",
    "bill_email_key",
    "browser_hash",
    "bucket",
    "cancellation_terms",
    "case_stage",
    "code_hash",
    "contact_email",
    "contact_email_key",
    "content",
    "credential",
    "credential_id",
    "cvr",
    "data",
    "day",
    "deadline_day",
    "dedup_key",
    "delete_by",
    "domain",
    "email",
    "email_key",
    "ends",
    "event_key",
    "format",
    "gln",
    "half",
    "hash",
    "idempotency_key",
    "issuer",
    "kind",
    "language",
    "level",
    "locked_by",
    "message_id",
    "method",
    "mode",
    "next_path",
    "payer_kind",
    "payload",
    "phases",
    "postcode",
    "price_unit",
    "purpose",
    "queue",
    "recipient",
    "recipient_key",
    "role",
    "rule",
    "season",
    "season_first",
    "season_last",
    "sender",
    "slug",
    "starts",
    "state",
    "subject",
    "terms_version",
    "text_key",
    "themes",
    "thread",
    "token_hash",
    "topic",
];

/// Further columns of that kind whose names say too little alone.
const MADE_THERE: [&str; 6] = [
    "course_series.usual_end",
    "course_series.usual_start",
    "edition.vat_category",
    "edition.vat_exempt_reason",
    "live_event.name",
    "registration.vat_category",
];

fn in_both_languages(text: &str) -> serde_json::Value {
    serde_json::json!([{ "da": text, "en": text }, { "da": text, "en": text }])
}

fn anything(text: &str) -> serde_json::Value {
    serde_json::json!({ "from": text, "to": { text: [text] }, text: text })
}

/// By this a column's text is recognised wherever it is shown.
pub(crate) fn mark(column: &str) -> String {
    format!("⟦{column}⟧")
}

/// Would break out of a text, an attribute, a title, a text field, a script, a template, a header line, a table cell.
pub(crate) fn hostile(column: &str) -> String {
    let mark = mark(column);
    format!(
        "{mark}\"'><x-canary canary=1 onload=alert(1)></title></textarea></script><script>alert(1)</script><img src=x onerror=alert(1)>{{{{7*7}}}}&lt;b&gt;#panic()"
    )
}

/// Writes it everywhere, and gives the columns that held something to overwrite.
pub(crate) async fn poison(house: &TestApp) -> Vec<String> {
    let mut poisoned = Vec::new();
    let mut tx = house.db.begin().await.unwrap();
    let json = WRITTEN_AS_JSON.map(|(column, write)| (column, write(&hostile(column)).to_string()));
    let plain = WRITTEN.map(|column| (column, hostile(column)));
    for (column, text) in plain.into_iter().chain(json) {
        let (table, name) = column.split_once('.').unwrap();
        let update = statement(format!("UPDATE {table} SET {name} = $1 WHERE {name} IS NOT NULL"));
        if update.bind(text).execute(&mut tx).await.unwrap() > 0 {
            poisoned.push(column.to_owned());
        }
    }
    tx.commit().await.unwrap();
    poisoned
}

/// Columns nobody has said anything about.
pub(crate) async fn unknown(house: &TestApp) -> Vec<String> {
    let is_known = |column: &Column| {
        let whole = column.to_string();
        let whole = whole.as_str();
        let written = WRITTEN.contains(&whole) || WRITTEN_AS_JSON.iter().any(|(known, _)| *known == whole);
        written || MADE_THERE.contains(&whole) || MADE.contains(&column.name.as_str())
    };
    columns_of_words(&house.db)
        .await
        .into_iter()
        .filter(|column| !is_known(column))
        .map(|column| column.to_string())
        .collect()
}
