//! A text of the house in both languages.

use std::str::FromStr;

use platform::values::ValueError;
use serde::{Deserialize, Serialize};
use texts::Lang;

/// Something in Danish and in English. Both are always there: a house whose English is half done is not finished.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual<T> {
    /// Danish.
    pub da: T,
    /// English.
    pub en: T,
}

impl<T> Bilingual<T> {
    /// Puts both languages together.
    pub const fn new(da: T, en: T) -> Self {
        Self { da, en }
    }

    /// The text in one language.
    pub const fn get(&self, lang: Lang) -> &T {
        match lang {
            Lang::Da => &self.da,
            Lang::En => &self.en,
        }
    }
}

impl<T: FromStr<Err = ValueError>> Bilingual<T> {
    /// Reads both languages from a form.
    ///
    /// # Errors
    /// The language that is wrong, and what is wrong with it; Danish first.
    pub fn parse(da: &str, en: &str) -> Result<Self, (Lang, ValueError)> {
        Ok(Self {
            da: da.parse().map_err(|error| (Lang::Da, error))?,
            en: en.parse().map_err(|error| (Lang::En, error))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use platform::values::Line;

    use super::*;

    #[test]
    fn a_title_without_english_is_not_a_title() {
        type Title = Bilingual<Line<40>>;
        assert_eq!(Title::parse("Kom godt i gang", " "), Err((Lang::En, ValueError::Empty)));
        let title = Title::parse("Kom godt i gang", "Getting started").unwrap();
        assert_eq!(title.get(Lang::Da).as_str(), "Kom godt i gang");
        assert_eq!(title.get(Lang::En).as_str(), "Getting started");
    }
}
