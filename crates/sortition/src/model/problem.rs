//! One question to the lottery: from whom, how many, under which conditions.

use std::collections::HashSet;

use super::{Classes, Pool, Quotas};

/// A selection to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What a panel must look like.
    pub quotas: Quotas,
    /// Who can be drawn.
    pub pool: Pool,
    /// Seats of a panel, those who are already selected among them.
    pub size: u32,
    /// At most one person of a household.
    pub one_per_household: bool,
    /// People of the pool who have a seat already: the panel is filled up around them. Ascending.
    pub selected: Vec<usize>,
    /// People of the pool who cannot be drawn, for example because they said no. Ascending.
    pub excluded: Vec<usize>,
    /// How many panels of the same kind are drawn at once, with nobody on two of them. With more than one nobody can be selected already.
    pub parallel: u32,
}

/// The problem contradicts itself before anything is calculated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// There is no feature, or one without values.
    NoFeatures,
    /// A person has not exactly one value of each feature.
    Values {
        /// Number of the person in the pool.
        person: usize,
    },
    /// A number of a person is outside the pool.
    Nobody {
        /// The number.
        person: usize,
    },
    /// More people are selected already than there are seats.
    TooManySelected {
        /// How many.
        selected: usize,
        /// For how many seats.
        size: u32,
    },
    /// Nothing is to be drawn.
    NoPanels,
    /// Several panels are drawn at once, and some people have a seat already: nobody says on which. Each panel is filled up by itself, with the others' members excluded.
    SelectedForSeveral {
        /// How many panels.
        panels: u32,
    },
}

impl Problem {
    /// One panel of the whole pool, without a rule about households.
    #[must_use]
    pub const fn new(quotas: Quotas, pool: Pool, size: u32) -> Self {
        Self {
            quotas,
            pool,
            size,
            one_per_household: false,
            selected: Vec::new(),
            excluded: Vec::new(),
            parallel: 1,
        }
    }

    /// Says whether the parts fit together at all. Whether the quotas can be met is another question.
    ///
    /// # Errors
    /// The first [`Unfit`].
    pub fn fits(&self) -> Result<(), Unfit> {
        let features = &self.quotas.features;
        if features.is_empty() || features.iter().any(|feature| feature.values.is_empty()) {
            return Err(Unfit::NoFeatures);
        }
        let is_whole = |values: &[u16]| {
            values.len() == features.len()
                && values
                    .iter()
                    .zip(features)
                    .all(|(&value, feature)| usize::from(value) < feature.values.len())
        };
        if let Some(person) = self.pool.people.iter().position(|person| !is_whole(&person.values)) {
            return Err(Unfit::Values { person });
        }
        if let Some(&person) = self
            .selected
            .iter()
            .chain(&self.excluded)
            .find(|&&person| person >= self.pool.people.len())
        {
            return Err(Unfit::Nobody { person });
        }
        if self.selected.len() > self.size as usize {
            return Err(Unfit::TooManySelected {
                selected: self.selected.len(),
                size: self.size,
            });
        }
        if self.parallel == 0 {
            return Err(Unfit::NoPanels);
        }
        if self.parallel > 1 && !self.selected.is_empty() {
            return Err(Unfit::SelectedForSeveral { panels: self.parallel });
        }
        Ok(())
    }

    /// Seats that are still to be drawn.
    #[must_use]
    pub fn open_seats(&self) -> u32 {
        self.size.saturating_sub(u32::try_from(self.selected.len()).unwrap_or(u32::MAX))
    }

    /// What is left of the quotas once those who are already selected are counted: nobody has to work this out by hand.
    #[must_use]
    pub fn open_quotas(&self) -> Quotas {
        let sizes: Vec<usize> = self.quotas.features.iter().map(|feature| feature.values.len()).collect();
        let kept = Pool {
            people: self.selected.iter().map(|&person| self.pool.people[person].clone()).collect(),
        }
        .counts(&sizes);
        self.quotas.map(|feature, value, quota| {
            let kept = kept[feature][value];
            let less = |number: u32| number.saturating_sub(kept);
            super::Quota {
                min: less(quota.min),
                max: less(quota.max),
                min_flex: less(quota.min_flex),
                max_flex: quota.max_flex.map(less),
            }
        })
    }

    /// The people who can still be drawn, ascending: not selected, not excluded, and with the household rule nobody who lives with somebody selected.
    #[must_use]
    pub fn drawable(&self) -> Vec<usize> {
        let people = &self.pool.people;
        let mut is_out = vec![false; people.len()];
        for &person in self.selected.iter().chain(&self.excluded) {
            if let Some(is_out) = is_out.get_mut(person) {
                *is_out = true;
            }
        }
        let selected = self.selected.iter().filter(|_| self.one_per_household);
        let housed: HashSet<&str> = selected.filter_map(|&person| people[person].household.as_deref()).collect();
        let lives_with_selected = |person: usize| {
            let household = people[person].household.as_deref();
            !housed.is_empty() && household.is_some_and(|household| housed.contains(household))
        };
        (0..people.len())
            .filter(|&person| !is_out[person] && !lives_with_selected(person))
            .collect()
    }

    /// The people in classes of those whom the conditions cannot tell apart. The parts must fit together ([`Problem::fits`]).
    #[must_use]
    pub fn classes(&self) -> Classes {
        Classes::of(self)
    }
}
