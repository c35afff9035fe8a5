//! The same question, asked of a pool in another order.

use super::{Pool, Problem};

impl Problem {
    /// The same problem with the pool in the order of ids, and for each place of it the number of the person here. What is drawn from it
    /// does not depend on how somebody has sorted the file. For problems that [fit](Problem::fits).
    pub(crate) fn by_id(&self) -> (Self, Vec<usize>) {
        let people = &self.pool.people;
        let mut order: Vec<usize> = (0..people.len()).collect();
        order.sort_by(|&one, &other| people[one].id.cmp(&people[other].id));
        let mut place = vec![0; order.len()];
        for (at, &person) in order.iter().enumerate() {
            place[person] = at;
        }
        let moved = |numbers: &[usize]| {
            let mut moved: Vec<usize> = numbers.iter().map(|&person| place[person]).collect();
            moved.sort_unstable();
            moved
        };
        let sorted = Self {
            quotas: self.quotas.clone(),
            pool: Pool {
                people: order.iter().map(|&person| people[person].clone()).collect(),
            },
            selected: moved(&self.selected),
            excluded: moved(&self.excluded),
            ..*self
        };
        (sorted, order)
    }
}
