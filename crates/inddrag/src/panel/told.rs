//! What a selection has to say on a terminal.

use recruitment::words;
use serde_json::{Value, json};
use sortition::random::Ceremony;
use sortition::record::{Lottery, Record, by, from, status};
use texts::Lang;

use super::answer::Ending;
use super::question::Question;
use crate::t;

/// How a selection ended.
pub(super) fn ending(record: &Record) -> Ending {
    if record.status == status::BOUNDED {
        Ending::Unproven
    } else {
        Ending::Done
    }
}

/// How many seats are open, and what is left of the quotas for them.
pub(super) fn open_seats(lang: Lang, question: &Question) -> Vec<String> {
    let problem = &question.problem;
    let open = problem.open_quotas();
    let mut lines = vec![t::panel_open_seats(
        lang,
        i64::from(problem.open_seats()),
        words::plain_number(lang, problem.selected.len() + question.uncounted as usize),
    )];
    if question.dropped > 0 {
        lines.push(t::panel_dropped(lang, count(question.dropped)));
    }
    lines.push(t::panel_open_quotas(lang).to_owned());
    lines.extend(open.values().map(|(feature, _, value)| {
        let named = words::trait_name(lang, &open.features[feature].name, &value.name);
        format!("  {named}: {}–{}", value.quota.min, value.quota.max)
    }));
    lines
}

/// How good the chances are, and what is proven of them.
pub(super) fn outcome(lang: Lang, record: &Record) -> Vec<String> {
    let mut lines = vec![format!(
        "{}: {}. {}",
        words::objective_name(lang, &record.objective),
        words::status_name(lang, &record.status),
        words::status(lang, &record.status)
    )];
    lines.extend(words::proven(lang, record));
    if !record.probabilities.is_empty() {
        lines.push(t::panel_chances(
            lang,
            words::chance(lang, record.min),
            words::chance(lang, record.max),
        ));
    }
    if record.unreachable > 0 {
        let people = count(record.unreachable);
        // Only a whole search knows that there is no room for them.
        lines.push(match record.status.as_str() {
            status::CERTIFIED => t::panel_unreachable(lang, people),
            _ => t::panel_without_chance(lang, people),
        });
    }
    if let Some(list) = &record.lottery {
        let panels = words::plain_number(lang, list.panels.len());
        let [deviation, least] = [list.deviation, list.least].map(|part| words::decimal(lang, part * 1000.0, 3));
        lines.push(t::panel_list(lang, panels, deviation, least));
    }
    lines
}

/// Who was drawn and by what, or how to draw in public.
pub(super) fn draw(lang: Lang, record: &Record) -> Vec<String> {
    let Some(draw) = &record.draw else {
        let Some(list) = &record.lottery else {
            return vec![t::panel_undrawn(lang).to_owned()];
        };
        let mut lines = vec![t::panel_undrawn_list(lang).to_owned()];
        lines.extend(ways(lang, list));
        return lines;
    };
    let people = count(draw.members.len());
    let mut lines = vec![match draw.from.as_str() {
        from::LIST => t::panel_drawn_list(lang, people, draw.panel),
        from::TICKETS => t::panel_drawn_ticket(lang, people, draw.number),
        _ => t::panel_drawn(lang, people),
    }];
    if draw.by == by::FRESH {
        lines.push(t::panel_fresh(lang).to_owned());
    }
    lines
}

/// What can be thrown or drawn to decide.
fn ways(lang: Lang, list: &Lottery) -> Vec<String> {
    let ways = Ceremony::ways(list.panels.len() as u64);
    let way = |way: &Ceremony| {
        let counting = words::plain_number(lang, usize::try_from(way.counting()).unwrap_or(usize::MAX));
        let all = words::plain_number(lang, usize::try_from(way.combinations()).unwrap_or(usize::MAX));
        format!("  - {}", t::panel_way(lang, i64::from(way.throws()), way.sides(), counting, all))
    };
    ways.iter().take(3).map(way).collect()
}

/// The numbered panels in figures.
pub(super) fn list_json(list: &Lottery) -> Value {
    json!({ "panels": list.panels.len(), "deviation": list.deviation, "least": list.least })
}

/// A count as texts take it.
pub(super) fn count(people: usize) -> i64 {
    i64::try_from(people).unwrap_or(i64::MAX)
}
