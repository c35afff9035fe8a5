//! Who of a list shares an address with somebody, for highlighting in lists that people work on by hand.

use std::collections::{HashMap, HashSet};

use crate::model::Pool;

/// With whom an address is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shares {
    /// With others of the list.
    WithinList,
    /// With people of an earlier round.
    WithEarlier,
    /// With both.
    WithBoth,
}

/// A person of the list who shares an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Housemate {
    /// Number of the person in the pool.
    pub person: usize,
    /// With whom.
    pub shares: Shares,
}

/// Those of `list` (numbers of people in the pool) who share an address with others of the list or with one of the `earlier` addresses,
/// which are written as [`Pool::address`] writes them. People without a whole address share it with nobody.
#[must_use]
pub fn housemates(pool: &Pool, list: &[usize], earlier: &[String]) -> Vec<Housemate> {
    let household = |person: usize| pool.people.get(person).and_then(|person| person.household.as_deref());
    let mut members: HashMap<&str, usize> = HashMap::new();
    for household in list.iter().filter_map(|&person| household(person)) {
        *members.entry(household).or_default() += 1;
    }
    let earlier: HashSet<&str> = earlier.iter().map(String::as_str).collect();
    let shares = |household: &str| match (members.get(household).is_some_and(|&count| count > 1), earlier.contains(household)) {
        (true, true) => Some(Shares::WithBoth),
        (true, false) => Some(Shares::WithinList),
        (false, true) => Some(Shares::WithEarlier),
        (false, false) => None,
    };
    list.iter()
        .filter_map(|&person| {
            Some(Housemate {
                person,
                shares: shares(household(person)?)?,
            })
        })
        .collect()
}
