//! A course: what is taught, without a date.

use std::collections::BTreeSet;

use platform::values::Slug;
use serde::{Deserialize, Serialize};

use super::{Bilingual, Note, Point, PriceUnit, Prose, Title};

db::text_enum!(
    /// How a course works.
    pub enum Format {
        /// Talks, exercises and discussion.
        Course => "course",
        /// Hands-on: participants try the tasks themselves.
        Workshop => "workshop",
    }
);

db::text_enum!(
    /// What a course expects of its participants (course page: no experience needed, but the workshop builds on an understanding of why).
    pub enum Level {
        /// Interest is enough.
        Open => "open",
        /// Builds on something that the prerequisites name; participants say themselves whether they have it.
        BuildsOn => "builds-on",
    }
);

db::text_enum!(
    /// What a course is about; also what a tailored course can weigh (course page: "we can also tailor a course").
    pub enum Theme {
        /// Why involve citizens at all.
        Rationales => "rationales",
        /// Methods and their design.
        Methods => "methods",
        /// Practice from recruitment to design and evaluation.
        Practice => "practice",
        /// Follow-up and political anchoring.
        FollowUp => "follow-up",
    }
);

db::text_enum!(
    /// A stretch of the way from an idea to the use of its results. Several courses together cover all of it (course page: single or as a package).
    pub enum Phase {
        /// From a wish to a question worth asking.
        Idea => "idea",
        /// Method, mandate, plan.
        Planning => "planning",
        /// Recruitment and meetings.
        Implementation => "implementation",
        /// Answers and anchoring.
        FollowUp => "follow-up",
        /// Results reach those who can use them.
        UseOfResults => "use-of-results",
    }
);

impl Phase {
    /// The stretches that some courses cover together.
    #[must_use]
    pub fn covered_by<'a>(courses: impl IntoIterator<Item = &'a Course>) -> BTreeSet<Phase> {
        courses.into_iter().flat_map(|course| course.phases.iter().copied()).collect()
    }
}

/// A course as the catalogue shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// Its name in addresses.
    pub slug: Slug,
    /// Course or workshop.
    pub format: Format,
    /// What it expects.
    pub level: Level,
    /// Whether one pays for the whole or for each day.
    pub price_unit: PriceUnit,
    /// What it is about.
    pub themes: Vec<Theme>,
    /// The stretches of the way it covers.
    pub phases: Vec<Phase>,
    /// Its title.
    pub title: Bilingual<Title>,
    /// What stands under the title, if anything.
    pub subtitle: Option<Bilingual<Title>>,
    /// A sentence or two for the list of courses.
    pub teaser: Bilingual<Note>,
    /// Why one should take it.
    pub purpose: Bilingual<Prose>,
    /// What happens, part by part.
    #[serde(default)]
    pub parts: Vec<Bilingual<Point>>,
    /// What participants take home.
    pub outcomes: Vec<Bilingual<Point>>,
    /// What one should know beforehand. A note with a tick at sign-up, not a barrier.
    pub prerequisites: Option<Bilingual<Note>>,
}
