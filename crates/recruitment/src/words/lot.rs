//! Drawing in front of everybody: what to throw, and what is wrong with what was written down.

use sortition::random::{Ceremony, MIN_SECRET, Misread, TooShort};
use texts::{Lang, format};

use super::number::counted;
use crate::t;

/// How to choose one of the panels by hand, and which outcomes count.
#[must_use]
pub fn way(lang: Lang, ceremony: &Ceremony) -> String {
    let kind = match ceremony.sides() {
        2 => "coin",
        6 | 10 | 20 => "die",
        _ => "urn",
    };
    let number = |count: u64| format::number(lang, counted(count));
    let how = t::ceremony_way(lang, kind, ceremony.throws(), ceremony.sides(), number(ceremony.panels()));
    let (all, counting) = (ceremony.combinations(), ceremony.counting());
    let which = if all == counting {
        t::ceremony_all_count(lang, number(all))
    } else {
        t::ceremony_some_count(lang, number(counting), number(all))
    };
    format!("{how} {which}")
}

/// That all throws are made again.
#[must_use]
pub const fn again(lang: Lang) -> &'static str {
    t::ceremony_again(lang)
}

/// What is wrong with the throws. They are counted from 1 here, and sides from 0.
#[must_use]
pub fn misread(lang: Lang, why: Misread) -> String {
    match why {
        Misread::Throws { got, wanted } => t::misread_throws(lang, got, wanted),
        Misread::Side { throw, side } => t::misread_side(lang, throw + 1, side),
    }
}

/// That a secret could be guessed.
#[must_use]
pub fn too_short(lang: Lang, why: TooShort) -> String {
    t::secret_too_short(lang, why.characters, MIN_SECRET)
}
