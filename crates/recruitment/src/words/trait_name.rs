//! A feature and one of its values, as one name.

use texts::Lang;

use crate::t;

/// `Alder: 18–29`.
#[must_use]
pub fn trait_name(lang: Lang, feature: &str, value: &str) -> String {
    t::trait_name(lang, feature, value)
}
