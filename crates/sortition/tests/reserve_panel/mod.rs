//! Made-up pools with a panel, for the tests of reserves.

use sortition::model::{Feature, Person, Pool, Problem, Quota, Quotas, Value};
use sortition::random::Stream;

/// Quotas with these bounds.
pub(crate) fn quotas(features: &[&[(u32, u32)]]) -> Quotas {
    let value = |(number, &(min, max)): (usize, &(u32, u32))| Value {
        name: format!("v{number}"),
        quota: Quota::new(min, max),
    };
    let feature = |(number, values): (usize, &&[(u32, u32)])| Feature {
        name: format!("f{number}"),
        values: values.iter().enumerate().map(value).collect(),
    };
    Quotas {
        features: features.iter().enumerate().map(feature).collect(),
    }
}

/// People with these values; the household is a number, 0 for none.
pub(crate) fn pool(people: &[(&[u16], u32)]) -> Pool {
    let person = |(number, &(values, household)): (usize, &(&[u16], u32))| Person {
        id: format!("p{number:03}"),
        values: values.to_vec(),
        household: (household > 0).then(|| format!("home {household}")),
    };
    Pool {
        people: people.iter().enumerate().map(person).collect(),
    }
}

/// A pool of `n` with a feature of so many values each, unevenly spread, a panel of `k` of them, quotas around that panel with so much slack, and
/// probabilities to stay that depend on the first feature.
pub(crate) fn made_up(n: usize, k: usize, values: &[u16], slack: u32, numbers: &mut Stream) -> (Problem, Vec<usize>, Vec<f64>) {
    let uneven = |numbers: &mut Stream, values: u16| numbers.place(usize::from(values)).max(numbers.place(usize::from(values))) as u16;
    let people: Vec<Person> = (0..n)
        .map(|number| Person {
            id: format!("p{number:03}"),
            values: values.iter().map(|&values| uneven(numbers, values)).collect(),
            household: Some(format!("home {}", number / 2)),
        })
        .collect();
    let mut panel: Vec<usize> = (0..n).step_by(2).collect();
    numbers.sample(&mut panel, k);
    let pool = Pool { people };
    let sizes: Vec<usize> = values.iter().map(|&values| usize::from(values)).collect();
    let counts = Pool {
        people: panel.iter().map(|&person| pool.people[person].clone()).collect(),
    }
    .counts(&sizes);
    let bounds: Vec<Vec<(u32, u32)>> = counts
        .iter()
        .map(|values| values.iter().map(|&seats| (seats.saturating_sub(slack), seats + slack)).collect())
        .collect();
    let quotas = quotas(&bounds.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let stay = panel
        .iter()
        .map(|&person| [0.6, 0.8, 0.95][usize::from(pool.people[person].values[0]).min(2)])
        .collect();
    (Problem::new(quotas, pool, k as u32), panel, stay)
}
