//! Whether no lottery is better: bound and gap, and who cannot have a chance.

use std::collections::BTreeSet;

use super::asked::Asked;
use super::bound;
use super::chances::number;
use super::groups::{Groups, Weighed};
use super::report::{Check, Code, Fault, Verdict};
use super::{NONE, same};
use crate::record::{Record, objective, status};

/// A chance that the prices leave open by so little is none, and chances that differ by so little are the same: what hundreds of people lack of their steps by less than
/// the gap is added up in whoever has most.
const HARDLY: f64 = 1e-6;

/// What a record proves.
pub(crate) struct Proven {
    /// No lottery has a better objective.
    pub(crate) bound: f64,
    /// How far the chances can be from the best.
    pub(crate) gap: f64,
}

/// What the prices of a record prove, if its pool can be read and they prove anything.
pub(crate) fn proven(record: &Record) -> Option<Proven> {
    let asked = Asked::read(record).ok()?;
    Proof::of(&asked).proven
}

pub(super) fn check(asked: &Asked) -> Vec<Check> {
    let record = asked.record;
    if matches!(record.status.as_str(), status::ESTIMATED | status::NO_LOTTERY) {
        let stated = [("bound", record.bound), ("gap", record.gap)].into_iter();
        let faults = stated.filter(|(_, stated)| stated.is_some()).map(|(field, stated)| Fault::Number {
            field,
            stated,
            found: None,
        });
        return vec![Check::of(Code::Bound, 0, faults.collect())];
    }
    let proof = Proof::of(asked);
    let (bound, gap) = (
        proof.proven.as_ref().map(|proven| proven.bound),
        proof.proven.as_ref().map(|proven| proven.gap),
    );
    let number = |field, stated: Option<f64>, found: Option<f64>| {
        let is_same = match (stated, found) {
            (Some(stated), Some(found)) => same(stated, found),
            (stated, found) => stated == found && record.status == status::BOUNDED,
        };
        (!is_same).then_some(Fault::Number { field, stated, found })
    };
    let steps = record.certificate.levels.len();
    let mut bound_faults: Vec<Fault> = number("bound", record.bound, bound).into_iter().collect();
    bound_faults.extend(proof.prices);
    let mut checks = vec![
        Check::of(Code::Steps, steps, proof.steps),
        Check::of(Code::Bound, steps + usize::from(record.certificate.prices.is_some()), bound_faults).with(record.bound, bound),
    ];
    let mut gap_faults: Vec<Fault> = number("gap", record.gap, gap).into_iter().collect();
    let is_certified = gap.is_some_and(|gap| gap <= enough(record));
    if is_certified != (record.status == status::CERTIFIED) {
        gap_faults.push(Fault::Word {
            field: "status",
            found: record.status.clone(),
        });
    }
    checks.push(Check::of(Code::Gap, 1, gap_faults).with(record.gap, gap));
    if record.objective != objective::MINIMAX {
        let mut unreachable = Check::of(Code::Unreachable, record.unreachable, proof.reachable);
        if unreachable.verdict == Verdict::Failed && record.status == status::BOUNDED {
            // Whoever stopped before the end does not claim it; what it means for the gap stands there.
            unreachable.verdict = Verdict::NotChecked;
        }
        checks.insert(0, unreachable);
    }
    checks
}

/// A gap below this is none: a millionth, or for lowest chances a ten-thousandth of the lowest.
pub(crate) fn enough(record: &Record) -> f64 {
    match record.objective.as_str() {
        objective::LEXIMIN | objective::MAXIMIN => f64::min(1e-6, 1e-4 * record.min.max(NONE)),
        _ => 1e-6 * record.value.abs().max(1.0),
    }
}

struct Proof {
    proven: Option<Proven>,
    steps: Vec<Fault>,
    prices: Vec<Fault>,
    reachable: Vec<Fault>,
}

impl Proof {
    fn of(asked: &Asked) -> Self {
        let record = asked.record;
        let groups = Groups::of(asked);
        let mut walk = Walk::new(asked, &groups);
        for level in 0..record.certificate.levels.len() {
            walk.step(level);
        }
        let chance: Vec<f64> = (0..record.pool.len()).map(|person| asked.chance(person)).collect();
        let without: Vec<usize> = asked.drawable().filter(|&person| chance[person] <= NONE).collect();
        let reachable: Vec<Fault> = without
            .iter()
            .filter(|&&person| walk.most[person].is_none_or(|most| most > HARDLY))
            .map(|&person| Fault::Reachable {
                id: record.pool[person].id.clone(),
                most: walk.most[person],
            })
            .collect();
        if record.objective == objective::LEXIMIN {
            walk.everybody();
        }
        let weighed = record.certificate.prices.as_ref().map(|prices| groups.weigh(asked, prices));
        if matches!(weighed, Some(None)) {
            walk.prices.push(Fault::Price);
        }
        let nobody = without.len() == asked.drawable().count();
        let proven = match (record.objective.as_str(), weighed.flatten()) {
            (objective::LEXIMIN | objective::MAXIMIN, _) => {
                let bound = walk.lowest.unwrap_or(0.0);
                // The lowest chance is that of those who have one; of those who could have one it is none.
                let least = if reachable.is_empty() { record.value } else { 0.0 };
                Some(Proven {
                    bound,
                    gap: (bound - least).abs().max(walk.shortfall),
                })
            }
            // Nobody can have a chance, so there is nothing to choose between.
            _ if nobody => Some(Proven {
                bound: record.value,
                gap: 0.0,
            }),
            // To others' objectives it is infinitely bad to have none where one could have any.
            (objective::NASH | objective::GOLDILOCKS, _) if !reachable.is_empty() => None,
            (objective::NASH, Some(weighed)) => {
                let gap = bound::nash(&groups, &weighed, &chance, NONE);
                Some(Proven {
                    bound: record.value + gap,
                    gap,
                })
            }
            (objective::MINIMAX, Some(weighed)) => Some(from_above(record, bound::minimax(&groups, &weighed))),
            (objective::GOLDILOCKS, Some(weighed)) => Some(from_above(record, goldilocks(asked, &groups, &weighed, &chance))),
            _ => None,
        };
        Self {
            proven: proven.filter(|proven| proven.bound.is_finite() && proven.gap.is_finite()),
            steps: walk.faults,
            prices: walk.prices,
            reachable,
        }
    }
}

