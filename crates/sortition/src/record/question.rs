//! What was asked, as the record says it, and whether it is the same as in the files at hand.

use std::collections::HashMap;

use super::{Person, Question, Quota, Record};
use crate::model::Problem;

/// The question of a problem, with the pool and the quotas.
pub(super) struct Asked {
    pub(super) question: Question,
    pub(super) quotas: Vec<Quota>,
    pub(super) pool: Vec<Person>,
}

impl Asked {
    pub(super) fn of(problem: &Problem) -> Self {
        let people = &problem.pool.people;
        let ids = |numbers: &[usize]| numbers.iter().map(|&person| people[person].id.clone()).collect();
        let features = &problem.quotas.features;
        let mut households: HashMap<&str, u32> = HashMap::new();
        let pool = people
            .iter()
            .map(|person| Person {
                id: person.id.clone(),
                values: person
                    .values
                    .iter()
                    .zip(features)
                    .map(|(&value, feature)| feature.values[usize::from(value)].name.clone())
                    .collect(),
                household: person.household.as_deref().filter(|_| problem.one_per_household).map(|household| {
                    let next = u32::try_from(households.len()).unwrap_or(u32::MAX);
                    *households.entry(household).or_insert(next)
                }),
            })
            .collect();
        let quotas = problem
            .quotas
            .values()
            .map(|(feature, _, value)| Quota {
                feature: features[feature].name.clone(),
                value: value.name.clone(),
                min: value.quota.min,
                max: value.quota.max,
            })
            .collect();
        Self {
            question: Question {
                size: problem.size,
                one_per_household: problem.one_per_household,
                parallel: problem.parallel,
                selected: ids(&problem.selected),
                excluded: ids(&problem.excluded),
                gamma: None,
            },
            quotas,
            pool,
        }
    }
}

/// Something that the record says otherwise than the files at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The number of seats.
    Size {
        /// In the record.
        recorded: u32,
        /// In the files.
        found: u32,
    },
    /// The rule about households.
    OnePerHousehold {
        /// In the record.
        recorded: bool,
    },
    /// How many panels are drawn at once.
    Parallel {
        /// In the record.
        recorded: u32,
        /// In the files.
        found: u32,
    },
    /// A quota, by its place.
    Quota {
        /// From 0.
        place: usize,
        /// In the record.
        recorded: Option<Quota>,
        /// In the files.
        found: Option<Quota>,
    },
    /// Somebody of the files is not in the record.
    NotRecorded {
        /// The id.
        id: String,
    },
    /// Somebody of the record is not in the files.
    NotFound {
        /// The id.
        id: String,
    },
    /// Somebody has other values.
    Values {
        /// The id.
        id: String,
        /// In the record.
        recorded: Vec<String>,
        /// In the files.
        found: Vec<String>,
    },
    /// Somebody lives with other people.
    Household {
        /// The id.
        id: String,
    },
    /// Somebody is selected already in one of them only.
    Selected {
        /// The id.
        id: String,
    },
    /// Somebody is excluded in one of them only.
    Excluded {
        /// The id.
        id: String,
    },
}

impl Record {
    /// What differs between the question of the record and that of the files at hand; nothing, if they ask the same. The order of people does not matter.
    #[must_use]
    pub fn same_question(&self, problem: &Problem) -> Vec<Difference> {
        self.differences(&Asked::of(problem))
    }

    /// As [`same_question`](Self::same_question), for a record in which [`pseudonymous`](Self::pseudonymous) has replaced the ids with this salt.
    #[must_use]
    pub fn same_question_with_salt(&self, problem: &Problem, salt: &str) -> Vec<Difference> {
        let mut problem = problem.clone();
        for person in &mut problem.pool.people {
            person.id = Self::pseudonym(&person.id, salt);
        }
        self.differences(&Asked::of(&problem))
    }

    fn differences(&self, found: &Asked) -> Vec<Difference> {
        let (question, other) = (&self.question, &found.question);
        let mut differences = Vec::new();
        if question.size != other.size {
            differences.push(Difference::Size {
                recorded: question.size,
                found: other.size,
            });
        }
        if question.one_per_household != other.one_per_household {
            differences.push(Difference::OnePerHousehold {
                recorded: question.one_per_household,
            });
        }
        if question.parallel != other.parallel {
            differences.push(Difference::Parallel {
                recorded: question.parallel,
                found: other.parallel,
            });
        }
        for place in 0..self.quotas.len().max(found.quotas.len()) {
            let (recorded, found) = (self.quotas.get(place), found.quotas.get(place));
            if recorded != found {
                differences.push(Difference::Quota {
                    place,
                    recorded: recorded.cloned(),
                    found: found.cloned(),
                });
            }
        }
        people(&self.pool, &found.pool, &mut differences);
        let only_one = |recorded: &[String], found: &[String]| -> Vec<String> {
            let lost = recorded.iter().filter(|id| !found.contains(id));
            lost.chain(found.iter().filter(|id| !recorded.contains(id))).cloned().collect()
        };
        let selected = only_one(&question.selected, &other.selected);
        differences.extend(selected.into_iter().map(|id| Difference::Selected { id }));
        let excluded = only_one(&question.excluded, &other.excluded);
        differences.extend(excluded.into_iter().map(|id| Difference::Excluded { id }));
        differences
    }
}

fn people(recorded: &[Person], found: &[Person], differences: &mut Vec<Difference>) {
    let of_id: HashMap<&str, &Person> = found.iter().map(|person| (person.id.as_str(), person)).collect();
    // Households have the same members if their numbers go together one to one.
    let (mut there, mut back) = (HashMap::new(), HashMap::new());
    for person in recorded {
        let id = person.id.clone();
        let Some(same) = of_id.get(id.as_str()) else {
            differences.push(Difference::NotFound { id });
            continue;
        };
        if person.values != same.values {
            differences.push(Difference::Values {
                id: id.clone(),
                recorded: person.values.clone(),
                found: same.values.clone(),
            });
        }
        let goes_together = match (person.household, same.household) {
            (None, None) => true,
            (Some(one), Some(other)) => *there.entry(one).or_insert(other) == other && *back.entry(other).or_insert(one) == one,
            _ => false,
        };
        if !goes_together {
            differences.push(Difference::Household { id });
        }
    }
    let known: HashMap<&str, ()> = recorded.iter().map(|person| (person.id.as_str(), ())).collect();
    let new = found.iter().filter(|person| !known.contains_key(person.id.as_str()));
    differences.extend(new.map(|person| Difference::NotRecorded { id: person.id.clone() }));
}
