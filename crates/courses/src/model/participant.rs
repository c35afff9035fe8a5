//! A person who takes part in a course.

use platform::values::{Email, Line, PersonName, Phone, Text};

db::text_enum!(
    /// How far the case is that somebody brings.
    pub enum CaseStage {
        /// An idea.
        Idea => "idea",
        /// A plan.
        Plan => "plan",
    }
);

/// What a participant wants to work on (course page: it is recommended to bring an idea or a plan). It belongs to the participant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCase {
    /// Idea or plan.
    pub stage: CaseStage,
    /// In the participant's words.
    pub text: Text<2000>,
}

/// A person who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Name.
    pub name: PersonName,
    /// Mail address: gets the course mails, and tells participants of an edition apart.
    pub email: Email,
    /// Telephone.
    pub phone: Option<Phone>,
    /// Job title.
    pub title: Option<Line<100>>,
    /// Department.
    pub department: Option<Line<120>>,
    /// What the person eats. May reveal faith or health: see [`Participant::forget_sensitive`].
    pub diet: Option<Text<300>>,
    /// What the person needs to take part. May reveal health.
    pub access_needs: Option<Text<500>>,
    /// What the person wants to work on.
    pub own_case: Option<OwnCase>,
    /// Whether the person ticked that the prerequisites are met. A self-declaration, never a barrier.
    pub meets_prerequisites: bool,
}

impl Participant {
    /// Erases what may reveal health or faith; due right after the edition.
    pub fn forget_sensitive(&mut self) {
        self.diet = None;
        self.access_needs = None;
    }
}
