//! Whether panels are panels.

use std::collections::HashSet;

use super::asked::Asked;
use super::report::{Check, Code, Fault, Place};
use crate::record::{from, status};

/// The panels of the lottery. Where there is no list of panels, the one that was drawn.
pub(super) fn check(asked: &Asked) -> Vec<Check> {
    let record = asked.record;
    if matches!(record.status.as_str(), status::ESTIMATED | status::NO_LOTTERY) {
        let drawn = record.draw.iter().filter(|draw| draw.from == from::RUN);
        let mut faults: Vec<Fault> = drawn.flat_map(|draw| of_panel(asked, Place::Drawn, &draw.members, &[])).collect();
        // Panels that nobody draws from would be a lottery that there is not.
        faults.extend((!record.panels.is_empty()).then_some(Fault::Parts { panel: Place::Panel(0) }));
        return vec![Check::of(Code::Panels, usize::from(record.draw.is_some()), faults)];
    }
    let panels = record.panels.iter().enumerate();
    let faults = panels.flat_map(|(number, panel)| {
        let place = Place::Panel(number);
        let mut faults = of_panel(asked, place, &panel.members, &panel.parts);
        if panel.parts.is_empty() && record.question.parallel > 1 {
            faults.push(Fault::Parts { panel: place });
        }
        faults
    });
    vec![Check::of(Code::Panels, record.panels.len(), faults.collect())]
}

/// Everything that is wrong with a panel. Of several panels at once that are not told apart, what holds for all together is checked.
pub(super) fn of_panel(asked: &Asked, panel: Place, members: &[String], parts: &[Vec<String>]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut people = Vec::new();
    let mut seen = HashSet::new();
    let mut households = HashSet::new();
    for id in members {
        let Some(person) = asked.person(id) else {
            faults.push(Fault::Unknown { id: id.clone() });
            continue;
        };
        if !seen.insert(person) {
            faults.push(Fault::TwiceOnPanel { panel, id: id.clone() });
        }
        if !asked.is_drawable[person] {
            faults.push(Fault::NotDrawable { panel, id: id.clone() });
        }
        if let Some(household) = asked.household(person).filter(|&household| !households.insert(household)) {
            faults.push(Fault::Household { panel, household });
        }
        people.push(person);
    }
    let parallel = asked.record.question.parallel as usize;
    if parts.is_empty() {
        faults.extend(counted(asked, panel, &people, parallel));
        return faults;
    }
    let mut together: Vec<&String> = parts.iter().flatten().collect();
    let mut all: Vec<&String> = members.iter().collect();
    together.sort();
    all.sort();
    if together != all || parts.len() != parallel {
        faults.push(Fault::Parts { panel });
    }
    for part in parts {
        let people: Vec<usize> = part.iter().filter_map(|id| asked.person(id)).collect();
        faults.extend(counted(asked, panel, &people, 1));
    }
    faults
}

/// Size and quotas, for so many panels together.
fn counted(asked: &Asked, panel: Place, people: &[usize], panels: usize) -> Vec<Fault> {
    let mut faults = Vec::new();
    if people.len() != asked.open_seats * panels {
        faults.push(Fault::Size {
            panel,
            people: people.len(),
        });
    }
    let kept = asked.counts(&asked.selected);
    let counts = asked.counts(people).into_iter().zip(kept);
    for (quota, (count, kept)) in counts.enumerate() {
        let (one, people) = (&asked.record.quotas[quota], count + kept * panels);
        if people < one.min as usize * panels || people > one.max as usize * panels {
            faults.push(Fault::QuotaOfPanel { panel, quota, people });
        }
    }
    faults
}
