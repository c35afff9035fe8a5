//! The lottery in the words of the command line: which engine finds the chances, and who is drawn from them.

use sortition::diverse::{Failure as NotDiverse, STARTS, diverse};
use sortition::fair::{Failure, Objective, Watch, fair};
use sortition::feasible::is_feasible;
use sortition::greedy::{self, GaveUp};
use sortition::lottery::uniform;
use sortition::model::Problem;
use sortition::random::Misread;
use sortition::read::Algorithm;
use sortition::record::{Chance, Origin, Record, Undrawn};
use texts::Lang;

use super::answer::{Answer, Ending};
use super::chance::too_short;
use super::complaint::{self, Complaint};
use super::infeasible;
use super::question::Question;
use crate::t;

/// Trial draws that count the chances of legacy: as many as in the study that named it.
const TRIALS: u32 = 10_000;

/// What is asked of the lottery.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) algorithm: Algorithm,
    pub(super) gamma: f64,
    /// How many numbered panels.
    pub(super) list: Option<u32>,
    pub(super) is_drawn: bool,
    /// How often legacy may start again.
    pub(super) attempts: u32,
}

/// Why there is no lottery.
#[derive(Debug)]
pub(super) enum Without {
    /// The engine says so.
    Failure(Failure),
    /// The chances were found, but not so many numbered panels.
    List,
    /// Legacy has not found a panel, and there may be one.
    GaveUp,
    /// Found, but not noted down.
    Undrawn(Undrawn),
}

impl Without {
    pub(super) fn answer(&self, lang: Lang, problem: &Problem, complaints: &[Complaint], seconds: f64) -> Answer {
        match self {
            Self::Failure(Failure::NoPanel) => infeasible::answer(lang, problem, complaints, seconds),
            Self::Failure(failure @ Failure::Unfit(_)) => Answer::wrong(
                lang,
                &[Complaint::asked("question.unfit", |lang| {
                    recruitment::words::failure(lang, failure)
                })],
            ),
            Self::Failure(failure @ Failure::Stopped) => without(lang, "stopped", recruitment::words::failure(lang, failure), complaints),
            Self::Undrawn(why) => Answer::wrong(lang, &[undrawn(why)]),
            Self::GaveUp => without(lang, "gave-up", t::panel_gave_up(lang).to_owned(), complaints),
            Self::List => without(lang, "no-list", t::panel_list_unfound(lang).to_owned(), complaints),
        }
    }
}

/// Nothing was found in time, and nothing was proven.
fn without(lang: Lang, status: &str, told: String, complaints: &[Complaint]) -> Answer {
    let mut facts = serde_json::Map::new();
    facts.insert("status".to_owned(), status.into());
    facts.insert("findings".to_owned(), complaint::json(complaints));
    let mut lines = vec![told];
    lines.extend(complaint::lines(lang, complaints));
    Answer::new(Ending::Unproven, facts, &lines)
}

/// The chances with their proof, and the numbered panels if they are wanted. Nobody is drawn yet.
pub(super) fn lottery(question: &Question, wanted: &Wanted, chance: &Chance, watch: &mut dyn Watch) -> Result<Record, Without> {
    let problem = &question.problem;
    let origin = Origin {
        program: concat!("inddrag ", env!("CARGO_PKG_VERSION")).to_owned(),
        inputs: question.inputs.clone(),
    };
    let objective = match wanted.algorithm {
        Algorithm::Leximin => Objective::Leximin,
        Algorithm::Maximin => Objective::Maximin,
        Algorithm::Nash => Objective::Nash,
        Algorithm::Goldilocks => Objective::Goldilocks { gamma: wanted.gamma },
        Algorithm::Minimax => Objective::Minimax,
        Algorithm::Legacy => return one_by_one(problem, wanted, chance, origin, watch),
        Algorithm::Diversimax => return mixed(problem, wanted, chance, origin, watch),
    };
    let outcome = fair(problem, objective, watch).map_err(Without::Failure)?;
    let mut record = Record::of(problem, &outcome, origin);
    if let Some(panels) = wanted.list {
        let list = uniform(problem, &outcome.chances, panels, watch).ok_or(Without::List)?;
        record.add_list(&list);
    }
    Ok(record)
}

