//! Which sets of features count.

use crate::model::Problem;
use crate::random::Stream;

/// Most sets.
const MOST: usize = 50;
/// Fewest people of the pool to a profile.
const PEOPLE: usize = 2;

/// The sets that count, in the order of their size and then of the quotas. For a problem in the order of ids, because lots may be drawn.
pub(super) fn subsets(problem: &Problem, stream: &mut Stream) -> Vec<Vec<usize>> {
    let people = problem.drawable().len() + problem.selected.len();
    let most_profiles = (people / PEOPLE).min(problem.size as usize);
    let values: Vec<usize> = problem.quotas.features.iter().map(|feature| feature.values.len()).collect();
    let profiles = |subset: &[usize]| {
        let sizes = subset.iter().map(|&feature| values[feature]);
        sizes.fold(1_usize, usize::saturating_mul)
    };
    let mut subsets: Vec<Vec<usize>> = Vec::new();
    // Every part of a set that counts has fewer profiles, so that sets of a size are found by adding a feature to those of one less.
    let mut of_size: Vec<Vec<usize>> = vec![Vec::new()];
    while subsets.len() < MOST && !of_size.is_empty() {
        let larger = |subset: &Vec<usize>| {
            let next = subset.last().map_or(0, |last| last + 1);
            let subset = subset.clone();
            (next..values.len()).map(move |feature| subset.iter().copied().chain([feature]).collect::<Vec<usize>>())
        };
        of_size = of_size
            .iter()
            .flat_map(larger)
            .filter(|subset| profiles(subset) <= most_profiles)
            .collect();
        let mut counting = of_size.clone();
        let free = MOST - subsets.len();
        if counting.len() > free {
            stream.sample(&mut counting, free);
            counting.sort_unstable();
        }
        subsets.extend(counting);
    }
    subsets
}
