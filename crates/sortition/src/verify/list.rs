//! Whether numbered panels are panels, and as near to the chances as stated.

use std::collections::BTreeMap;

use super::asked::Asked;
use super::panels::of_panel;
use super::report::{Check, Code, Fault, Place};
use super::same;
use crate::record::TICKETS;

pub(super) fn check(asked: &Asked) -> Vec<Check> {
    let Some(lottery) = &asked.record.lottery else {
        return Vec::new();
    };
    let panels = lottery.panels.iter().enumerate();
    let mut faults: Vec<Fault> = panels
        .flat_map(|(number, panel)| {
            let parts = lottery.parts.get(number).map_or(&[][..], Vec::as_slice);
            of_panel(asked, Place::Numbered(number), panel, parts)
        })
        .collect();
    let is_apart = asked.record.question.parallel > 1;
    if lottery.parts.len() != if is_apart { lottery.panels.len() } else { 0 } {
        let panel = Place::Numbered(lottery.parts.len().min(lottery.panels.len()));
        faults.push(Fault::Parts { panel });
    }
    let mut wanted: BTreeMap<&str, u128> = BTreeMap::new();
    for panel in &asked.record.panels {
        for member in &panel.members {
            *wanted.entry(member).or_default() += u128::from(panel.tickets);
        }
    }
    let mut has: BTreeMap<&str, u128> = BTreeMap::new();
    for member in lottery.panels.iter().flatten() {
        *has.entry(member).or_default() += 1;
    }
    // In parts of a ticket, so that all numbers are whole.
    let (count, tickets) = (lottery.panels.len() as u128, u128::from(TICKETS));
    let (mut furthest, mut least) = (0, 0);
    for person in &asked.record.pool {
        let id = person.id.as_str();
        let wanted = wanted.get(id).copied().unwrap_or(0) * count;
        let over = wanted % tickets;
        furthest = furthest.max(wanted.abs_diff(has.get(id).copied().unwrap_or(0) * tickets));
        least = least.max(over.min(tickets - over));
    }
    #[expect(clippy::cast_precision_loss, reason = "the nearest number is meant")]
    let part = |parts: u128| parts as f64 / (count.max(1) * tickets) as f64;
    let numbers = [
        ("deviation", lottery.deviation, part(furthest)),
        ("least", lottery.least, part(least)),
    ];
    let wrong = numbers.into_iter().filter(|&(_, stated, found)| !same(stated, found));
    let numbers = wrong.map(|(field, stated, found)| Fault::Number {
        field,
        stated: Some(stated),
        found: Some(found),
    });
    vec![
        Check::of(Code::List, lottery.panels.len(), faults),
        Check::of(Code::Deviation, asked.record.pool.len(), numbers.collect()).with(Some(lottery.deviation), Some(part(furthest))),
    ]
}
