//! Letters in two stages: areas are drawn first, then people in them.

use std::collections::BTreeMap;

use clap::ArgMatches;
use serde_json::{Value, json};
use sortition::invite::{Area, AreaPlan, Design, Frame, draw_areas, invite};
use sortition::random::Seed;
use sortition::write::Rows;

use super::arguments::{names, share};
use super::complaint::Complaint;
use super::invite::{self as letters_of, unsuited};
use super::register::Register;
use crate::t;

/// The areas that were drawn.
pub(super) struct Drawn {
    pub(super) facts: Value,
    /// Area, region, people, chance, letters; those in reserve with their place.
    pub(super) list: Rows,
}

/// Draws areas, and in each of them who gets one of its letters.
pub(super) fn draw(
    matches: &ArgMatches,
    register: &Register,
    wanted: u32,
    letters: u32,
    seed: &Seed,
) -> Result<letters_of::Drawn, Vec<Complaint>> {
    let mut people_of: BTreeMap<&(String, String), Vec<usize>> = BTreeMap::new();
    for (person, area) in register.areas.iter().enumerate() {
        people_of.entry(area).or_default().push(person);
    }
    let areas: Vec<Area> = people_of
        .iter()
        .map(|((name, region), people)| Area {
            name: name.clone(),
            region: region.clone(),
            people: people.len() as u64,
        })
        .collect();
    let plan = plan(matches, wanted, letters)?;
    let one = |why| vec![unsuited(why)];
    let drawn = draw_areas(&areas, &plan, &mut seed.stream("invite/areas")).map_err(one)?;
    let one_per_household = matches.contains_id("households");
    let members: Vec<&Vec<usize>> = people_of.values().collect();
    let (mut people, mut chances) = (Vec::new(), vec![0.0; register.frame.people.len()]);
    for area in &drawn.drawn {
        let here = members[area.area];
        let frame = Frame {
            people: here
                .iter()
                .map(|&person| sortition::invite::Resident {
                    stratum: 0,
                    ..register.frame.people[person].clone()
                })
                .collect(),
            strata: 1,
        };
        // Each area has numbers of its own, so that one stepping in for another moves nothing elsewhere.
        let mut stream = seed.stream(&format!("invite/area/{}", areas[area.area].name));
        let invited = invite(&frame, &Design::Simple, area.letters, one_per_household, &mut stream).map_err(one)?;
        people.extend(invited.people.iter().map(|&at| here[at]));
        here.iter()
            .zip(&invited.chances)
            .for_each(|(&person, &chance)| chances[person] = chance);
    }
    people.sort_unstable();
    let row = |area: usize, letters: String, place: String| {
        let Area { name, region, people } = &areas[area];
        vec![
            name.clone(),
            region.clone(),
            people.to_string(),
            drawn.chances[area].to_string(),
            letters,
            place,
        ]
    };
    let headings = ["area", "region", "people", "chance", "letters", "reserve"]
        .map(str::to_owned)
        .to_vec();
    let chosen = drawn.drawn.iter().map(|one| row(one.area, one.letters.to_string(), String::new()));
    let spare = drawn.cells.iter().flat_map(|cell| (1..).zip(&cell.reserves));
    let spare = spare.map(|(place, &area): (usize, &usize)| row(area, String::new(), place.to_string()));
    let list: Rows = std::iter::once(headings).chain(chosen).chain(spare).collect();
    let facts = drawn.drawn.iter().map(|one| {
        json!({
            "area": areas[one.area].name,
            "region": areas[one.area].region,
            "people": areas[one.area].people,
            "letters": one.letters,
            "chance_of_area": drawn.chances[one.area],
            "chance_within": one.chance_within,
            "chance": one.chance,
        })
    });
    let facts = json!({ "drawn": facts.collect::<Vec<_>>(), "unplaced": drawn.unplaced });
    Ok(letters_of::Drawn {
        people,
        chances,
        strata: Value::Null,
        areas: Some(Drawn { facts, list }),
    })
}

fn plan(matches: &ArgMatches, wanted: u32, letters: u32) -> Result<AreaPlan, Vec<Complaint>> {
    let mut plan = AreaPlan::german(wanted.into(), letters.into());
    if let Some(most) = share(matches, "most-share") {
        plan.most_share = most;
    }
    if let Some(sizes) = names(matches, "sizes") {
        let read: Result<Vec<u64>, _> = sizes.iter().map(|size| size.parse()).collect();
        plan.sizes = read.map_err(|_| vec![Complaint::asked("invite.sizes", |lang| t::panel_sizes(lang, sizes.join(", ")))])?;
        plan.sizes.sort_unstable();
    }
    Ok(plan)
}