/// Of objectives that shall be low.
fn from_above(record: &Record, bound: f64) -> Proven {
    Proven {
        bound,
        gap: (record.value - bound).abs(),
    }
}

fn goldilocks(asked: &Asked, groups: &Groups, weighed: &Weighed, chance: &[f64]) -> f64 {
    let question = &asked.record.question;
    let even = number(asked.open_seats) * f64::from(question.parallel) / number(asked.drawable().count());
    let counts: Vec<bool> = chance.iter().map(|&chance| chance > NONE).collect();
    bound::goldilocks(groups, weighed, &counts, even, question.gamma.unwrap_or(1.0))
}

/// Goes through the steps of the proof.
struct Walk<'a> {
    asked: &'a Asked<'a>,
    groups: &'a Groups,
    group_of: Vec<Option<usize>>,
    settled: Vec<Option<f64>>,
    /// For those in steps without a chance, the most they can have.
    most: Vec<Option<f64>>,
    /// The bound of the first step above none.
    lowest: Option<f64>,
    /// By how much somebody has less than the step's prices allow.
    shortfall: f64,
    faults: Vec<Fault>,
    prices: Vec<Fault>,
}

impl<'a> Walk<'a> {
    fn new(asked: &'a Asked<'a>, groups: &'a Groups) -> Self {
        let people = asked.record.pool.len();
        let mut group_of = vec![None; people];
        for (number, group) in groups.groups.iter().enumerate() {
            group.people.iter().for_each(|&person| group_of[person] = Some(number));
        }
        Self {
            asked,
            groups,
            group_of,
            settled: vec![None; people],
            most: vec![None; people],
            lowest: None,
            shortfall: 0.0,
            faults: Vec::new(),
            prices: Vec::new(),
        }
    }

    fn step(&mut self, number: usize) {
        let level = &self.asked.record.certificate.levels[number];
        let weighed = match &level.prices {
            None => None,
            Some(prices) => {
                let weighed = self.groups.weigh(self.asked, prices);
                if weighed.is_none() {
                    self.prices.push(Fault::Price);
                    self.shortfall = f64::INFINITY;
                }
                weighed
            }
        };
        let together = weighed.as_ref().map(|weighed| bound::step(self.groups, weighed, &self.settled));
        let mut least = f64::INFINITY;
        let mut people = BTreeSet::new();
        for id in &level.people {
            let place = self.asked.person(id).and_then(|person| Some((person, self.group_of[person]?)));
            let Some((person, group)) = place.filter(|(person, _)| self.settled[*person].is_none() && !people.contains(person)) else {
                self.faults.push(Fault::Listed { id: id.clone() });
                continue;
            };
            let full = self.full(group);
            let worth = weighed.as_ref().map(|weighed| weighed.worth[group]);
            if worth.is_some_and(|worth| worth <= 0.0) {
                self.faults.push(Fault::Worthless {
                    level: number,
                    id: id.clone(),
                });
            }
            let bound = full.min(together.unwrap_or(f64::INFINITY));
            let has = self.asked.chance(person);
            // What somebody lacks is the gap's business; a step must not say more than is proven, nor in the end something else than what people have.
            let record = self.asked.record;
            let is_other = (has - level.chance).abs() > record.gap.unwrap_or(0.0) + HARDLY;
            if level.chance > bound + super::SLACK || is_other && record.status == status::CERTIFIED {
                self.faults.push(Fault::Step {
                    level: number,
                    id: id.clone(),
                    stated: level.chance,
                    found: has,
                });
            }
            self.shortfall = self.shortfall.max(bound - has);
            least = least.min(bound);
            if level.chance <= NONE {
                let alone = match (&weighed, worth) {
                    (Some(weighed), Some(worth)) if worth > 0.0 => bound::alone(self.groups, weighed, worth),
                    _ => f64::INFINITY,
                };
                self.most[person] = Some(full.min(alone));
            }
            people.insert(person);
        }
        if level.chance > NONE {
            self.lowest.get_or_insert(least);
        }
        people.into_iter().for_each(|person| self.settled[person] = Some(level.chance));
    }

    /// What a group's people can have if it has all its seats.
    fn full(&self, group: usize) -> f64 {
        let group = &self.groups.groups[group];
        group.seats / group.size()
    }

    /// Leximin is about everybody. Who is not settled, because the search was stopped, could have all that their group can have.
    fn everybody(&mut self) {
        for (number, group) in self.groups.groups.iter().enumerate() {
            let full = self.full(number);
            for &person in group.people.iter().filter(|&&person| self.settled[person].is_none()) {
                self.shortfall = self.shortfall.max(full - self.asked.chance(person));
                if self.asked.record.status == status::CERTIFIED {
                    self.faults.push(Fault::Listed {
                        id: self.asked.record.pool[person].id.clone(),
                    });
                }
            }
        }
    }
}
