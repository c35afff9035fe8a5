//! `panel reserve`: who stands ready, chosen so that the quotas hold when people drop out.

use clap::{ArgGroup, ArgMatches, Command};
use serde_json::{Map, Value, json};
use sortition::model::Problem;
use sortition::random::Seed;
use sortition::reserve::{Loss, Reserve, Wanted, choose, expected_loss, nearest, scaled};
use sortition::write;
use texts::Lang;

use recruitment::words;

use super::answer::{Answer, Ending};
use super::arguments::{count, file, folder, lang, number, path, share, told, whole};
use super::complaint::Complaint;
use super::folder::{Earlier, contradicts, problem};
use super::infeasible::ids;
use super::output;
use super::stay::{Stay, learnt, told_by_file};
use crate::t;

pub(super) fn command() -> Command {
    let command = Command::new("reserve")
        .about("Choose a reserve for the panel of a record: people who stand ready in case others drop out")
        .arg(folder().required(true))
        .arg(whole("size", "People in the reserve").required(true))
        .arg(number("stay", "P", "How likely everybody on the panel is to stay, from 0 to 1"))
        .arg(file("stay-file", "How likely each is to stay: id, probability"))
        .arg(file(
            "learn",
            "Learn it from past panels: the features, Initially Selected and Dropped with YES or NO",
        ))
        .group(ArgGroup::new("staying").args(["stay", "stay-file", "learn"]).required(true))
        .arg(whole("samples", "How many futures are made up [default: 300]"))
        .arg(whole("effort", "How hard to search [default: 200]"))
        .arg(super::arguments::text(
            "seed",
            "TEXT",
            "A text from which the futures and the lots follow [default: that of the draw]",
        ));
    told(command)
}

pub(super) fn run(matches: &ArgMatches) -> Answer {
    let lang = lang(matches);
    reserve(lang, matches).unwrap_or_else(|complaints| Answer::wrong(lang, &complaints))
}

/// What a reserve would lose on average.
struct Losses {
    chosen: f64,
    nearest: Option<f64>,
    scaled: Option<f64>,
    without: f64,
}

fn reserve(lang: Lang, matches: &ArgMatches) -> Result<Answer, Vec<Complaint>> {
    let one = |complaint: Complaint| vec![complaint];
    let given = path(matches, "folder").ok_or_else(|| one(contradicts()))?;
    let earlier = Earlier::open(given).map_err(one)?;
    if earlier.record.draw.is_none() {
        return Err(one(Complaint::asked("reserve.undrawn", |lang| {
            t::panel_reserve_undrawn(lang).to_owned()
        })));
    }
    let problem = problem(&earlier.record).ok_or_else(|| one(contradicts()))?;
    let panel = earlier.panel(&problem);
    let stay = match (share(matches, "stay"), path(matches, "stay-file"), path(matches, "learn")) {
        (Some(stay), _, _) => Stay::alike(stay, &panel),
        (None, Some(file), _) => told_by_file(file, &problem, &panel),
        (None, None, Some(file)) => learnt(file, &problem, &panel),
        (None, None, None) => Err(one(contradicts())),
    }?;
    let seed = seed(matches, &earlier);
    let wanted = Wanted {
        problem: &problem,
        panel: &panel,
        stay: &stay.of_panel,
        most: count(matches, "size").unwrap_or_default(),
        loss: Loss::Distance,
        samples: count(matches, "samples").unwrap_or(300),
        effort: count(matches, "effort").unwrap_or(200),
    };
    let wrong = |why| {
        one(Complaint::asked("reserve.unfit", move |lang| {
            t::panel_unreservable(lang, format!("{why:?}"))
        }))
    };
    let chosen = choose(&wanted, &seed).map_err(wrong)?;
    let losses = losses(&wanted, &chosen, &seed).map_err(wrong)?;
    let facts = facts(&problem, &wanted, &chosen, &losses, &stay);
    let mut text = serde_json::to_string_pretty(&facts).map_err(|_| one(contradicts()))?;
    text.push('\n');
    let list = list(&earlier, &problem, &chosen.people).map_err(one)?;
    let files = [("reserve.csv", list.into_bytes()), ("reserve.json", text.into_bytes())];
    output::add(&earlier.path, &files).map_err(one)?;
    let told = lines(lang, &chosen, &losses, &earlier);
    Ok(Answer::new(Ending::Done, facts, &told))
}

