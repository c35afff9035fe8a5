//! Whoever says stop gets what is known by then, and an honest word on how good it is.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod made_pools;
mod support;

use std::time::{Duration, Instant};

use made_pools::Made;
use sortition::fair::{Failure, Objective, Outcome, Phase, Status, Unwatched, Watch, fair};
use sortition::feasible::{conflict, for_everybody, relaxations, unreachable};
use sortition::lottery::uniform;
use sortition::model::Problem;
use support::is_panel;

const OBJECTIVES: [Objective; 5] = [
    Objective::Leximin,
    Objective::Maximin,
    Objective::Nash,
    Objective::Goldilocks { gamma: 1.0 },
    Objective::Minimax,
];

/// Says stop when it was asked so many times.
struct Patience {
    left: u32,
    parts: Vec<(Phase, f64)>,
    phase: Phase,
}

impl Patience {
    fn new(left: u32) -> Self {
        Self {
            left,
            parts: Vec::new(),
            phase: Phase::Types,
        }
    }
}

impl Watch for Patience {
    fn phase(&mut self, phase: Phase) {
        self.phase = phase;
    }

    fn progress(&mut self, part: f64) {
        self.parts.push((self.phase, part));
    }

    fn stop(&mut self) -> bool {
        self.left = self.left.saturating_sub(1);
        self.left == 0
    }
}

/// Says stop at a time.
struct Until(Instant);

impl Watch for Until {
    fn phase(&mut self, _: Phase) {}

    fn progress(&mut self, _: f64) {}

    fn stop(&mut self) -> bool {
        Instant::now() >= self.0
    }
}

fn is_sound(problem: &Problem, outcome: &Outcome) {
    for panel in &outcome.panels {
        assert_eq!(is_panel(problem, &panel.members), Ok(()));
    }
    let all: f64 = outcome.panels.iter().map(|panel| panel.probability).sum();
    assert!((all - 1.0).abs() < 1e-9);
    let seats: f64 = outcome.chances.iter().sum();
    assert!((seats - f64::from(problem.size)).abs() < 1e-6);
}

#[test]
fn stopped_at_any_moment_the_gap_tells_what_is_missing() {
    let problem = Made {
        housemates: 0.2,
        ..Made::new(7, 120, 15, &[2, 3, 4])
    }
    .problem();
    for objective in OBJECTIVES {
        let best = fair(&problem, objective, &mut Unwatched).unwrap();
        assert_eq!(best.status, Status::Certified);
        for patience in [1, 2, 3, 4, 6, 9, 14, 20, 30, 50, 80, 130, 200] {
            match fair(&problem, objective, &mut Patience::new(patience)) {
                Err(failure) => assert_eq!(failure, Failure::Stopped, "{objective:?} {patience}"),
                Ok(outcome) => {
                    is_sound(&problem, &outcome);
                    if outcome.status == Status::Certified {
                        assert!((outcome.value - best.value).abs() < 1e-4, "{objective:?} {patience}: {outcome:?}");
                    }
                    let missing = (best.value - outcome.value).abs();
                    assert!(
                        missing <= outcome.gap + 1e-6,
                        "{objective:?} {patience}: {missing} of {}",
                        outcome.gap
                    );
                }
            }
        }
    }
}

#[test]
fn a_time_limit_holds_on_a_large_pool() {
    let problem = Made::new(5, 20_000, 150, &[2, 6, 5, 4, 3, 2, 6, 3]).problem();
    for objective in OBJECTIVES {
        let (began, limit) = (Instant::now(), Duration::from_millis(300));
        if let Ok(outcome) = fair(&problem, objective, &mut Until(began + limit)) {
            is_sound(&problem, &outcome);
        }
        // Others may use the machine as well, hence the room.
        assert!(began.elapsed() < 4 * limit, "{objective:?}: {:?}", began.elapsed());
    }
}

#[test]
fn questions_about_feasibility_can_be_stopped_too() {
    let mut problem = Made::new(8, 400, 40, &[2, 5, 4, 6]).problem();
    problem.quotas.features[1].values[2].quota.min = 40;
    problem.quotas.features[2].values[1].quota.min = 30;
    let watch = || Patience::new(1);
    assert!(conflict(&problem, &mut watch()).is_none_or(|conflict| !conflict.minimal));
    assert!(unreachable(&problem, &mut watch()).is_empty());
    assert!(relaxations(&problem, 3, &mut watch()).is_err());
    assert!(for_everybody(&problem, &mut watch()).is_err());
}

#[test]
fn a_list_of_panels_can_be_stopped() {
    let problem = Made::new(7, 120, 15, &[2, 3, 4]).problem();
    let chances = fair(&problem, Objective::Leximin, &mut Unwatched).unwrap().chances;
    assert!(uniform(&problem, &chances, 100, &mut Patience::new(20)).is_none());
}

#[test]
fn every_phase_says_how_far_it_has_come() {
    let problem = Made::new(7, 300, 30, &[2, 3, 4, 5]).problem();
    let mut watch = Patience::new(u32::MAX);
    fair(&problem, Objective::Leximin, &mut watch).unwrap();
    for phase in [Phase::Chances, Phase::Panels] {
        let parts: Vec<f64> = watch.parts.iter().filter(|(of, _)| *of == phase).map(|(_, part)| *part).collect();
        assert!(
            parts.len() > 1 && parts.iter().all(|part| (0.0..=1.0).contains(part)),
            "{phase:?}: {parts:?}"
        );
    }
}
