//! What a member may be in an organisation. Rights are declared by the rooms as functions of the role.

use texts::Lang;

use crate::t;

db::text_enum! {
    /// A member's role.
    pub enum Role {
        /// Everything in the organisation, also members and the audit log.
        Owner => "owner",
        /// Courses: editions, sign-ups, texts.
        CourseManager => "course-manager",
        /// Sees participants and cases of the courses.
        Instructor => "instructor",
        /// Sees the house, nothing of participants.
        Member => "member",
    }
}

impl Role {
    /// What people call it.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Owner => t::role_owner(lang),
            Self::CourseManager => t::role_course_manager(lang),
            Self::Instructor => t::role_instructor(lang),
            Self::Member => t::role_member(lang),
        }
    }

    /// What it may do, in a sentence.
    #[must_use]
    pub fn hint(self, lang: Lang) -> &'static str {
        match self {
            Self::Owner => t::role_owner_hint(lang),
            Self::CourseManager => t::role_course_manager_hint(lang),
            Self::Instructor => t::role_instructor_hint(lang),
            Self::Member => t::role_member_hint(lang),
        }
    }
}
