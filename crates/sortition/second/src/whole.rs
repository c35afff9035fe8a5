//! Whole panels: integer programmes with a column of zero or one for each person (on each panel, where several are drawn at once).

use std::num::NonZeroU32;

use highs::{Col, HighsModelStatus, Model, RowProblem, Sense};

use crate::conditions::Conditions;
use crate::opinion::Verdict;

/// Branches of a search before it is given up. Not a time, so that the opinion is the same on every machine.
const NODES: i32 = 50_000;
/// HiGHS lets conditions be broken by this much; its own default would hide what is looked for here.
pub(crate) const FEASIBLE: f64 = 1e-9;
/// Worth more than what is allowed, in units of the dearest seat, by less than this is a matter of rounding.
const ROUNDING: f64 = 1e-6;

/// What a search ends with.
pub(crate) enum Answer {
    /// The people of a panel; of all, where several are drawn at once.
    Panel(Vec<usize>),
    /// There is none: proven.
    None,
    /// The search was given up.
    Open,
}

impl Answer {
    /// The verdict where a panel is claimed to exist.
    pub(crate) fn verdict_where_there_is_one(&self) -> Verdict {
        match self {
            Self::Panel(_) => Verdict::Agrees,
            Self::None => Verdict::Impossible,
            Self::Open => Verdict::Open,
        }
    }
}

/// A panel.
pub(crate) fn panel(conditions: &Conditions) -> Answer {
    search(conditions, &[], f64::NEG_INFINITY)
}

/// Whether no whole panel is worth more than `most`, where each person's seat has a worth. `slack` of worth is no matter.
pub(crate) fn no_more_than(conditions: &Conditions, worth: &[f64], most: f64, slack: f64) -> Verdict {
    let dearest = worth.iter().fold(0.0_f64, |most, worth| most.max(worth.abs()));
    if dearest <= 0.0 {
        return Verdict::same(most.min(0.0), 0.0, slack);
    }
    let scaled: Vec<f64> = worth.iter().map(|worth| worth / dearest).collect();
    match search(conditions, &scaled, (most + slack) / dearest + ROUNDING) {
        Answer::None => Verdict::Agrees,
        Answer::Open => Verdict::Open,
        Answer::Panel(panel) => Verdict::Refuted {
            worth: panel.iter().map(|&person| worth[person]).sum(),
            panel,
            most,
        },
    }
}

/// A panel with at least so much worth. That it is a question and not a maximum spares HiGHS the search among panels that are all the same.
fn search(conditions: &Conditions, worth: &[f64], least: f64) -> Answer {
    let mut programme = RowProblem::new();
    let mut seats: Vec<Vec<(usize, Col)>> = Vec::new();
    for _ in 0..conditions.panels {
        let column = |person: &usize| (*person, programme.add_integer_column(0.0, 0..=1));
        let of_panel: Vec<(usize, Col)> = conditions.drawable.iter().map(column).collect();
        let mut place = vec![None; conditions.pool];
        for &(person, column) in &of_panel {
            place[person] = Some(column);
        }
        for condition in &conditions.panel {
            let entries: Vec<(Col, f64)> = condition.people.iter().filter_map(|&person| Some((place[person]?, 1.0))).collect();
            programme.add_row(condition.low..=condition.high, entries);
        }
        seats.push(of_panel);
    }
    let mut of_person: Vec<Vec<Col>> = vec![Vec::new(); conditions.pool];
    for &(person, column) in seats.iter().flatten() {
        of_person[person].push(column);
    }
    let all_seats = |people: &[usize]| -> Vec<(Col, f64)> {
        people
            .iter()
            .flat_map(|&person| &of_person[person])
            .map(|&column| (column, 1.0))
            .collect()
    };
    for household in &conditions.households {
        programme.add_row(..=1, all_seats(household));
    }
    if conditions.panels > 1 {
        for &person in &conditions.drawable {
            programme.add_row(..=1, all_seats(&[person]));
        }
    }
    if least > f64::NEG_INFINITY {
        let entries: Vec<(Col, f64)> = seats.iter().flatten().map(|&(person, column)| (column, worth[person])).collect();
        programme.add_row(least.., entries);
    }
    let solved = model(programme, Sense::Minimise).solve();
    match solved.status() {
        HighsModelStatus::Infeasible => Answer::None,
        HighsModelStatus::Optimal => {
            let solution = solved.get_solution();
            let mut panel: Vec<usize> = seats
                .iter()
                .flatten()
                .filter(|&&(_, column)| solution[column] > 0.5)
                .map(|&(person, _)| person)
                .collect();
            panel.sort_unstable();
            // What HiGHS calls a panel is believed only when it is one.
            if conditions.hold(&panel) {
                Answer::Panel(panel)
            } else {
                Answer::Open
            }
        }
        // Without anybody to draw there is nothing to solve, and a panel of nobody is a panel if it may be empty.
        HighsModelStatus::ModelEmpty if conditions.hold(&[]) => Answer::Panel(Vec::new()),
        HighsModelStatus::ModelEmpty => Answer::None,
        _ => Answer::Open,
    }
}

/// A programme as it is always solved: quietly, exactly, and the same way each time.
pub(crate) fn model(programme: RowProblem, sense: Sense) -> Model {
    let mut model = programme.optimise(sense);
    model.make_quiet();
    model.set_threads(NonZeroU32::MIN);
    model.set_option("primal_feasibility_tolerance", FEASIBLE);
    model.set_option("dual_feasibility_tolerance", FEASIBLE);
    model.set_option("mip_feasibility_tolerance", FEASIBLE);
    model.set_option("mip_max_nodes", NODES);
    model
}
