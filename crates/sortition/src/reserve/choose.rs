//! Choosing the reserve.

use super::bound::bound;
use super::cases::cases;
use super::loss::Loss;
use super::search::Search;
use super::setting::{Setting, Unreservable, distinct};
use super::{baselines, lot};
use crate::model::Problem;
use crate::random::{Seed, Stream};

/// What is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Pool, quotas and household rule.
    pub problem: &'a Problem,
    /// The panel: numbers in the pool.
    pub panel: &'a [usize],
    /// The probability of each member of the panel to stay, from 0 to 1.
    pub stay: &'a [f64],
    /// How many the reserve has at most.
    pub most: u32,
    /// What is to be small.
    pub loss: Loss,
    /// How many futures are made up. 300 is usual.
    pub samples: u32,
    /// How much work is spent: exchanges of the search, and a fifth of that in rounds for the bound. 200 is usual.
    pub effort: u32,
}

/// The part of one kind of people in a reserve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindReserve {
    /// For each feature, the number of the value.
    pub values: Vec<u16>,
    /// The candidates of the kind: numbers in the pool, by id. With the household rule, people who live with other candidates are a kind of
    /// their own.
    pub people: Vec<usize>,
    /// How many of them are in the reserve. Who they are was decided by lot, so each had the chance `reserves / people`.
    pub reserves: u32,
}

impl KindReserve {
    /// The chance that a person of the kind had to be in the reserve.
    #[must_use]
    pub fn chance(&self) -> f64 {
        f64::from(self.reserves) / self.people.len().max(1) as f64
    }
}

/// A reserve, and how good it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Reserve {
    /// Numbers in the pool, ascending. None of them lives with somebody of the panel or with another of the reserve, if that is the rule.
    pub people: Vec<usize>,
    /// All candidates by kind.
    pub kinds: Vec<KindReserve>,
    /// The mean loss over the futures with this reserve, the best people stepping in each time.
    pub loss: f64,
    /// No reserve of this size has a smaller mean loss over the same futures. What lies between is not known: part of it may be the price
    /// of whole people, which the bound cuts up.
    pub bound: f64,
    /// The mean loss if nobody steps in.
    pub loss_without: f64,
}

impl Reserve {
    /// How much better another reserve could be at most, over the same futures.
    #[must_use]
    pub fn gap(&self) -> f64 {
        (self.loss - self.bound).max(0.0)
    }
}

/// When exchanges gain nothing any more, every second person of the reserve is taken out and it grows again; then every third.
const FRESH_STARTS: [u32; 2] = [2, 3];

/// Chooses a reserve.
///
/// Futures are made up from the stream `reserve/dropouts` of the seed. How many of each kind are in the reserve is searched for, from a
/// reserve that grows by what gains most and from the simpler ways ([`nearest`](super::nearest), [`scaled`](super::scaled)), by exchanging
/// one person after another. Over the same futures it is never worse than those, as far as the search can tell. Which people of a kind come
/// in is decided by the stream `reserve/people`. The order of the pool does not matter.
///
/// # Errors
/// If numbers or probabilities do not fit, or no futures are wanted.
pub fn choose(wanted: &Wanted<'_>, seed: &Seed) -> Result<Reserve, Unreservable> {
    let setting = Setting::new(wanted.problem, wanted.panel)?;
    let stay = setting.stays(wanted.stay)?;
    if wanted.samples == 0 {
        return Err(Unreservable::NoSamples);
    }
    let cases = cases(&setting, &stay, wanted.samples, &mut seed.stream("reserve/dropouts"));
    let search = |reserve: Vec<u32>| Search::new(&setting, &cases, wanted.loss, wanted.most, reserve);
    let none = vec![0; setting.kinds.len()];
    let mut empty = search(none);
    let loss_without = empty.mean_loss();
    empty.grow();
    let simpler = [
        Some(baselines::nearest_numbers(&setting, &stay, wanted.most)),
        baselines::scaled_numbers(&setting, wanted.most),
    ];
    let mut starts = vec![empty];
    starts.extend(simpler.into_iter().flatten().map(search));
    starts.iter_mut().for_each(Search::grow);
    starts.sort_by(|one, other| one.value().total_cmp(&other.value()));
    let mut best = starts.swap_remove(0);
    best.climb(wanted.effort);
    for every in FRESH_STARTS {
        let mut other = best.clone();
        other.thin(every);
        other.grow();
        other.climb(wanted.effort);
        if other.value() < best.value() {
            best = other;
        }
    }
    let loss = best.mean_loss();
    let rounds = wanted.effort.div_ceil(5);
    let bound = if loss > 0.0 {
        bound(&setting, &cases, wanted.loss, wanted.most, &best.reserve, rounds).min(loss)
    } else {
        0.0
    };
    let people = lot::people(&setting, &best.reserve, &mut seed.stream("reserve/people"));
    let of_pool = |person: usize| wanted.problem.pool.people[person].values.clone();
    let kinds = setting.kinds.iter().zip(&best.reserve).map(|(kind, &reserves)| KindReserve {
        values: of_pool(kind.people[0]),
        people: kind.people.clone(),
        reserves,
    });
    Ok(Reserve {
        people,
        kinds: kinds.collect(),
        loss,
        bound,
        loss_without,
    })
}

/// The mean loss of any reserve over new futures, the best people stepping in each time. People of the reserve who may not step in are left
/// out.
///
/// # Errors
/// If numbers or probabilities do not fit, or no futures are wanted.
pub fn expected_loss(
    problem: &Problem,
    panel: &[usize],
    stay: &[f64],
    reserve: &[usize],
    loss: Loss,
    samples: u32,
    stream: &mut Stream,
) -> Result<f64, Unreservable> {
    let setting = Setting::new(problem, panel)?;
    let stay = setting.stays(stay)?;
    distinct(reserve, problem.pool.people.len())?;
    if samples == 0 {
        return Err(Unreservable::NoSamples);
    }
    let cases = cases(&setting, &stay, samples, stream);
    let numbers = setting.numbers(reserve);
    let most = numbers.iter().sum();
    Ok(Search::new(&setting, &cases, loss, most, numbers).mean_loss())
}
