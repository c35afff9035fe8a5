//! Who may do what in the course house.

use platform::people::Role;
use platform::web::Right;

/// Plan editions, write texts, decide whether an edition runs, handle sign-ups.
#[derive(Debug)]
pub struct ManageCourses;

/// See who comes, with which needs and cases.
#[derive(Debug)]
pub struct SeeParticipants;

/// See the house's own front page and the state of its courses, no people.
#[derive(Debug)]
pub struct SeeHouse;

impl Right for ManageCourses {
    const NAME: &'static str = "manage-courses";

    fn allows(role: Role) -> bool {
        matches!(role, Role::Owner | Role::CourseManager)
    }
}

impl Right for SeeParticipants {
    const NAME: &'static str = "see-participants";

    fn allows(role: Role) -> bool {
        matches!(role, Role::Owner | Role::CourseManager | Role::Instructor)
    }
}

impl Right for SeeHouse {
    const NAME: &'static str = "see-house";

    fn allows(_role: Role) -> bool {
        true
    }
}
