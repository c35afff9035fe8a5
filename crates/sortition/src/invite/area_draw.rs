//! Letters in two stages: areas first, then people in them.

use std::collections::BTreeMap;

use super::{Area, AreaPlan, Share, Unsuited, apportion, systematic};
use crate::random::Stream;

/// Areas of one region and one class of size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaCell {
    /// The region.
    pub region: String,
    /// The class of size; see [`AreaPlan::class`].
    pub class: usize,
    /// The numbers of its areas, by name.
    pub areas: Vec<usize>,
    /// How many people they have together.
    pub people: u64,
    /// How many areas are drawn from it: in proportion to people (Sainte-Laguë), at least one.
    pub wanted: u64,
    /// Areas in reserve, in the order in which they step in.
    pub reserves: Vec<usize>,
}

/// An area that was drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DrawnArea {
    /// Its number.
    pub area: usize,
    /// The number of its cell.
    pub cell: usize,
    /// How many letters go to it.
    pub letters: u64,
    /// The chance of a person in it, now that the area is drawn: letters by people. Exact.
    pub chance_within: f64,
    /// The chance of the area times `chance_within`. A person's chance before the areas were drawn is the mean of this over all draws in
    /// which the area is there; it has no formula, for the letters of an area depend a little on which others were drawn. The letters are
    /// shared so that this number is as nearly as possible the same for everybody: letters by people of all areas.
    pub chance: f64,
}

/// The areas that were drawn, and their letters.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaDraw {
    /// The chance of each area of the list, exactly. They add up to the number of areas drawn.
    pub chances: Vec<f64>,
    /// The cells, by region and class.
    pub cells: Vec<AreaCell>,
    /// The areas drawn, by cell and name.
    pub drawn: Vec<DrawnArea>,
    /// Letters that could not be given out, because every drawn area already has the most it may have.
    pub unplaced: u64,
}

impl AreaDraw {
    /// The area that steps in for one that cannot take part, and its letters: the next reserve of the same cell that is not in `used`, with
    /// the letters of the one that left, as far as it may have them.
    #[must_use]
    pub fn stand_in(&self, areas: &[Area], plan: &AreaPlan, left: &DrawnArea, used: &[usize]) -> Option<(usize, u64)> {
        let reserves = &self.cells.get(left.cell)?.reserves;
        let area = *reserves.iter().find(|area| !used.contains(area))?;
        Some((area, left.letters.min(plan.most_letters(areas.get(area)?.people))))
    }
}

/// Draws areas and shares the letters among them.
///
/// In every cell the areas are drawn with chances in proportion to [`AreaPlan::measure`] ([`systematic()`]); those that are certain are
/// taken out first. An area's letters are in proportion to its people divided by its chance (Sainte-Laguë, at most
/// [`AreaPlan::most_letters`]), for with `chance × letters / people` the same everywhere, everybody is as likely to get a letter.
///
/// # Errors
/// If there are fewer areas with people than are to be drawn, or more cells than areas to be drawn, or the share is not between 0 and 1.
pub fn draw_areas(areas: &[Area], plan: &AreaPlan, stream: &mut Stream) -> Result<AreaDraw, Unsuited> {
    Unsuited::rate(plan.most_share)?;
    if plan.most_share == 0.0 {
        return Err(Unsuited::Rate { rate: 0.0 });
    }
    let mut cells = cells(areas, plan)?;
    let mut chances = vec![0.0; areas.len()];
    let mut drawn = Vec::new();
    for (number, cell) in cells.iter_mut().enumerate() {
        let measures: Vec<u64> = cell.areas.iter().map(|&area| plan.measure(areas[area].people)).collect();
        let found = systematic(&measures, cell.wanted, |_| 0, stream)?;
        for (&area, &chance) in cell.areas.iter().zip(&found.chances) {
            chances[area] = chance;
        }
        let blank = |&at: &usize| DrawnArea {
            area: cell.areas[at],
            cell: number,
            letters: 0,
            chance_within: 0.0,
            chance: 0.0,
        };
        drawn.extend(found.drawn.iter().map(blank));
        cell.reserves = reserves(cell, measures, &found.drawn, plan.reserves, stream)?;
    }
    let shares: Vec<Share> = drawn
        .iter()
        .map(|one| {
            let people = areas[one.area].people;
            Share {
                weight: people as f64 / chances[one.area],
                least: 0,
                most: plan.most_letters(people),
            }
        })
        .collect();
    let placed = shares.iter().map(|share| share.most).sum::<u64>().min(plan.letters);
    for (one, letters) in drawn.iter_mut().zip(apportion(placed, &shares)?) {
        one.letters = letters;
        one.chance_within = letters as f64 / areas[one.area].people as f64;
        one.chance = chances[one.area] * one.chance_within;
    }
    Ok(AreaDraw {
        chances,
        cells,
        drawn,
        unplaced: plan.letters - placed,
    })
}

/// The cells that have people, and how many areas are drawn from each.
fn cells(areas: &[Area], plan: &AreaPlan) -> Result<Vec<AreaCell>, Unsuited> {
    let mut by_kind: BTreeMap<(&str, usize), Vec<usize>> = BTreeMap::new();
    for (number, area) in areas.iter().enumerate().filter(|(_, area)| area.people > 0) {
        by_kind.entry((&area.region, plan.class(area.people))).or_default().push(number);
    }
    let mut cells = Vec::with_capacity(by_kind.len());
    for ((region, class), mut members) in by_kind {
        members.sort_by(|&one, &other| areas[one].name.cmp(&areas[other].name));
        let people = members.iter().map(|&area| areas[area].people).sum();
        cells.push(AreaCell {
            region: region.to_owned(),
            class,
            areas: members,
            people,
            wanted: 0,
            reserves: Vec::new(),
        });
    }
    let share = |cell: &AreaCell| Share {
        weight: cell.people as f64,
        least: 1,
        most: cell.areas.len() as u64,
    };
    let wanted = apportion(plan.areas, &cells.iter().map(share).collect::<Vec<_>>())?;
    cells.iter_mut().zip(wanted).for_each(|(cell, wanted)| cell.wanted = wanted);
    Ok(cells)
}

/// Areas of the cell that were not drawn, one after another with chances in proportion to their measure.
fn reserves(cell: &AreaCell, mut measures: Vec<u64>, drawn: &[usize], most: usize, stream: &mut Stream) -> Result<Vec<usize>, Unsuited> {
    drawn.iter().for_each(|&at| measures[at] = 0);
    let mut reserves = Vec::new();
    while reserves.len() < most && measures.iter().any(|&measure| measure > 0) {
        for at in systematic(&measures, 1, |_| 0, stream)?.drawn {
            measures[at] = 0;
            reserves.push(cell.areas[at]);
        }
    }
    Ok(reserves)
}
