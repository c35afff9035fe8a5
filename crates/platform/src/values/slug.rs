//! The name of a thing in addresses.

use super::{ValueError, text_backed};

/// A name for addresses: `kom-godt-i-gang`. Small letters `a` to `z`, digits, single hyphens between; 1 to 80 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

text_backed!([] Slug);

impl Slug {
    /// The longest name.
    pub const MAX: usize = 80;

    /// Reads a name strictly: an address either names the thing or does not.
    ///
    /// # Errors
    /// [`ValueError::Empty`], [`ValueError::TooLong`], [`ValueError::SlugCharacter`], [`ValueError::SlugHyphen`].
    pub fn parse(raw: &str) -> Result<Self, ValueError> {
        super::clean::fits(raw, Self::MAX)?;
        if let Some(found) = raw.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-')) {
            return Err(ValueError::SlugCharacter { found });
        }
        if raw.starts_with('-') || raw.ends_with('-') || raw.contains("--") {
            return Err(ValueError::SlugHyphen);
        }
        Ok(Self(raw.to_owned()))
    }

    /// Proposes a name for a title: Danish letters as they are written without them (`æ` `ae`, `ø` `oe`, `å` `aa`), words joined by hyphens, cut at a word.
    ///
    /// # Errors
    /// [`ValueError::Empty`] for a title without a letter or digit of ours.
    pub fn from_title(title: &str) -> Result<Self, ValueError> {
        let mut slug = String::new();
        let spelled: String = title.to_lowercase().chars().map(spell).collect();
        for word in spelled.split(' ').filter(|word| !word.is_empty()) {
            let word = &word[..word.len().min(Self::MAX)];
            if slug.len() + 1 + word.len() > Self::MAX && !slug.is_empty() {
                break;
            }
            if !slug.is_empty() {
                slug.push('-');
            }
            slug.push_str(word);
        }
        Self::parse(&slug)
    }
}

/// A letter as it is written where only `a` to `z` and digits are; anything else parts words, but apostrophes do not.
fn spell(c: char) -> Letters {
    match c {
        'a'..='z' | '0'..='9' => Letters::One(c),
        'æ' | 'ä' => Letters::Two('a', 'e'),
        'ø' | 'ö' | 'œ' => Letters::Two('o', 'e'),
        'å' => Letters::Two('a', 'a'),
        'ü' => Letters::Two('u', 'e'),
        'ß' => Letters::Two('s', 's'),
        'à'..='ã' => Letters::One('a'),
        'ç' => Letters::One('c'),
        'è'..='ë' => Letters::One('e'),
        'ì'..='ï' => Letters::One('i'),
        'ð' => Letters::One('d'),
        'þ' => Letters::Two('t', 'h'),
        'ñ' => Letters::One('n'),
        'ò'..='õ' => Letters::One('o'),
        'ù'..='û' => Letters::One('u'),
        'ý' | 'ÿ' => Letters::One('y'),
        '\'' | '’' | '\u{ad}' => Letters::None,
        _ => Letters::One(' '),
    }
}

enum Letters {
    None,
    One(char),
    Two(char, char),
}

impl FromIterator<Letters> for String {
    fn from_iter<I: IntoIterator<Item = Letters>>(letters: I) -> Self {
        let mut text = Self::new();
        for spelled in letters {
            match spelled {
                Letters::None => {}
                Letters::One(c) => text.push(c),
                Letters::Two(first, second) => text.extend([first, second]),
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn titles_become_readable_addresses() {
        for (title, slug) in [
            ("Kom godt i gang med borgerinddragelse", "kom-godt-i-gang-med-borgerinddragelse"),
            (
                "Workshop: Borgerinddragelsesforløb i praksis",
                "workshop-borgerinddragelsesforloeb-i-praksis",
            ),
            (
                "Vores borgerinddragelse var succes: hvad gør vi nu?",
                "vores-borgerinddragelse-var-succes-hvad-goer-vi-nu",
            ),
            ("  Århus’ ÆBLE – 2. del ", "aarhus-aeble-2-del"),
        ] {
            assert_eq!(Slug::from_title(title).unwrap().as_str(), slug);
        }
        assert_eq!(Slug::from_title("???"), Err(ValueError::Empty));
    }

    #[test]
    fn an_address_is_right_or_it_is_not() {
        assert_eq!(Slug::parse("Kom-godt"), Err(ValueError::SlugCharacter { found: 'K' }));
        assert_eq!(Slug::parse("../etc"), Err(ValueError::SlugCharacter { found: '.' }));
        assert_eq!(Slug::parse("a--b"), Err(ValueError::SlugHyphen));
        assert_eq!(Slug::parse("a-"), Err(ValueError::SlugHyphen));
        assert_eq!(Slug::parse(&"a".repeat(81)), Err(ValueError::TooLong { max: 80, length: 81 }));
    }

    proptest! {
        #[test]
        fn every_title_with_a_letter_gives_a_valid_name(title in any::<String>(), letter in "[a-zæøåA-ZÆØÅ0-9]") {
            let slug = Slug::from_title(&format!("{title} {letter}"));
            prop_assert!(slug.is_ok(), "{:?}", slug);
            let slug = slug.unwrap();
            prop_assert_eq!(Slug::parse(slug.as_str()), Ok(slug.clone()));
            prop_assert_eq!(Slug::from_title(slug.as_str()), Ok(slug));
        }
    }
}
