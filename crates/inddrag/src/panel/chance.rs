//! Where chance comes from: a text that everybody knows, a promised secret beside it, or this computer.

use clap::ArgMatches;
use platform::Random;
use sortition::random::{Commitment, MIN_SECRET, TooShort};
use sortition::record::Chance;

use super::arguments::{path, word};
use super::complaint::Complaint;
use super::files::File;
use crate::t;

/// The chance that the command line asks for; without one, the number that settings name; without that, fresh chance.
pub(super) fn chance(matches: &ArgMatches, settings: Option<u64>) -> Result<Chance, Complaint> {
    let Some(text) = word(matches, "seed").map(str::to_owned) else {
        return Ok(match settings {
            Some(number) => Chance::Public { text: number.to_string() },
            None => Chance::Fresh {
                text: Random::system().token(),
            },
        });
    };
    if text.trim().is_empty() {
        return Err(Complaint::asked("chance.seed-empty", |lang| t::panel_seed_empty(lang).to_owned()));
    }
    let Some(secret) = path(matches, "secret") else {
        return Ok(Chance::Public { text });
    };
    let secret = secret_in(secret)?;
    let promised = Commitment::to(&secret).map_err(too_short)?;
    if let Some(published) = word(matches, "commitment") {
        match Commitment::read(published) {
            None => {
                return Err(Complaint::asked("chance.commitment-unreadable", |lang| {
                    t::panel_commitment_unreadable(lang).to_owned()
                }));
            }
            Some(published) if !published.holds(&secret) => {
                return Err(Complaint::asked("chance.commitment-differs", |lang| {
                    t::panel_commitment_differs(lang, promised)
                }));
            }
            Some(_) => {}
        }
    }
    Ok(Chance::Joint { secret, text })
}

/// The secret in a file, without what editors put around it.
pub(super) fn secret_in(path: &std::path::Path) -> Result<String, Complaint> {
    let file = File::read("secret", path)?;
    Ok(file.text()?.trim_matches([' ', '\t', '\r', '\n']).to_owned())
}

/// That a secret could be guessed.
pub(super) fn too_short(TooShort { characters }: TooShort) -> Complaint {
    Complaint::asked("chance.secret-too-short", |lang| {
        t::panel_secret_too_short(lang, characters, MIN_SECRET)
    })
}
