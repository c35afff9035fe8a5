//! What participants said, with their leave.

use jiff::Timestamp;

use super::{Bilingual, CourseId, Note, Title};

/// The leave to print somebody's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// The words the person agreed to.
    pub text: Note,
    /// When.
    pub given_at: Timestamp,
    /// When it was taken back, if it was.
    pub withdrawn_at: Option<Timestamp>,
}

/// A participant's words. Attributed to a course and a year, never to a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Testimonial {
    /// The words.
    pub quote: Bilingual<Note>,
    /// The course they are about, if it is still in the catalogue.
    pub course: Option<CourseId>,
    /// What the course was called then.
    pub course_title: Bilingual<Title>,
    /// The year of the course.
    pub year: i16,
    /// The leave to print them.
    pub consent: Consent,
}

impl Testimonial {
    /// Whether it may be shown: leave was given and not taken back.
    #[must_use]
    pub const fn may_be_shown(&self) -> bool {
        self.consent.withdrawn_at.is_none()
    }
}
