//! Lists of people: the panel, those who remain, several panels.

use std::collections::HashSet;

use super::Rows;
use crate::model::Problem;
use crate::read::{Kept, People};

/// The panel: id, columns to keep, address, and features that are not among those, in the order of the file of people.
#[must_use]
pub fn selected(people: &People, panel: &[usize]) -> Rows {
    let mut panel = panel.to_vec();
    panel.sort_unstable();
    panel.dedup();
    list(&people.kept, &panel)
}

/// Those who can still be drawn after `panel`, under the same headings: a reserve, and the pool of a later round.
#[must_use]
pub fn remaining(people: &People, problem: &Problem, panel: &[usize]) -> Rows {
    list(&people.kept, &remaining_people(problem, panel))
}

/// The numbers of those who can still be drawn after `panel`, ascending: neither on it nor selected earlier nor excluded, and under the
/// household rule nobody who lives with somebody on it or selected earlier.
#[must_use]
pub fn remaining_people(problem: &Problem, panel: &[usize]) -> Vec<usize> {
    let seated: HashSet<usize> = panel.iter().copied().collect();
    let household = |person: usize| problem.pool.people.get(person).and_then(|person| person.household.as_deref());
    let housed: HashSet<&str> = match problem.one_per_household {
        true => panel.iter().filter_map(|&person| household(person)).collect(),
        false => HashSet::new(),
    };
    let mut remaining = problem.drawable();
    remaining.retain(|&person| !seated.contains(&person) && household(person).is_none_or(|household| !housed.contains(household)));
    remaining
}

/// How several panels stand in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// A column for each panel, under its heading. What the headings promise, and therefore what is written unless somebody asks for the
    /// other.
    #[default]
    Columns,
    /// A row for each panel, although the headings name columns: what other programs write and read.
    Rows,
}

/// Panels from which one is to be drawn: the ids under `Assembly 0`, `Assembly 1`, … The number behind the name is the one that the public
/// draw decides on.
#[must_use]
pub fn panels(people: &People, panels: &[Vec<usize>], layout: Layout) -> Rows {
    let id = |person: usize| people.pool.people.get(person).map(|person| person.id.clone()).unwrap_or_default();
    let headings = (0..panels.len()).map(|number| format!("Assembly {number}")).collect();
    let mut rows: Rows = vec![headings];
    match layout {
        Layout::Rows => rows.extend(panels.iter().map(|panel| panel.iter().map(|&person| id(person)).collect())),
        Layout::Columns => {
            let seats = panels.iter().map(Vec::len).max().unwrap_or(0);
            let seat = |seat: usize| {
                panels
                    .iter()
                    .map(|panel| panel.get(seat).map_or_else(String::new, |&person| id(person)))
                    .collect()
            };
            rows.extend((0..seats).map(seat));
        }
    }
    rows
}

fn list(kept: &Kept, people: &[usize]) -> Rows {
    let cells = people.iter().filter_map(|&person| kept.cells.get(person));
    std::iter::once(&kept.headings).chain(cells).cloned().collect()
}
