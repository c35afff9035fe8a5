//! The languages of the program.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language that every fixed text exists in. Danish is the first: it is the default, and the order of arguments follows its texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Danish.
    #[default]
    Da,
    /// English.
    En,
}

impl Lang {
    /// Every language, Danish first.
    pub const ALL: [Lang; 2] = [Lang::Da, Lang::En];

    /// The short code that is stored and used in addresses: `da` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Da => "da",
            Lang::En => "en",
        }
    }

    /// The value of the `lang` attribute (BCP 47). English is written and formatted the British way.
    pub const fn html_code(self) -> &'static str {
        match self {
            Lang::Da => "da",
            Lang::En => "en-GB",
        }
    }

    /// The language that this one is switched to.
    pub const fn other(self) -> Lang {
        match self {
            Lang::Da => Lang::En,
            Lang::En => Lang::Da,
        }
    }

    /// The name of the language in the language itself, as a reader looks for it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::Da => "Dansk",
            Lang::En => "English",
        }
    }

    /// Reads a code as [`Lang::code`] writes it, or any variant of it (`en-US`, `DA`).
    pub fn parse(code: &str) -> Option<Lang> {
        let primary = code.trim().split(['-', '_']).next().unwrap_or_default();
        Lang::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }

    /// The language a browser prefers among ours, from its `Accept-Language` header. `None` when it names none of them.
    ///
    /// Norwegian and Swedish readers get Danish before English only if they ask for it: `nb, en` means English here.
    pub fn preferred(accept_language: &str) -> Option<Lang> {
        let mut best: Option<(Lang, f32)> = None;
        for part in accept_language.split(',') {
            let mut pieces = part.split(';');
            let Some(lang) = pieces.next().and_then(Lang::parse) else {
                continue;
            };
            let quality = pieces
                .find_map(|piece| piece.trim().strip_prefix("q="))
                .map_or(1.0, |quality| quality.trim().parse::<f32>().unwrap_or(0.0));
            if quality > 0.0 && best.is_none_or(|(_, found)| quality > found) {
                best = Some((lang, quality));
            }
        }
        best.map(|(lang, _)| lang)
    }

    /// One of two values by language, for the rare text that is data and not in a text file.
    pub fn pick<T>(self, da: T, en: T) -> T {
        match self {
            Lang::Da => da,
            Lang::En => en,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The code is of no language we have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLang(String);

impl fmt::Display for UnknownLang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown language {:?}: use \"da\" or \"en\"", self.0)
    }
}

impl std::error::Error for UnknownLang {}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Lang::parse(code).ok_or_else(|| UnknownLang(code.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_reads_its_own_code_back_and_switches_to_the_other_and_home_again() {
        for lang in Lang::ALL {
            assert_eq!(lang.to_string().parse(), Ok(lang));
            assert_eq!(Lang::parse(lang.html_code()), Some(lang));
            assert_ne!(lang.other(), lang);
            assert_eq!(lang.other().other(), lang);
        }
    }

    #[test]
    fn an_unknown_code_is_refused_with_the_code_and_the_mend() {
        assert_eq!(
            "de".parse::<Lang>().unwrap_err().to_string(),
            "unknown language \"de\": use \"da\" or \"en\""
        );
        assert_eq!(Lang::parse(""), None);
        assert_eq!(Lang::parse("dansk"), None);
    }

    #[test]
    fn a_browser_gets_the_language_it_prefers_among_ours() {
        assert_eq!(Lang::preferred("da-DK,da;q=0.9,en;q=0.8"), Some(Lang::Da));
        assert_eq!(Lang::preferred("de,en-US;q=0.7,da;q=0.3"), Some(Lang::En));
        assert_eq!(Lang::preferred("nb, en"), Some(Lang::En));
        assert_eq!(Lang::preferred("en;q=0, da;q=0.1"), Some(Lang::Da));
        assert_eq!(Lang::preferred("de, *"), None);
        assert_eq!(Lang::preferred(""), None);
    }
}
