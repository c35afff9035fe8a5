//! Letters: how many, and what pool they bring.

use sortition::invite::{Forecast, Unsuited};
use texts::{Lang, format};

use super::number::{chance, counted, decimal};
use crate::t;

/// How many letters it takes for so many answers with that certainty.
#[must_use]
pub fn letters(lang: Lang, letters: u64, wanted: u64, certainty: f64) -> String {
    t::letters(lang, number(lang, letters), number(lang, wanted), chance(lang, certainty))
}

/// What pool to expect.
#[must_use]
pub fn forecast(lang: Lang, forecast: &Forecast) -> String {
    t::forecast(
        lang,
        decimal(lang, forecast.expected, 0),
        number(lang, forecast.low),
        number(lang, forecast.high),
        number(lang, forecast.wanted),
        chance(lang, forecast.enough),
    )
}

/// Why a first stage cannot be drawn as asked. Places are counted from 1 here.
#[must_use]
pub fn unsuited(lang: Lang, why: &Unsuited) -> String {
    match *why {
        Unsuited::TooMany { wanted, there } => t::unsuited_too_many(lang, number(lang, wanted), number(lang, there)),
        Unsuited::TooFew { wanted, least } => t::unsuited_too_few(lang, number(lang, wanted), number(lang, least)),
        Unsuited::Weight { at } => t::unsuited_weight(lang, at + 1),
        Unsuited::Rate { rate } => t::unsuited_rate(lang, decimal(lang, rate, 6)),
        Unsuited::Lists { at } => t::unsuited_lists(lang, at + 1),
        Unsuited::Sum { sum, wanted } => t::unsuited_sum(lang, number(lang, sum), number(lang, wanted)),
    }
}

fn number(lang: Lang, count: u64) -> String {
    format::number(lang, counted(count))
}
