//! The record of a selection: everything a stranger needs to check it, as one file of JSON.
//!
//! People stand in it by their ids, or by salted ids in the version for the public; nothing else in it is about a person but the values of the features and a number for
//! each household.
//!
//! [`Record::of`] makes it of an outcome; [`Record::add_list`] adds numbered panels; [`Record::draw_ticket`] and its sisters draw; [`Record::pseudonymous`] is the version for the
//! public. Every number in it follows from the tickets and the prices, so that whoever calculates them anew finds exactly what it says.

mod certificate;
mod drawn;
mod list;
mod made;
mod names;
mod pseudonym;
mod question;
mod text;
mod tickets;

pub use drawn::{Chance, Undrawn};
pub use made::Origin;
pub use names::{by, from, objective, status};
pub use question::Difference;
pub use text::Unreadable;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What this version of the file is called.
pub const FORMAT: &str = "inddrag panel record 1";

/// Tickets of all panels together. A panel that is as likely as `tickets / TICKETS` has so many of them, and the draw picks a ticket: whole numbers, so that every language
/// calculates the same.
pub const TICKETS: u64 = 1_000_000_000_000;

/// A selection as it was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// [`FORMAT`].
    pub format: String,
    /// Program and version that made it.
    pub program: String,
    /// What was asked for, by the name that the command line knows.
    pub objective: String,
    /// `certified`, `bounded` (stopped before; the gap says what was proven), `estimated` (legacy: chances are counted from trial draws) or `no-lottery` (diversimax).
    pub status: String,
    /// The objective of these chances.
    pub value: f64,
    /// No lottery has a better objective: what the certificate proves. Nothing is proven where there is none.
    pub bound: Option<f64>,
    /// How far the chances can be from the best.
    pub gap: Option<f64>,
    /// The lowest chance of anybody with a chance.
    pub min: f64,
    /// The highest chance.
    pub max: f64,
    /// The Gini coefficient of the chances.
    pub gini: f64,
    /// The geometric mean of the chances of those with a chance.
    pub geometric_mean: f64,
    /// How many have no chance on any panel.
    pub unreachable: usize,
    /// Everybody's chance to be drawn, by id; those who are selected already or cannot be drawn have 0.
    pub probabilities: BTreeMap<String, f64>,
    /// The panels, each with its chance. Numbered from 0 in this order.
    pub panels: Vec<Panel>,
    /// The chances in steps, ascending: chance and number of people.
    pub levels: Vec<(f64, usize)>,
    /// How long it took by the wall.
    pub seconds: f64,
    /// Processor time.
    pub cpu_seconds: f64,
    /// What was asked.
    pub question: Question,
    /// The quotas in the order of the file.
    pub quotas: Vec<Quota>,
    /// Everybody of the pool, in the order of the file.
    pub pool: Vec<Person>,
    /// The files that were read.
    pub inputs: Vec<Input>,
    /// Why no lottery is better.
    pub certificate: Certificate,
    /// For `estimated`, how many draws the chances were counted from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trials: Option<u32>,
    /// Numbered panels with equal chances, if they were asked for.
    pub lottery: Option<Lottery>,
    /// How one panel was drawn, once it is.
    pub draw: Option<Draw>,
}

/// A panel that can be drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// Ids.
    pub members: Vec<String>,
    /// With several panels at once, the members of each; empty for one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Vec<String>>,
    /// `tickets / TICKETS`.
    pub probability: f64,
    /// Of [`TICKETS`]; those of all panels sum to it.
    pub tickets: u64,
}

/// What was asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Seats of a panel, those who are already selected among them.
    pub size: u32,
    /// At most one person of a household.
    pub one_per_household: bool,
    /// How many panels are drawn at once, with nobody on two of them.
    pub parallel: u32,
    /// Ids of those who have a seat already.
    pub selected: Vec<String>,
    /// Ids of those who cannot be drawn.
    pub excluded: Vec<String>,
    /// For goldilocks, how much low chances weigh against high ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gamma: Option<f64>,
}

/// A quota.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quota {
    /// As the file writes it.
    pub feature: String,
    /// As the file writes it.
    pub value: String,
    /// Fewest seats.
    pub min: u32,
    /// Most seats.
    pub max: u32,
}

/// Somebody of the pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Unique in the pool.
    pub id: String,
    /// For each feature, in the order of the quotas, the value as the file of quotas writes it.
    pub values: Vec<String>,
    /// People with the same number live together; none where no whole address is known, and for all without a rule about households.
    pub household: Option<u32>,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// `quotas`, `people`, `selected`, `settings`.
    pub role: String,
    /// The name of the file without its folder.
    pub name: String,
    /// 64 hexadecimal digits.
    pub sha256: String,
    /// Its length.
    pub bytes: u64,
}

/// A price for each condition that has one. What the conditions allow, weighted by their prices, bounds what any lottery can give.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Prices {
    /// Of the panel's size.
    pub size: f64,
    /// Of quotas, by their place in [`Record::quotas`].
    pub quotas: Vec<(usize, f64)>,
    /// Of households with a given composition: the sorted values of all members (a signature), each member's joined by `|`.
    pub households: Vec<(Vec<String>, f64)>,
    /// Of learnt inequalities, by their place in [`Certificate::learnt`].
    pub learnt: Vec<(usize, f64)>,
}

/// A step of the chances with its proof.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// The chance.
    pub chance: f64,
    /// Who cannot have more than this: ids.
    pub people: Vec<String>,
    /// The proof; none where these people have all the seats they can have whatever the quotas.
    pub prices: Option<Prices>,
}

/// An inequality that every panel obeys.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Learnt {
    /// A factor for each of these people by id; all others have 0.
    pub factors: BTreeMap<String, f64>,
    /// No panel has a higher sum.
    pub bound: f64,
}

/// Why no lottery is better.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Certificate {
    /// Step by step: for leximin everybody; for maximin those without a chance and the first level above; for Nash and goldilocks those without a chance.
    pub levels: Vec<Level>,
    /// For Nash, minimax and goldilocks, the prices that prove the bound.
    pub prices: Option<Prices>,
    /// The highest chance under which the levels hold.
    pub cap: f64,
    /// Inequalities of whole panels that the quotas alone do not say.
    pub learnt: Vec<Learnt>,
}

/// Numbered panels with equal chances.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lottery {
    /// The furthest that anybody's share of the panels is from the chance in [`Record::probabilities`].
    pub deviation: f64,
    /// No list of so many panels can be closer.
    pub least: f64,
    /// The ids of each panel; numbered from 0.
    pub panels: Vec<Vec<String>>,
    /// With several panels at once, the members of each of them for each number; empty for one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Vec<Vec<String>>>,
}

/// How one panel was drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draw {
    /// `tickets`: one of [`TICKETS`]; `list`: one of the numbered panels; `run`: by the steps of a program that has no list of panels (legacy, diversimax).
    pub from: String,
    /// `seed` (a public text), `seed with secret` (promised before), `fresh` (made by the computer at the moment of the draw; its text is recorded) or `ceremony`
    /// (dice or balls).
    pub by: String,
    /// The parts of the seed's text: one, or two when a secret was promised. For a ceremony, the throws.
    pub text: Vec<String>,
    /// What was published before, if a secret was promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commitment: Option<String>,
    /// Sides of what was thrown, for a ceremony.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sides: Option<u32>,
    /// The ticket or the number of the panel.
    pub number: u64,
    /// The number of the panel that was drawn.
    pub panel: usize,
    /// Who was drawn: ids.
    pub members: Vec<String>,
}
