//! The fonts, compiled into the program: a document looks the same on every machine, and no machine has to be prepared.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Latin first; Arabic and Hebrew are there so that people's names are printed as they write them. See `fonts/README.md`.
static FILES: [&[u8]; 5] = [
    include_bytes!("../../fonts/IBMPlexSans-Regular.ttf"),
    include_bytes!("../../fonts/IBMPlexSans-Italic.ttf"),
    include_bytes!("../../fonts/IBMPlexSans-SemiBold.ttf"),
    include_bytes!("../../fonts/IBMPlexSansArabic-Regular.ttf"),
    include_bytes!("../../fonts/IBMPlexSansHebrew-Regular.ttf"),
];

static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect());

/// The semi-bold file calls its family `IBM Plex Sans SmBld`, a suffix that Typst does not know as a weight; in the book it stands with
/// its family, so that `weight: 600` finds it.
static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| {
    let mut book = FontBook::new();
    for font in FONTS.iter() {
        let mut info = font.info().clone();
        info.family = info.family.trim_end_matches(" SmBld").to_owned();
        book.push(info);
    }
    LazyHash::new(book)
});

/// What the compiler chooses fonts from.
pub(super) fn book() -> &'static LazyHash<FontBook> {
    &BOOK
}

/// The font at that place of the book.
pub(super) fn font(index: usize) -> Option<Font> {
    FONTS.get(index).cloned()
}

/// Whether one single font shows all of `characters`: a letter and its accent are only drawn together from the same font.
pub(super) fn cover(characters: &[char]) -> bool {
    FONTS
        .iter()
        .any(|font| characters.iter().all(|&c| font.info().coverage.contains(u32::from(c))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn semi_bold_is_found_as_a_weight_of_the_family() {
        assert_eq!(book().families().count(), 3);
        assert!(book().families().all(|(name, _)| name.starts_with("IBM Plex Sans")));
    }

    #[test]
    fn every_font_file_is_read_and_danish_greek_arabic_and_hebrew_letters_are_covered() {
        assert_eq!(FONTS.len(), FILES.len());
        for letter in ['æ', 'Ø', 'å', 'ü', 'ł', 'Ω', 'Ж', '→', '–', '”', '…', 'ش', 'ש', '\u{fffd}'] {
            assert!(cover(&[letter]), "{letter} is not covered");
        }
        assert!(!cover(&['ش', 'ש']), "no single font has both Arabic and Hebrew");
    }
}
