//! What the house says about itself: sections of pages, earlier courses, participants' words.

use db::{Read, sql};
use jiff::Timestamp;
use platform::OrgScope;

use super::rows::{both, number};
use crate::model::{
    Consent, CourseId, Half, Mode, Note, PageText, PageTextKey, PastCourse, PastCourseId, PastKind, Prose, Testimonial, TestimonialId,
    Title, Years,
};

db::row! {
    struct PageTextRow {
        text_key: PageTextKey,
        heading_da: Title,
        heading_en: Title,
        body_da: Prose,
        body_en: Prose,
    }
}

db::row! {
    struct PastRow {
        id: PastCourseId,
        kind: PastKind,
        title_da: Title,
        title_en: Title,
        note_da: Note,
        note_en: Note,
        first_year: i64,
        last_year: i64,
        half: Option<Half>,
        mode: Option<Mode>,
        participants: i64,
    }
}

db::row! {
    struct TestimonialRow {
        id: TestimonialId,
        course_id: Option<CourseId>,
        course_title_da: Title,
        course_title_en: Title,
        year: i64,
        quote_da: Note,
        quote_en: Note,
        consent_text: Note,
        consent_at: Timestamp,
        consent_withdrawn_at: Option<Timestamp>,
    }
}

/// The sections there are.
pub(crate) async fn page_texts(on: &impl Read, scope: OrgScope) -> Result<Vec<PageText>, db::Error> {
    let rows: Vec<PageTextRow> =
        sql!("SELECT text_key, heading_da, heading_en, body_da, body_en FROM page_text WHERE organisation_id = $1")
            .bind(scope)
            .all(on)
            .await?;
    Ok(rows
        .into_iter()
        .map(|row| PageText {
            key: row.text_key,
            heading: both(row.heading_da, row.heading_en),
            body: both(row.body_da, row.body_en),
        })
        .collect())
}

/// Courses held in earlier years, newest first.
pub(crate) async fn past_courses(on: &impl Read, scope: OrgScope) -> Result<Vec<(PastCourseId, PastCourse)>, db::Error> {
    let rows: Vec<PastRow> = sql!(
        "SELECT id, kind, title_da, title_en, note_da, note_en, first_year, last_year, half, mode, participants
         FROM past_course WHERE organisation_id = $1 ORDER BY last_year DESC, first_year DESC, id"
    )
    .bind(scope)
    .all(on)
    .await?;
    rows.into_iter()
        .map(|row| {
            let past = PastCourse {
                title: both(row.title_da, row.title_en),
                kind: row.kind,
                years: Years::new(number("first_year", row.first_year)?, number("last_year", row.last_year)?),
                half: row.half,
                mode: row.mode,
                participants: number("participants", row.participants)?,
                note: both(row.note_da, row.note_en),
            };
            Ok((row.id, past))
        })
        .collect()
}

/// Participants' words in the house's order, also those no longer shown.
pub(crate) async fn testimonials(on: &impl Read, scope: OrgScope) -> Result<Vec<(TestimonialId, Testimonial)>, db::Error> {
    let rows: Vec<TestimonialRow> = sql!(
        "SELECT id, course_id, course_title_da, course_title_en, year, quote_da, quote_en, consent_text, consent_at, consent_withdrawn_at
         FROM testimonial WHERE organisation_id = $1 ORDER BY position, id"
    )
    .bind(scope)
    .all(on)
    .await?;
    rows.into_iter()
        .map(|row| {
            let testimonial = Testimonial {
                quote: both(row.quote_da, row.quote_en),
                course: row.course_id,
                course_title: both(row.course_title_da, row.course_title_en),
                year: number("year", row.year)?,
                consent: Consent {
                    text: row.consent_text,
                    given_at: row.consent_at,
                    withdrawn_at: row.consent_withdrawn_at,
                },
            };
            Ok((row.id, testimonial))
        })
        .collect()
}
