//! Diversimax: one panel, as mixed as possible. *No lottery.*
//!
//! Quotas look at one feature at a time: they are met by a panel whose young people are all women. This way looks at several together.
//! Every set of features with so few *profiles* (one value of each) that a panel can hold them all is to have each profile equally often;
//! how far a panel is from that is
//!
//! ```text
//! Σ over sets of features  Σ over their profiles  |people with the profile − seats / profiles|
//! ```
//!
//! and the panel with the least sum wins, among those that obey the quotas and the household rule. The Sortition Foundation offers this
//! under the name *diversimax*. Which sets count: those with at most as many profiles as there are seats, and at least two people of the
//! pool to a profile; at most 50, those of few features before those of more, and by lot among those of equally many.
//!
//! # What it does not promise
//!
//! *Nobody has a chance that could be named.* The panel is calculated. Chance decides among people whom the conditions cannot tell apart,
//! and where the search begins, which may matter if several panels are equally good; but who is the only one with a rare combination of
//! values sits on nearly every such panel, and who has a common one may sit on none, ever. It must not be called a lottery, and there is no
//! [list](crate::read::Algorithm::gives_list) of such panels to draw one from. How unequal chances are where nobody sets them is in the
//! table of [legacy](crate::greedy).
//!
//! *It does not mirror the population.* The aim is equal numbers, not the proportions of the pool or of the country; only the quotas know
//! those.
//!
//! *It draws one panel at a time.* Panels at once, with nobody on two of them, are refused.
//!
//! # How the panel is found
//!
//! Where a profile's share `t = seats / profiles` is not whole, no panel has it; what cannot be avoided is taken off beforehand. A set
//! costs at least `2 r (1 − r / profiles)`, `r` being the rest of the division, and on top of that, because all its profiles together have
//! all seats, `2 (1 − r / profiles)` for each person below `⌊t⌋` and `2 r / profiles` above `⌈t⌉`, or 1 for each if `r` is 0. This *excess*
//! is small numbers of whole units. It is searched over classes of interchangeable people, from many whole panels, by exchanges of one seat
//! and of two, and bounded from below by a linear programme. The gap between the two is told.

mod bound;
mod composition;
mod search;
mod seating;
mod setting;
mod subsets;

use crate::fair::{Phase, Watch};
use crate::integer::Integer;
use crate::model::{Problem, Unfit};
use crate::random::Stream;
use search::Search;
use setting::Setting;

/// How often the search begins anew where nothing else is said.
pub const STARTS: u32 = 4;

/// A mixed panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Diverse {
    /// Numbers in the pool of those who get seats, ascending; those who were selected already are not among them.
    pub members: Vec<usize>,
    /// How far the panel, with those who were selected already, is from equal numbers of all profiles: people too many or too few, summed
    /// over all sets.
    pub value: f64,
    /// No panel has a lower value.
    pub bound: f64,
    /// The sets that counted, as numbers of features, in the order of their size.
    pub subsets: Vec<Vec<usize>>,
}

impl Diverse {
    /// How far from the best the panel can be, as a part of its value.
    #[must_use]
    pub fn gap(&self) -> f64 {
        (self.value - self.bound) / self.value.max(1.0)
    }
}

/// Why there is no panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The problem contradicts itself.
    Unfit(Unfit),
    /// Several panels at once are no question for this way.
    Parallel {
        /// How many were asked for.
        panels: u32,
    },
    /// No panel obeys the quotas: proven.
    NoPanel,
    /// Stopped before any panel was found.
    Stopped,
}

impl From<Unfit> for Failure {
    fn from(unfit: Unfit) -> Self {
        Self::Unfit(unfit)
    }
}

/// A panel as mixed as possible, searched from so many starts; with none it is any panel. Stopped before, it is the best so far.
///
/// # Errors
/// [`Failure`].
pub fn diverse(problem: &Problem, starts: u32, stream: &mut Stream, watch: &mut dyn Watch) -> Result<Diverse, Failure> {
    problem.fits()?;
    if problem.parallel != 1 {
        return Err(Failure::Parallel { panels: problem.parallel });
    }
    watch.phase(Phase::Types);
    let (problem, order) = problem.by_id();
    let subsets = subsets::subsets(&problem, stream);
    let setting = Setting::new(&problem, &subsets);
    watch.phase(Phase::Panels);
    let first = some_panel(&setting, watch)?;
    let bound = bound::bound(&setting, watch);
    let mut search = Search::new(&setting, &first, bound.excess);
    search.go(starts, &bound.near, stream, watch);
    watch.phase(Phase::Deal);
    let mut members: Vec<usize> = seating::seats(&setting.classes, search.best(), stream)
        .into_iter()
        .map(|place| order[place])
        .collect();
    members.sort_unstable();
    Ok(Diverse {
        members,
        value: setting.least + search.excess(),
        bound: setting.least + bound.excess.min(search.excess()),
        subsets,
    })
}

/// A first panel, or the proof that there is none.
fn some_panel(setting: &Setting, watch: &mut dyn Watch) -> Result<Vec<u32>, Failure> {
    let mut integer = Integer::new(&setting.polytope);
    let mut nodes = 1000;
    loop {
        let found = integer.better(f64::NEG_INFINITY, nodes);
        match found.panel {
            Some((panel, _)) => return Ok(panel),
            None if found.bound == f64::NEG_INFINITY => return Err(Failure::NoPanel),
            None if watch.stop() => return Err(Failure::Stopped),
            None => nodes *= 4,
        }
    }
}
