//! What is wrong in a record, in words.

use sortition::verify::{Fault, Place};
use texts::Lang;

use recruitment::words;

use crate::t;

/// The fault in half a sentence.
pub(super) fn told(lang: Lang, fault: &Fault) -> String {
    let number = |number: Option<f64>| number.map_or_else(|| t::panel_nothing(lang).to_owned(), |number| words::decimal(lang, number, 9));
    let say = |kind: &str, what: &dyn std::fmt::Display| t::panel_fault(lang, kind, what);
    match fault {
        Fault::Word { field, found } => say("word", &format!("{field}: {found}")),
        Fault::Number { field, stated, found } => t::panel_fault_number(lang, field, number(*stated), number(*found)),
        Fault::Twice { id } => say("twice", id),
        Fault::Unknown { id } => say("unknown", id),
        Fault::Values { id } => say("values", id),
        Fault::Quota { quota } => say("quota", &(quota + 1)),
        Fault::Size { panel, people } => say("size", &format!("{} ({people})", place(lang, *panel))),
        Fault::TwiceOnPanel { panel, id } => say("twice-on-panel", &format!("{id}, {}", place(lang, *panel))),
        Fault::NotDrawable { panel, id } => say("not-drawable", &format!("{id}, {}", place(lang, *panel))),
        Fault::QuotaOfPanel { panel, quota, people } => {
            say("quota-of-panel", &format!("{}, {} ({people})", place(lang, *panel), quota + 1))
        }
        Fault::Household { panel, household } => say("household", &format!("{} ({household})", place(lang, *panel))),
        Fault::Parts { panel } => say("parts", &place(lang, *panel)),
        Fault::PanelChance { panel } => say("panel-chance", panel),
        Fault::Chance { id, stated, found } => t::panel_fault_number(lang, id, number(*stated), number(*found)),
        Fault::Level { level } => say("level", level),
        Fault::Reachable { id, .. } => say("reachable", id),
        Fault::Listed { id } => say("listed", id),
        Fault::Step { level, id, stated, found } => {
            t::panel_fault_number(lang, format!("{id} ({level})"), number(Some(*stated)), number(Some(*found)))
        }
        Fault::Worthless { level, id } => say("worthless", &format!("{id} ({level})")),
        Fault::Price => say("price", &""),
        Fault::Inequality { learnt, .. } => say("inequality", learnt),
        Fault::Secret => say("secret", &""),
        Fault::Untold => say("untold", &""),
        Fault::Drawn { number } => say("drawn", number),
        Fault::DrawnPanel { panel } => say("drawn-panel", panel),
        Fault::DrawnMembers => say("drawn-members", &""),
    }
}

/// Which panel.
fn place(lang: Lang, place: Place) -> String {
    match place {
        Place::Panel(number) => t::panel_place_panel(lang, number),
        Place::Numbered(number) => t::panel_place_numbered(lang, number),
        Place::Drawn => t::panel_place_drawn(lang).to_owned(),
    }
}
