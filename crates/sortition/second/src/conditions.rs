//! The conditions on a panel, person by person, read from the quotas anew.

use std::collections::BTreeMap;

use sortition::model::Problem;

/// A number of seats for some people together.
pub(crate) struct Condition {
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) people: Vec<usize>,
}

/// What the people who are drawn must obey.
pub(crate) struct Conditions {
    /// People in the pool, drawable or not.
    pub(crate) pool: usize,
    /// Who can be drawn, ascending.
    pub(crate) drawable: Vec<usize>,
    /// On each panel: its size first, then the quotas in the order of the file.
    pub(crate) panel: Vec<Condition>,
    /// People who live together and can be drawn: one seat on all panels together.
    pub(crate) households: Vec<Vec<usize>>,
    /// How many panels are drawn at once.
    pub(crate) panels: usize,
}

impl Conditions {
    pub(crate) fn of(problem: &Problem) -> Self {
        let people = &problem.pool.people;
        let housemates = |one: usize, other: usize| people[one].household.is_some() && people[one].household == people[other].household;
        let drawable: Vec<usize> = (0..people.len())
            .filter(|person| !problem.selected.contains(person) && !problem.excluded.contains(person))
            .filter(|&person| !problem.one_per_household || !problem.selected.iter().any(|&selected| housemates(person, selected)))
            .collect();
        // Those who sit already have taken their seats; a quota that they have overfilled leaves less than none.
        let taken = |feature: usize, value: usize| {
            let sits = |person: &&usize| usize::from(people[**person].values[feature]) == value;
            count(problem.selected.iter().filter(sits).count())
        };
        let size = f64::from(problem.size) - count(problem.selected.len());
        let mut panel = vec![Condition {
            low: size,
            high: size,
            people: drawable.clone(),
        }];
        panel.extend(problem.quotas.values().map(|(feature, value, one)| {
            Condition {
                low: (f64::from(one.quota.min) - taken(feature, value)).max(0.0),
                high: f64::from(one.quota.max) - taken(feature, value),
                people: drawable
                    .iter()
                    .copied()
                    .filter(|&person| usize::from(people[person].values[feature]) == value)
                    .collect(),
            }
        }));
        let mut households: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for &person in drawable.iter().filter(|_| problem.one_per_household) {
            if let Some(household) = &people[person].household {
                households.entry(household).or_default().push(person);
            }
        }
        Self {
            pool: people.len(),
            drawable,
            panel,
            households: households.into_values().filter(|members| members.len() > 1).collect(),
            panels: problem.parallel as usize,
        }
    }

    /// Whether people drawn together (for all panels, where there are several) obey everything that can be seen of them together.
    pub(crate) fn hold(&self, members: &[usize]) -> bool {
        let mut seats = vec![0.0; self.pool];
        for &member in members {
            seats[member] += 1.0;
        }
        let drawable = members.iter().all(|member| self.drawable.binary_search(member).is_ok());
        let once = seats.iter().all(|&seats| seats <= 1.0);
        let sum = |people: &[usize]| people.iter().map(|&person| seats[person]).sum::<f64>();
        let panels = count(self.panels);
        let quotas = self.panel.iter().all(|condition| {
            let seats = sum(&condition.people);
            condition.low * panels <= seats && seats <= condition.high * panels
        });
        drawable && once && quotas && self.households.iter().all(|household| sum(household) <= 1.0)
    }
}

/// Numbers of people are exact in floating point.
#[expect(clippy::cast_precision_loss, reason = "pools have far fewer than 2^53 people")]
pub(crate) fn count(people: usize) -> f64 {
    people as f64
}
