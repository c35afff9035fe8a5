//! How a command ended, and what it has to say.

use std::process::ExitCode;

use serde_json::{Map, Value};
use texts::Lang;

use super::complaint::{Complaint, json, lines};
use crate::t;

/// How a command ended. The numbers are a promise to the programs that call us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// What was asked is done.
    Done,
    /// The command line or the files are wrong.
    Wrong,
    /// The quotas cannot be met.
    Infeasible,
    /// Done, but it is not certain that nothing better exists.
    Unproven,
}

impl Ending {
    /// Whether there is something to hand on.
    pub(super) const fn has_results(self) -> bool {
        matches!(self, Self::Done | Self::Unproven)
    }
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(match ending {
            Ending::Done => 0,
            Ending::Wrong => 1,
            Ending::Infeasible => 2,
            Ending::Unproven => 3,
        })
    }
}

/// The same facts for programs and for people.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) ending: Ending,
    pub(super) facts: Value,
    /// Ends with a line end.
    pub(super) text: String,
}

impl Answer {
    /// Facts under names, told in `lines`.
    pub(super) fn new(ending: Ending, facts: Map<String, Value>, lines: &[String]) -> Self {
        let mut text = lines.join("\n");
        text.push('\n');
        Self {
            ending,
            facts: Value::Object(facts),
            text,
        }
    }

    /// Something is wrong: everything that is, and nothing else.
    pub(super) fn wrong(lang: Lang, complaints: &[Complaint]) -> Self {
        let mut facts = Map::new();
        facts.insert("status".to_owned(), "input-wrong".into());
        facts.insert("findings".to_owned(), json(complaints));
        let mut told = vec![t::panel_wrong(lang).to_owned()];
        told.extend(lines(lang, complaints));
        Self::new(Ending::Wrong, facts, &told)
    }
}

impl From<(Lang, Complaint)> for Answer {
    fn from((lang, complaint): (Lang, Complaint)) -> Self {
        Self::wrong(lang, &[complaint])
    }
}
