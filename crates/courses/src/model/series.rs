//! A series of courses and those who offer it.

use platform::values::{Line, Slug};
use serde::{Deserialize, Serialize};

use super::{Bilingual, Note, Prose, Title};

/// A series of courses: the front of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CourseSeries {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its title.
    pub title: Bilingual<Title>,
    /// What stands under the title.
    pub tagline: Bilingual<Title>,
    /// Why the series exists.
    pub intro: Bilingual<Prose>,
    /// What it believes in.
    pub stance: Bilingual<Prose>,
    /// Whom it is for, in a sentence.
    pub audience: Bilingual<Note>,
    /// Who offers it; several may do so together.
    pub providers: Vec<Provider>,
}

/// An organisation or association that offers a series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name.
    pub name: Line<120>,
    /// Who it is.
    pub profile: Bilingual<Prose>,
}
