//! What the room keeps about people and until when, as the privacy notice says it. The deleting itself is in [`crate::jobs`].

use jiff::civil::{Date, date};
use platform::room::Kept;
use texts::Lang;

use crate::model::InterestEntry;
use crate::t;

/// Sign-ups are part of the accounts, which are kept for five years after the year they are about (bookkeeping act, section 12).
const SIGN_UP_YEARS: i16 = 5;

/// The first day whose sign-ups are still kept: those of courses that ended before it are deleted.
pub(crate) fn sign_ups_from(today: Date) -> Date {
    date(today.year() - SIGN_UP_YEARS, 1, 1)
}

/// One row for each purpose.
pub(crate) fn by_courses(lang: Lang) -> Vec<Kept> {
    vec![
        Kept {
            purpose: t::kept_sign_up(lang),
            what: t::kept_sign_up_what(lang),
            basis: t::kept_sign_up_basis(lang),
            until: t::kept_sign_up_until(lang, i64::from(SIGN_UP_YEARS)),
        },
        Kept {
            purpose: t::kept_needs(lang),
            what: t::kept_needs_what(lang),
            basis: t::kept_needs_basis(lang),
            until: t::kept_needs_until(lang).to_owned(),
        },
        Kept {
            purpose: t::kept_interest(lang),
            what: t::kept_interest_what(lang),
            basis: t::kept_interest_basis(lang),
            until: t::kept_interest_until(lang, i64::from(InterestEntry::KEPT_MONTHS)),
        },
        Kept {
            purpose: t::kept_words(lang),
            what: t::kept_words_what(lang),
            basis: t::kept_words_basis(lang),
            until: t::kept_words_until(lang).to_owned(),
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_accounts_of_a_year_are_kept_for_five_whole_years_after_it() {
        assert_eq!(
            sign_ups_from(date(2031, 12, 31)),
            date(2026, 1, 1),
            "2026 is kept to the last day of 2031"
        );
        assert_eq!(sign_ups_from(date(2032, 1, 1)), date(2027, 1, 1));
    }
}