/// That of the command line; else the text of the draw, which was public, with streams of its own.
fn seed(matches: &ArgMatches, earlier: &Earlier) -> Seed {
    if let Some(text) = super::arguments::word(matches, "seed") {
        return Seed::of(&[text]);
    }
    let parts = earlier.record.draw.as_ref().map(|draw| draw.text.as_slice()).unwrap_or_default();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    Seed::of(&parts)
}

/// All reserves over the same futures, other ones than those the reserve was chosen for.
fn losses(wanted: &Wanted<'_>, chosen: &Reserve, seed: &Seed) -> Result<Losses, sortition::reserve::Unreservable> {
    let Wanted { problem, panel, stay, .. } = *wanted;
    let loss = |reserve: &[usize]| {
        let mut futures = seed.stream("reserve/compare");
        expected_loss(problem, panel, stay, reserve, wanted.loss, wanted.samples, &mut futures)
    };
    let nearest = nearest(problem, panel, stay, wanted.most, &mut seed.stream("reserve/nearest"))?;
    let scaled = scaled(problem, panel, wanted.most, &mut seed.stream("reserve/scaled"))?;
    Ok(Losses {
        chosen: loss(&chosen.people)?,
        nearest: Some(loss(&nearest)?),
        scaled: scaled.map(|scaled| loss(&scaled)).transpose()?,
        without: loss(&[])?,
    })
}

fn facts(problem: &Problem, wanted: &Wanted<'_>, chosen: &Reserve, losses: &Losses, stay: &Stay) -> Map<String, Value> {
    let facts = json!({
        "status": "done",
        "reserve": ids(problem, &chosen.people),
        "size": wanted.most,
        "samples": wanted.samples,
        "loss": chosen.loss,
        "bound": chosen.bound,
        "gap": chosen.gap(),
        "loss_without": chosen.loss_without,
        "fresh_futures": {
            "chosen": losses.chosen,
            "nearest": losses.nearest,
            "scaled": losses.scaled,
            "without": losses.without,
        },
        "stay": wanted.panel.iter().zip(wanted.stay).map(|(&person, stay)| json!([problem.pool.people[person].id, stay])).collect::<Vec<_>>(),
        "model": stay.model,
    });
    match facts {
        Value::Object(facts) => facts,
        _ => Map::new(),
    }
}

/// The reserve under the headings of those who remained.
fn list(earlier: &Earlier, problem: &Problem, reserve: &[usize]) -> Result<String, Complaint> {
    let ids: std::collections::HashSet<&str> = reserve.iter().map(|&person| problem.pool.people[person].id.as_str()).collect();
    let rows = earlier.list("remaining.csv")?;
    let (headings, people) = rows.split_at(rows.len().min(1));
    let chosen = people.iter().filter(|row| row.first().is_some_and(|id| ids.contains(id.as_str())));
    let rows: Vec<Vec<String>> = headings.iter().chain(chosen).cloned().collect();
    Ok(write::csv(&rows))
}

fn lines(lang: Lang, chosen: &Reserve, losses: &Losses, earlier: &Earlier) -> Vec<String> {
    let number = |loss: f64| words::decimal(lang, loss, 3);
    let mut lines = vec![
        t::panel_reserve(lang, super::told::count(chosen.people.len())),
        t::panel_reserve_loss(lang, number(losses.chosen), number(losses.without)),
        t::panel_reserve_bound(lang, number(chosen.loss), number(chosen.bound)),
    ];
    lines.extend(losses.nearest.map(|loss| t::panel_reserve_nearest(lang, number(loss))));
    lines.extend(losses.scaled.map(|loss| t::panel_reserve_scaled(lang, number(loss))));
    lines.push(t::panel_written(lang, earlier.path.display(), "reserve.csv, reserve.json"));
    lines
}