/// Person by person: the draw first, then trials that count what the chances were.
fn one_by_one(problem: &Problem, wanted: &Wanted, chance: &Chance, origin: Origin, watch: &mut dyn Watch) -> Result<Record, Without> {
    let gave_up = |why, watch: &mut dyn Watch| match why {
        GaveUp::Unfit(unfit) => Without::Failure(Failure::Unfit(unfit)),
        GaveUp::Stopped => Without::Failure(Failure::Stopped),
        // Giving up proves nothing; whether there is a panel at all is another question.
        GaveUp::Attempts { .. } | GaveUp::Parallel { .. } => match is_feasible(problem, watch) {
            Some(false) => Without::Failure(Failure::NoPanel),
            _ => Without::GaveUp,
        },
    };
    let seed = chance.seed();
    let drawn = greedy::draw(problem, wanted.attempts, &mut seed.stream("legacy draw"), watch).map_err(|why| gave_up(why, watch))?;
    let trials =
        greedy::estimate(problem, TRIALS, wanted.attempts, &mut seed.stream("legacy trials"), watch).map_err(|why| gave_up(why, watch))?;
    let chances: Vec<f64> = trials.chances.iter().map(|chance| chance.share).collect();
    let mut record = Record::estimated(problem, &chances, trials.succeeded, origin);
    noted(&mut record, wanted, &drawn.members, chance)
}

/// One panel, as mixed as can be.
fn mixed(problem: &Problem, wanted: &Wanted, chance: &Chance, origin: Origin, watch: &mut dyn Watch) -> Result<Record, Without> {
    let found = diverse(problem, STARTS, &mut chance.seed().stream("diversimax"), watch).map_err(|why| {
        Without::Failure(match why {
            NotDiverse::Unfit(unfit) => Failure::Unfit(unfit),
            NotDiverse::Stopped => Failure::Stopped,
            NotDiverse::NoPanel | NotDiverse::Parallel { .. } => Failure::NoPanel,
        })
    })?;
    let mut record = Record::without_lottery(problem, found.value, origin);
    noted(&mut record, wanted, &found.members, chance)
}

fn noted(record: &mut Record, wanted: &Wanted, members: &[usize], chance: &Chance) -> Result<Record, Without> {
    if wanted.is_drawn {
        record.drawn_by_run(members, chance).map_err(Without::Undrawn)?;
    }
    Ok(record.clone())
}

/// Draws one of the numbered panels if there are any, and else one of all tickets.
pub(super) fn drawn(record: &mut Record, chance: &Chance) -> Result<(), Complaint> {
    if record.draw.is_some() {
        return Ok(());
    }
    let drawn = match record.lottery {
        Some(_) => record.draw_from_list(chance),
        None => record.draw_ticket(chance),
    };
    drawn.map(|_| ()).map_err(|why| undrawn(&why))
}

/// Why nobody was drawn.
pub(super) fn undrawn(why: &Undrawn) -> Complaint {
    match *why {
        Undrawn::NoPanels => Complaint::asked("draw.no-panels", |lang| t::panel_no_panels(lang).to_owned()),
        Undrawn::NoList => Complaint::asked("draw.no-list", |lang| t::panel_without_list(lang).to_owned()),
        Undrawn::Secret(short) => too_short(short),
        Undrawn::Sides { sides } => Complaint::asked("draw.sides", |lang| t::panel_sides(lang, sides)),
        Undrawn::Misread(Misread::Throws { got, wanted }) => {
            Complaint::asked("draw.throws", |lang| t::panel_throws(lang, i64::from(wanted), got))
        }
        Undrawn::Misread(Misread::Side { throw, side }) => Complaint::asked("draw.side", |lang| t::panel_side(lang, throw + 1, side)),
        Undrawn::Again => Complaint::asked("draw.again", |lang| t::panel_again(lang).to_owned()),
    }
}
