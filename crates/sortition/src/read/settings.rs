//! Settings in the form that other programs for selections use: a TOML file.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Algorithm, PeopleSettings, Reading};
use crate::check::{Code, Finding, Place, Source};

/// Solvers that settings of other programs ask for. Ours is another, and finds the same.
const BACKENDS: [&str; 5] = ["highspy", "mip", "mip-cbc", "mip-highs", "mip-gurobi"];

/// What a file of settings says. `None`: it says nothing about it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Which columns of the file of people are for what.
    pub people: PeopleSettings,
    /// At most one person of an address.
    pub one_per_household: bool,
    /// The way of selecting.
    pub algorithm: Option<Algorithm>,
    /// Where chance starts. 0 in the file means fresh chance, which is `None` here.
    pub seed: Option<u64>,
    /// How often [`Algorithm::Legacy`] may start again; at least 1.
    pub max_attempts: Option<u32>,
}

/// Reads settings. Unknown keys are told, for they may be misspelt ones.
#[must_use]
pub fn settings(text: &str) -> Reading<Settings> {
    let text = text.trim_start_matches('\u{feff}');
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader {
        text,
        findings: Vec::new(),
    };
    for error in errors {
        let place = reader.place(error.span().map_or(0, |span| span.start));
        reader
            .findings
            .push(Finding::new(Code::SettingsSyntax, place, [error.message().into()]));
    }
    let mut settings = Settings::default();
    let (mut has_id, mut has_kept) = (false, false);
    for (key, value) in table.get_ref() {
        match key.get_ref().as_ref() {
            "id_column" => {
                has_id = true;
                settings.people.id_column = reader.word(key, value).filter(|name| !name.trim().is_empty());
            }
            "columns_to_keep" => {
                has_kept = true;
                settings.people.columns_to_keep = reader.words(key, value);
            }
            "check_same_address" => settings.one_per_household = reader.yes_or_no(key, value),
            "check_same_address_columns" => settings.people.address_columns = reader.words(key, value),
            "selection_algorithm" => settings.algorithm = reader.algorithm(key, value),
            "random_number_seed" => settings.seed = reader.number(key, value, 0).filter(|&seed| seed != 0),
            "max_attempts" => settings.max_attempts = reader.number(key, value, 1).map(|number| u32::try_from(number).unwrap_or(u32::MAX)),
            "solver_backend" => reader.backend(key, value),
            unknown => {
                let place = reader.place(key.span().start);
                reader.findings.push(Finding::new(Code::KeyUnknown, place, [unknown.into()]));
            }
        }
    }
    for (key, is_there) in [("id_column", has_id), ("columns_to_keep", has_kept)] {
        if !is_there {
            reader
                .findings
                .push(Finding::new(Code::KeyMissing, Place::file(Source::Settings), [key.into()]));
        }
    }
    if settings.one_per_household && settings.people.address_columns.is_empty() {
        reader
            .findings
            .push(Finding::new(Code::AddressColumnsMissing, Place::file(Source::Settings), []));
    }
    Reading::new(settings, reader.findings)
}

type Key<'k> = Spanned<std::borrow::Cow<'k, str>>;

struct Reader<'t> {
    text: &'t str,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn place(&self, offset: usize) -> Place {
        let before = self.text.bytes().take(offset);
        Place::row(Source::Settings, before.filter(|&byte| byte == b'\n').count() + 1)
    }

    fn wrong(&mut self, key: &Key<'_>, expected: &str, found: &Spanned<DeValue<'_>>) {
        let values = [key.get_ref().as_ref().into(), expected.into(), found.get_ref().type_str().into()];
        let finding = Finding::new(Code::TypeWrong, self.place(found.span().start), values);
        self.findings.push(finding);
    }

    fn word(&mut self, key: &Key<'_>, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let word = value.get_ref().as_str();
        if word.is_none() {
            self.wrong(key, "string", value);
        }
        word.map(str::to_owned)
    }

    fn words(&mut self, key: &Key<'_>, value: &Spanned<DeValue<'_>>) -> Vec<String> {
        let Some(all) = value.get_ref().as_array() else {
            self.wrong(key, "array", value);
            return Vec::new();
        };
        all.iter().filter_map(|one| self.word(key, one)).collect()
    }

    fn yes_or_no(&mut self, key: &Key<'_>, value: &Spanned<DeValue<'_>>) -> bool {
        let answer = value.get_ref().as_bool();
        if answer.is_none() {
            self.wrong(key, "boolean", value);
        }
        answer.unwrap_or_default()
    }

    fn number(&mut self, key: &Key<'_>, value: &Spanned<DeValue<'_>>, least: u64) -> Option<u64> {
        let Some(integer) = value.get_ref().as_integer() else {
            self.wrong(key, "integer", value);
            return None;
        };
        let number = u64::from_str_radix(integer.as_str(), integer.radix()).ok();
        let number = number.filter(|&number| number >= least && i64::try_from(number).is_ok());
        if number.is_none() {
            let values = [key.get_ref().as_ref().into(), integer.as_str().into()];
            let finding = Finding::new(Code::NumberOutOfRange, self.place(value.span().start), values);
            self.findings.push(finding);
        }
        number
    }

    fn algorithm(&mut self, key: &Key<'_>, value: &Spanned<DeValue<'_>>) -> Option<Algorithm> {
        let name = self.word(key, value)?;
        let algorithm = Algorithm::named(&name);
        if algorithm.is_none() {
            let known: Vec<String> = Algorithm::ALL.iter().map(|known| known.as_str().to_owned()).collect();
            let finding = Finding::new(Code::AlgorithmUnknown, self.place(value.span().start), [name.into(), known.into()]);
            self.findings.push(finding);
        }
        algorithm
    }

    fn backend(&mut self, key: &Key<'_>, value: &Spanned<DeValue<'_>>) {
        let Some(name) = self.word(key, value) else { return };
        let place = self.place(value.span().start);
        self.findings.push(if BACKENDS.contains(&name.as_str()) {
            Finding::new(Code::BackendUnused, place, [name.into()])
        } else {
            Finding::new(
                Code::BackendUnknown,
                place,
                [name.into(), BACKENDS.map(str::to_owned).to_vec().into()],
            )
        });
    }
}
