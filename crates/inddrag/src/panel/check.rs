//! `panel check`: would this work? Everything about the files and the quotas, and nothing that could be taken for a draw.

use clap::{ArgMatches, Command};
use recruitment::words;
use serde_json::{Map, Value, json};
use sortition::check::{Overview, overview};
use sortition::feasible::{Relaxation, Unreachable, for_everybody, is_feasible, unreachable};
use sortition::model::Problem;
use texts::Lang;

use super::answer::{Answer, Ending};
use super::arguments::{inputs, lang, number, share};
use super::complaint;
use super::infeasible::{Found, everybody_json, everybody_lines, unreachable_json};
use super::patience::{USUAL, within};
use super::question::{Gathered, Question, gather};
use crate::t;

pub(super) fn command() -> Command {
    inputs(Command::new("check").about(
        "Say whether a selection would work: everything wrong in all files, counts beside targets, which quotas contradict each other and what to change. Never draws",
    ))
    .arg(number("time-limit", "SECONDS", "How long each question may take, of those that counting does not answer [default: 60]"))
}

pub(super) fn run(matches: &ArgMatches) -> Answer {
    let lang = lang(matches);
    let (question, complaints) = match gather(matches).sound() {
        Ok(sound) => sound,
        Err(complaints) => return undrawn(lang, Answer::wrong(lang, &complaints)),
    };
    let problem = &question.problem;
    let seconds = share(matches, "time-limit").unwrap_or(USUAL);
    let is_possible = match Gathered::is_short(&complaints) {
        true => Some(false),
        false => within(lang, seconds, |watch| is_feasible(problem, watch)).flatten(),
    };
    let mut facts = Map::new();
    facts.insert("status".to_owned(), status(is_possible).into());
    facts.insert("findings".to_owned(), complaint::json(&complaints));
    facts.insert("overview".to_owned(), overview_json(&overview(problem)));
    facts.insert("seats".to_owned(), seats_json(&question));
    let mut lines = vec![match is_possible {
        Some(true) => t::panel_feasible(lang).to_owned(),
        Some(false) => t::panel_infeasible(lang).to_owned(),
        None => t::panel_open(lang).to_owned(),
    }];
    lines.extend(complaint::lines(lang, &complaints));
    lines.extend(table(lang, &overview(problem)));
    if is_possible == Some(false) {
        let found = Found::within(lang, problem, seconds);
        found.enter(problem, &mut facts);
        facts.insert("unreachable".to_owned(), json!([]));
        lines.extend(found.lines(lang, problem));
    } else {
        let reach = Reach::within(lang, problem, if is_possible.is_some() { seconds } else { 0.0 });
        facts.insert("conflict".to_owned(), Value::Null);
        facts.insert("relaxations".to_owned(), json!([]));
        reach.enter(problem, &mut facts);
        lines.extend(reach.lines(lang, problem));
    }
    let ending = match is_possible {
        Some(true) => Ending::Done,
        Some(false) => Ending::Infeasible,
        None => Ending::Unproven,
    };
    undrawn(lang, Answer::new(ending, facts, &lines))
}

const fn status(is_possible: Option<bool>) -> &'static str {
    match is_possible {
        Some(true) => "feasible",
        Some(false) => "infeasible",
        None => "open",
    }
}

/// Says that nothing was drawn, so that nobody can take this for the lottery.
fn undrawn(lang: Lang, mut answer: Answer) -> Answer {
    answer.facts["drawn"] = false.into();
    answer.facts["note"] = t::panel_not_a_draw(Lang::En).into();
    answer.text.push_str(t::panel_not_a_draw(lang));
    answer.text.push('\n');
    answer
}

/// Who can sit on no panel, and what it would take. `None`: that took too long.
struct Reach {
    unreachable: Option<Vec<Unreachable>>,
    everybody: Option<(Relaxation, Vec<usize>)>,
}

impl Reach {
    fn within(lang: Lang, problem: &Problem, seconds: f64) -> Self {
        let unreachable = within(lang, seconds, |watch| unreachable(problem, watch));
        let everybody = match unreachable.as_ref().is_some_and(|groups| !groups.is_empty()) {
            true => within(lang, seconds, |watch| for_everybody(problem, watch).ok()).flatten(),
            false => None,
        };
        Self { unreachable, everybody }
    }

    fn enter(&self, problem: &Problem, facts: &mut Map<String, Value>) {
        let groups = self.unreachable.as_ref().map(|groups| {
            let groups = groups.iter().map(|group| unreachable_json(problem, group));
            groups.collect::<Vec<Value>>()
        });
        facts.insert("unreachable".to_owned(), groups.into());
        facts.insert("for_everybody".to_owned(), everybody_json(problem, self.everybody.as_ref()));
    }

    fn lines(&self, lang: Lang, problem: &Problem) -> Vec<String> {
        let Some(groups) = &self.unreachable else {
            return vec![t::panel_reach_open(lang).to_owned()];
        };
        let mut lines: Vec<String> = groups
            .iter()
            .map(|group| words::unreachable(lang, problem, group).to_string())
            .collect();
        lines.extend(everybody_lines(lang, problem, self.everybody.as_ref()));
        lines
    }
}

/// Counts beside targets, in columns.
fn table(lang: Lang, overview: &Overview) -> Vec<String> {
    let counts = words::overview(lang, overview);
    let rows: Vec<&Vec<String>> = std::iter::once(&counts.headings).chain(&counts.rows).collect();
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..counts.headings.len()).filter_map(width).collect();
    let line = |row: &&Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, &width))| match column {
            // Words begin at the left, numbers end at the right.
            0 | 1 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        format!("  {}", cells.collect::<Vec<_>>().join("  ").trim_end())
    };
    let mut lines = vec![counts.caption];
    lines.extend(rows.iter().map(line));
    lines
}

fn overview_json(overview: &Overview) -> Value {
    let features = overview.features.iter().map(|feature| {
        let values = feature.values.iter().map(|value| {
            json!({
                "name": value.name,
                "people": value.people,
                "drawable": value.drawable,
                "selected": value.selected,
                "min": value.min,
                "max": value.max,
            })
        });
        json!({
            "name": feature.name,
            "min": feature.min,
            "max": feature.max,
            "values": values.collect::<Vec<_>>(),
        })
    });
    json!({
        "size": overview.size,
        "people": overview.people,
        "drawable": overview.drawable,
        "selected": overview.selected,
        "features": features.collect::<Vec<_>>(),
    })
}

/// Seats that are open, and what is left of the quotas for them.
pub(super) fn seats_json(question: &Question) -> Value {
    let problem = &question.problem;
    let open = problem.open_quotas();
    let quotas = open.values().map(|(feature, _, value)| {
        json!({
            "feature": open.features[feature].name,
            "value": value.name,
            "min": value.quota.min,
            "max": value.quota.max,
        })
    });
    json!({
        "open": problem.open_seats(),
        "selected": problem.selected.len(),
        "uncounted": question.uncounted,
        "dropped": question.dropped,
        "quotas": quotas.collect::<Vec<_>>(),
    })
}
