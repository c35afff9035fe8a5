//! The panel, its quotas and the kinds of people who could be in its reserve.

use crate::model::{Problem, Unfit};

/// No reserve can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub enum Unreservable {
    /// The problem itself is wrong.
    Unfit(Unfit),
    /// A number of the panel or the reserve is outside the pool, or there twice.
    Person {
        /// The number.
        person: usize,
    },
    /// There is not exactly one probability from 0 to 1 for each member of the panel.
    Stay {
        /// The first place that is wrong.
        member: usize,
    },
    /// Nothing can be learnt from no futures.
    NoSamples,
}

/// A quota as it is counted here.
pub(super) struct Count {
    pub(super) feature: usize,
    pub(super) value: usize,
    pub(super) min: i32,
    pub(super) max: i32,
    /// What each seat too few or too many costs.
    pub(super) weight: f64,
}

impl Count {
    /// What so many seats cost.
    pub(super) fn cost(&self, seats: i32) -> f64 {
        f64::from((self.min - seats).max(seats - self.max).max(0)) * self.weight
    }
}

/// People who could be in the reserve and whom nothing tells apart.
pub(super) struct Kind {
    /// The quota that counts them, for each feature.
    pub(super) counts: Vec<usize>,
    /// Numbers in the pool, by id.
    pub(super) people: Vec<usize>,
    /// Those who share households with others: which group, and how many of it can be in the reserve together.
    pub(super) group: Option<usize>,
    /// How many of the kind can be in the reserve.
    pub(super) most: u32,
}

/// What is given.
pub(super) struct Setting {
    pub(super) counts: Vec<Count>,
    /// The quotas that count each member of the panel, by id.
    pub(super) panel: Vec<Vec<usize>>,
    /// Where in the panel as handed in each of them stands.
    pub(super) order: Vec<usize>,
    /// How many seats each quota counts when nobody has dropped out.
    pub(super) seats: Vec<i32>,
    /// In an order that does not depend on that of the pool.
    pub(super) kinds: Vec<Kind>,
    /// Households of each group, with the numbers of the members in the pool: by their smallest id, and members by id. Each has one place.
    pub(super) groups: Vec<Vec<Vec<usize>>>,
}

impl Setting {
    pub(super) fn new(problem: &Problem, panel: &[usize]) -> Result<Self, Unreservable> {
        let people = &problem.pool.people;
        let size = u32::try_from(panel.len()).unwrap_or(u32::MAX);
        let rest = Problem {
            selected: panel.to_vec(),
            size: problem.size.max(size),
            parallel: 1,
            ..problem.clone()
        };
        rest.fits().map_err(Unreservable::Unfit)?;
        distinct(panel, people.len())?;
        let mut first = Vec::new();
        let mut counts = Vec::new();
        for (number, feature) in problem.quotas.features.iter().enumerate() {
            first.push(counts.len());
            for (value, one) in feature.values.iter().enumerate() {
                let whole = |seats: u32| i32::try_from(seats).unwrap_or(i32::MAX / 4);
                let (min, max) = (whole(one.quota.min), whole(one.quota.max));
                counts.push(Count {
                    feature: number,
                    value,
                    min,
                    max,
                    weight: 1.0 / f64::from(max.max(1)),
                });
            }
        }
        let counted = |values: &[u16]| -> Vec<usize> {
            values
                .iter()
                .zip(&first)
                .map(|(&value, &first)| first + usize::from(value))
                .collect()
        };
        let id = |person: &usize| people[*person].id.as_str();
        let mut order: Vec<usize> = (0..panel.len()).collect();
        order.sort_by_key(|&member| id(&panel[member]));
        let members: Vec<Vec<usize>> = order.iter().map(|&member| counted(&people[panel[member]].values)).collect();
        let mut seats = vec![0; counts.len()];
        members.iter().flatten().for_each(|&count| seats[count] += 1);

        let classes = rest.classes();
        let kinds = classes.classes.into_iter().map(|class| {
            let most = class.signature.map_or(class.people.len(), |group| classes.signatures[group].len());
            Kind {
                counts: counted(&class.values),
                people: class.people,
                group: class.signature,
                most: u32::try_from(most).unwrap_or(u32::MAX),
            }
        });
        let kinds = kinds.collect();
        Ok(Self {
            counts,
            panel: members,
            order,
            seats,
            kinds,
            groups: classes.signatures,
        })
    }

    /// How many places the group has.
    pub(super) fn places(&self, group: usize) -> u32 {
        u32::try_from(self.groups[group].len()).unwrap_or(u32::MAX)
    }

    /// Probabilities in the order in which the panel is kept.
    pub(super) fn stays(&self, stay: &[f64]) -> Result<Vec<f64>, Unreservable> {
        let wrong = stay.iter().position(|stay| !(0.0..=1.0).contains(stay));
        let short = (stay.len() != self.order.len()).then_some(stay.len().min(self.order.len()));
        match wrong.or(short) {
            Some(member) => Err(Unreservable::Stay { member }),
            None => Ok(self.order.iter().map(|&member| stay[member]).collect()),
        }
    }

    /// How many of each kind a reserve has. People who are no candidates do not count.
    pub(super) fn numbers(&self, reserve: &[usize]) -> Vec<u32> {
        let has = |kind: &Kind| reserve.iter().filter(|person| kind.people.contains(person)).count();
        self.kinds.iter().map(|kind| u32::try_from(has(kind)).unwrap_or(u32::MAX)).collect()
    }

    /// What so many seats cost together.
    pub(super) fn distance(&self, seats: &[i32]) -> f64 {
        self.counts.iter().zip(seats).map(|(count, &seats)| count.cost(seats)).sum()
    }
}

/// Says whether numbers are in the pool, and each only once.
pub(super) fn distinct(numbers: &[usize], pool: usize) -> Result<(), Unreservable> {
    let mut seen = vec![false; pool];
    for &person in numbers {
        match seen.get_mut(person) {
            Some(seen) if !*seen => *seen = true,
            _ => return Err(Unreservable::Person { person }),
        }
    }
    Ok(())
}
