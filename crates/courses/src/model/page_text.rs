//! The house's own words on its pages.

use serde::{Deserialize, Serialize};

use super::{Bilingual, Prose, Title};

db::text_enum!(
    /// A section of a page whose words the house writes itself.
    pub enum PageTextKey {
        /// Who can take part: employees of public administrations.
        WhoCanTakePart => "who-can-take-part",
        /// No experience is needed.
        NoExperience => "no-experience",
        /// Bring an idea or a plan to work on.
        BringACase => "bring-a-case",
        /// Others may take part as well.
        Others => "others",
        /// Courses can be taken singly or as a package.
        Package => "package",
        /// Courses made for one authority.
        Tailored => "tailored",
        /// Who runs the house.
        About => "about",
        /// Where the house comes from.
        History => "history",
        /// What the house works for.
        Mission => "mission",
    }
);

/// A section of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageText {
    /// Which section.
    pub key: PageTextKey,
    /// Its heading.
    pub heading: Bilingual<Title>,
    /// Its words.
    pub body: Bilingual<Prose>,
}
