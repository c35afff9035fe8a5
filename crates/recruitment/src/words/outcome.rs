//! What was aimed for, how far it came, and what is proven.
//!
//! Objectives and statuses go by the words of [`Record`]. One that is unknown here is called by its own name, and nothing is claimed about
//! it.

use sortition::fair::Phase;
use sortition::read::Algorithm;
use sortition::record::{Record, objective, status};
use texts::Lang;

use super::number::{chance, decimal};
use crate::t;

/// A smaller gap is not told apart from none: floating point has its own.
const LEAST_GAP: f64 = 1e-6;

/// The statuses of a record.
const STATUSES: [&str; 4] = [status::CERTIFIED, status::BOUNDED, status::ESTIMATED, status::NO_LOTTERY];

/// The name of an objective: `mest lige chancer (leximin)`.
#[must_use]
pub fn objective_name(lang: Lang, objective: &str) -> String {
    Algorithm::named(objective).map_or_else(|| objective.to_owned(), |known| t::objective_name(lang, known.as_str()))
}

/// What an objective does, in one or two sentences.
#[must_use]
pub fn objective(lang: Lang, objective: &str) -> String {
    Algorithm::named(objective).map_or_else(String::new, |known| t::objective(lang, known.as_str()))
}

/// A status in a word or two: `Bevist`.
#[must_use]
pub fn status_name(lang: Lang, status: &str) -> String {
    if STATUSES.contains(&status) {
        t::status_name(lang, status)
    } else {
        status.to_owned()
    }
}

/// What a status means.
#[must_use]
pub fn status(lang: Lang, status: &str) -> String {
    if STATUSES.contains(&status) {
        t::status(lang, status)
    } else {
        String::new()
    }
}

/// What was proven, in numbers. `None`: nothing was.
#[must_use]
pub fn proven(lang: Lang, record: &Record) -> Option<String> {
    let (value, bound, gap) = (record.value, record.bound?, record.gap?);
    Some(match record.objective.as_str() {
        objective::LEXIMIN => {
            let points = decimal(lang, (gap * 100.0).max(LEAST_GAP), 6);
            t::proven_chance(lang, chance(lang, value), chance(lang, bound), points)
        }
        objective::MAXIMIN => t::proven_maximin(lang, chance(lang, value), chance(lang, bound)),
        objective::MINIMAX => t::proven_minimax(lang, chance(lang, value), chance(lang, bound)),
        _ => t::proven_number(
            lang,
            decimal(lang, value, 4),
            decimal(lang, bound, 4),
            decimal(lang, gap.max(LEAST_GAP), 6),
        ),
    })
}

/// What is being done.
#[must_use]
pub const fn phase(lang: Lang, phase: Phase) -> &'static str {
    match phase {
        Phase::Types => t::phase_types(lang),
        Phase::Chances => t::phase_chances(lang),
        Phase::Panels => t::phase_panels(lang),
        Phase::Repair => t::phase_repair(lang),
        Phase::Deal => t::phase_deal(lang),
    }
}
