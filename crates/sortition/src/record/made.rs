//! A record of what came out.

use std::collections::BTreeMap;

use super::question::Asked;
use super::{Certificate, FORMAT, Input, Panel, Record, objective, status, tickets};
use crate::fair::{Figures, Objective, Outcome, levels, value};
use crate::model::Problem;
use crate::verify;

/// Where a record comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// Program and version.
    pub program: String,
    /// The files that were read.
    pub inputs: Vec<Input>,
}

impl Objective {
    /// The name in records and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Leximin => objective::LEXIMIN,
            Self::Maximin => objective::MAXIMIN,
            Self::Nash => objective::NASH,
            Self::Goldilocks { .. } => objective::GOLDILOCKS,
            Self::Minimax => objective::MINIMAX,
        }
    }
}

impl Record {
    /// The record of a lottery, before anything is drawn. The times are zero: who has a clock fills them in.
    #[must_use]
    pub fn of(problem: &Problem, outcome: &Outcome, origin: Origin) -> Self {
        let classes = problem.classes();
        let weights: Vec<f64> = outcome.panels.iter().map(|panel| panel.probability).collect();
        let panels: Vec<Panel> = outcome
            .panels
            .iter()
            .zip(tickets::apportion(&weights))
            .filter(|(_, tickets)| *tickets > 0)
            .map(|(panel, tickets)| Panel {
                members: ids(problem, &panel.members),
                parts: panel.parts.iter().map(|part| ids(problem, part)).collect(),
                probability: tickets::chance(tickets),
                tickets,
            })
            .collect();
        let tickets = tickets::of_people(&panels);
        let chances = problem
            .pool
            .people
            .iter()
            .map(|person| tickets::chance(tickets.get(person.id.as_str()).copied().unwrap_or(0)));
        let mut record = Self::with_chances(problem, &chances.collect::<Vec<f64>>(), origin);
        let mut drawable: Vec<f64> = problem
            .drawable()
            .into_iter()
            .map(|person| record.probabilities[&problem.pool.people[person].id])
            .collect();
        // Sums of them are then the same to the last bit, however the pool is sorted.
        drawable.sort_unstable_by(f64::total_cmp);
        record.objective = outcome.objective.name().to_owned();
        record.value = finite(value(problem, outcome.objective, &Figures::of(&drawable), &drawable));
        record.panels = panels;
        record.certificate = Certificate::of(problem, &classes, outcome.objective, &outcome.proof);
        if let Objective::Goldilocks { gamma } = outcome.objective {
            record.question.gamma = Some(gamma);
        }
        // Bound and gap are what a check of the prices finds, not what the search believes.
        let proven = verify::proven(&record);
        record.bound = proven.as_ref().map(|proven| proven.bound);
        record.gap = proven.as_ref().map(|proven| proven.gap);
        let is_certified = record.gap.is_some_and(|gap| gap <= verify::enough(&record));
        record.status = if is_certified { status::CERTIFIED } else { status::BOUNDED }.to_owned();
        record
    }

    /// The record of a program that draws without a list of panels, with chances counted from `trials` draws.
    #[must_use]
    pub fn estimated(problem: &Problem, chances: &[f64], trials: u32, origin: Origin) -> Self {
        let mut record = Self::with_chances(problem, chances, origin);
        objective::LEGACY.clone_into(&mut record.objective);
        status::ESTIMATED.clone_into(&mut record.status);
        record.value = record.min;
        record.trials = Some(trials);
        record
    }

    /// The record of one panel that was chosen for what it is and not by lot; `value` is the objective it was chosen by.
    #[must_use]
    pub fn without_lottery(problem: &Problem, value: f64, origin: Origin) -> Self {
        let mut record = Self::empty(problem, origin);
        objective::DIVERSIMAX.clone_into(&mut record.objective);
        status::NO_LOTTERY.clone_into(&mut record.status);
        record.value = finite(value);
        record
    }

    /// With everybody's chance, in the order of the pool, and its figures.
    fn with_chances(problem: &Problem, chances: &[f64], origin: Origin) -> Self {
        let drawable: Vec<f64> = problem.drawable().into_iter().map(|person| chances[person]).collect();
        let figures = Figures::of(&drawable);
        let people = problem.pool.people.iter().map(|person| person.id.clone());
        Self {
            min: figures.min,
            max: figures.max,
            gini: figures.gini,
            geometric_mean: figures.geometric_mean,
            unreachable: figures.unreachable,
            probabilities: people.zip(chances.iter().copied()).collect(),
            levels: levels(&drawable).into_iter().map(|level| (level.chance, level.people)).collect(),
            ..Self::empty(problem, origin)
        }
    }

    fn empty(problem: &Problem, origin: Origin) -> Self {
        let asked = Asked::of(problem);
        Self {
            format: FORMAT.to_owned(),
            program: origin.program,
            objective: String::new(),
            status: String::new(),
            value: 0.0,
            bound: None,
            gap: None,
            min: 0.0,
            max: 0.0,
            gini: 0.0,
            geometric_mean: 0.0,
            unreachable: 0,
            probabilities: BTreeMap::new(),
            panels: Vec::new(),
            levels: Vec::new(),
            seconds: 0.0,
            cpu_seconds: 0.0,
            question: asked.question,
            quotas: asked.quotas,
            pool: asked.pool,
            inputs: origin.inputs,
            certificate: Certificate::default(),
            trials: None,
            lottery: None,
            draw: None,
        }
    }
}

fn ids(problem: &Problem, people: &[usize]) -> Vec<String> {
    people.iter().map(|&person| problem.pool.people[person].id.clone()).collect()
}

/// An objective of nobody's chances is no number; the file has 0 there.
fn finite(value: f64) -> f64 {
    if value.is_finite() { value } else { 0.0 }
}
