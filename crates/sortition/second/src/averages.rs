//! Average panels: linear programmes with a column for each person's chance.

use highs::{Col, HighsModelStatus, Model, RowProblem, Sense, SolvedModel};
use sortition::fair::{Objective, Outcome, Proof};
use sortition::model::Classes;

use crate::TOLERANCE;
use crate::conditions::{Conditions, count};
use crate::opinion::{Claim, Opinion, Verdict};
use crate::whole::model;

/// Lower chances are none.
pub(crate) const NONE: f64 = 1e-9;

/// The average panels that obey the quotas and what was learnt.
struct Averages {
    programme: RowProblem,
    /// For each person of the pool, the chance.
    chance: Vec<Option<Col>>,
}

impl Averages {
    fn of(conditions: &Conditions, classes: &Classes, proof: &Proof, cap: f64) -> Self {
        let mut programme = RowProblem::new();
        let mut chance = vec![None; conditions.pool];
        for &person in &conditions.drawable {
            chance[person] = Some(programme.add_column(0.0, 0.0..=cap));
        }
        let all = |people: &[usize]| -> Vec<(Col, f64)> { people.iter().filter_map(|&person| Some((chance[person]?, 1.0))).collect() };
        let panels = count(conditions.panels);
        for condition in &conditions.panel {
            programme.add_row(condition.low * panels..=condition.high * panels, all(&condition.people));
        }
        for household in &conditions.households {
            programme.add_row(..=1, all(household));
        }
        for (factors, most) in &proof.learnt {
            let of_class = |&(class, factor): &(usize, f64)| {
                all(&classes.classes[class].people)
                    .into_iter()
                    .map(move |(column, _)| (column, factor))
            };
            programme.add_row(..=*most, factors.iter().flat_map(of_class).collect::<Vec<_>>());
        }
        Self { programme, chance }
    }

    fn columns(&self) -> impl Iterator<Item = (usize, Col)> {
        self.chance
            .iter()
            .enumerate()
            .filter_map(|(person, &column)| Some((person, column?)))
    }
}

/// The highest chance, for the objectives that look at it.
pub(crate) fn spread(conditions: &Conditions, classes: &Classes, outcome: &Outcome) -> Option<Opinion> {
    let gamma = match outcome.objective {
        Objective::Minimax => None,
        Objective::Goldilocks { gamma } => Some(gamma),
        Objective::Leximin | Objective::Maximin | Objective::Nash => return None,
    };
    let averages = Averages::of(conditions, classes, &outcome.proof, 1.0);
    let columns: Vec<(usize, Col)> = averages.columns().collect();
    let mut programme = averages.programme;
    let even = conditions.panel[0].low * count(conditions.panels) / count(conditions.drawable.len());
    let highest = programme.add_column(gamma.map_or(1.0, |_| 1.0 / even), 0.0..=1.0);
    for &(_, chance) in &columns {
        programme.add_row(..=0.0, [(chance, 1.0), (highest, -1.0)]);
    }
    let mut constant = 0.0;
    if let Some(gamma) = gamma {
        // γ·even/m is convex in the lowest chance m, so its tangent at the engine's m lies below it everywhere and touches it there: the
        // least of the tangent's programme is below every lottery's value, and is the engine's if that is the least.
        let at = outcome.figures.min;
        constant = 2.0 * gamma * even / at;
        let lowest = programme.add_column(-gamma * even / (at * at), 0.0..=1.0);
        for &(_, chance) in columns.iter().filter(|&&(person, _)| outcome.chances[person] > NONE) {
            programme.add_row(0.0.., [(chance, 1.0), (lowest, -1.0)]);
        }
    }
    let solved = model(programme, Sense::Minimise).solve();
    let verdict = verdict(&solved, outcome.value - constant, TOLERANCE * outcome.value.max(1.0));
    Some(Opinion::new(Claim::Spread, verdict))
}

/// Each level in turn: that it cannot be higher, and that those who are fixed there cannot have more.
pub(crate) fn levels(conditions: &Conditions, classes: &Classes, outcome: &Outcome) -> Vec<Opinion> {
    let proof = &outcome.proof;
    let averages = Averages::of(conditions, classes, proof, proof.cap);
    let columns: Vec<(usize, Col)> = averages.columns().collect();
    let mut programme = averages.programme;
    let level = programme.add_column(0.0, 0.0..=1.0);
    // Nobody has less than the level, but for those with leave: who is fixed gets it.
    let mut leave = vec![None; conditions.pool];
    for &(person, chance) in &columns {
        let own = programme.add_column(0.0, 0.0..=0.0);
        programme.add_row(0.0.., [(chance, 1.0), (own, 1.0), (level, -1.0)]);
        leave[person] = Some((chance, own));
    }
    let mut model = model(programme, Sense::Maximise);
    let mut opinions = Vec::new();
    for (number, (chance, fixed, _)) in proof.levels.iter().enumerate() {
        let fixed: Vec<(Col, Col)> = fixed
            .iter()
            .flat_map(|&class| &classes.classes[class].people)
            .filter_map(|&person| leave[person])
            .collect();
        model.change_column_cost(level, 1.0);
        let solved = model.solve();
        opinions.push(Opinion::new(Claim::Level(number), verdict(&solved, *chance, TOLERANCE)));

        model = Model::from(solved);
        model.change_column_cost(level, 0.0);
        model.change_column_bounds(level, *chance..=1.0);
        for &(column, _) in &fixed {
            model.change_column_cost(column, 1.0);
        }
        let solved = model.solve();
        let together = chance * count(fixed.len());
        opinions.push(Opinion::new(Claim::Fixed(number), verdict(&solved, together, TOLERANCE)));

        model = Model::from(solved);
        model.change_column_bounds(level, 0.0..=1.0);
        for (column, own) in fixed {
            model.change_column_cost(column, 0.0);
            model.change_column_bounds(column, *chance..=proof.cap.max(*chance));
            model.change_column_bounds(own, 0.0..=1.0);
        }
    }
    opinions
}

fn verdict(solved: &SolvedModel, claimed: f64, tolerance: f64) -> Verdict {
    match solved.status() {
        HighsModelStatus::Optimal => Verdict::same(claimed, solved.objective_value(), tolerance),
        HighsModelStatus::Infeasible | HighsModelStatus::UnboundedOrInfeasible => Verdict::Impossible,
        _ => Verdict::Open,
    }
}
