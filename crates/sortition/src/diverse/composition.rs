//! A panel as numbers of seats, and what exchanging a seat would change.

use super::setting::Setting;

/// Seats of each class, with everything that is counted kept up to date.
#[derive(Clone)]
pub(super) struct Composition<'s> {
    setting: &'s Setting,
    pub(super) seats: Vec<u32>,
    /// People too many or too few for the quotas.
    pub(super) breaches: i32,
    pub(super) excess: f64,
    /// For each quota, how many have it.
    quotas: Vec<u32>,
    /// For each profile, how many of those drawn have it.
    profiles: Vec<u32>,
    /// For each signature, how many of its households have a seat.
    homes: Vec<u32>,
    /// For each quota, what one person more or fewer changes.
    of_quota: Vec<Change<i32>>,
    /// For each profile, what one person more or fewer changes.
    of_profile: Vec<Change<f64>>,
}

#[derive(Clone, Copy, Default)]
struct Change<T> {
    more: T,
    fewer: T,
}

/// A seat taken from one class and given to another.
#[derive(Clone, Copy)]
pub(super) struct Exchange {
    pub(super) from: usize,
    pub(super) to: usize,
    /// What it changes in breaches, and then in excess.
    breaches: i32,
    excess: f64,
}

/// Smaller changes are none.
pub(super) const SLIGHT: f64 = 1e-9;

impl<'s> Composition<'s> {
    pub(super) fn new(setting: &'s Setting, seats: &[u32]) -> Self {
        let mut new = Self {
            setting,
            seats: seats.to_vec(),
            breaches: 0,
            excess: 0.0,
            quotas: vec![0; setting.quotas.len()],
            profiles: vec![0; setting.profiles.len()],
            homes: vec![0; setting.classes.signatures.len()],
            of_quota: vec![Change::default(); setting.quotas.len()],
            of_profile: vec![Change::default(); setting.profiles.len()],
        };
        for (class, &seats) in seats.iter().enumerate() {
            setting.quotas_of[class].iter().for_each(|&quota| new.quotas[quota] += seats);
            setting.profiles_of[class]
                .iter()
                .for_each(|&profile| new.profiles[profile] += seats);
            if let Some(signature) = setting.classes.classes[class].signature {
                new.homes[signature] += seats;
            }
        }
        (0..new.quotas.len()).for_each(|quota| new.weigh_quota(quota));
        (0..new.profiles.len()).for_each(|profile| new.weigh_profile(profile));
        let quotas = setting.quotas.iter().zip(&new.quotas);
        new.breaches = quotas
            .map(|(&(min, max), &people)| min.saturating_sub(people) as i32 + people.saturating_sub(max) as i32)
            .sum();
        let profiles = setting.profiles.iter().zip(&new.profiles);
        new.excess = setting.fixed + profiles.map(|(profile, &people)| profile.excess(people)).sum::<f64>();
        new
    }

    fn weigh_quota(&mut self, quota: usize) {
        let (people, (min, max)) = (self.quotas[quota], self.setting.quotas[quota]);
        self.of_quota[quota] = Change {
            more: i32::from(people >= max) - i32::from(people < min),
            fewer: i32::from(people <= min) - i32::from(people > max),
        };
    }

    fn weigh_profile(&mut self, profile: usize) {
        let (people, one) = (self.profiles[profile], &self.setting.profiles[profile]);
        let excess = one.excess(people);
        self.of_profile[profile] = Change {
            more: one.excess(people + 1) - excess,
            fewer: one.excess(people.saturating_sub(1)) - excess,
        };
    }

    /// Classes with a seat.
    pub(super) fn seated(&self) -> impl Iterator<Item = usize> {
        (0..self.seats.len()).filter(|&class| self.seats[class] > 0)
    }

    /// Whether a seat of `from` can be given to `to`, as far as there are people and households.
    pub(super) fn has_place(&self, from: usize, to: usize) -> bool {
        let classes = &self.setting.classes;
        let signature = classes.classes[to].signature;
        let has_home = |signature: usize| {
            classes.classes[from].signature == Some(signature) || (self.homes[signature] as usize) < classes.signatures[signature].len()
        };
        from != to && f64::from(self.seats[to]) < self.setting.polytope.seats[to] && signature.is_none_or(has_home)
    }

    /// What an exchange changes in breaches of the quotas, if that is at most so much. It can mend no more than there are, which ends most
    /// questions early.
    fn breaches_by(&self, from: usize, to: usize, most: i32) -> Option<i32> {
        let (mut sum, mut worse) = (0, 0);
        let setting = self.setting;
        for (&from, &to) in setting.quotas_of[from]
            .iter()
            .zip(&setting.quotas_of[to])
            .filter(|(from, to)| from != to)
        {
            let change = self.of_quota[from].fewer + self.of_quota[to].more;
            sum += change;
            worse += change.max(0);
            if worse - self.breaches > most {
                return None;
            }
        }
        (sum <= most).then_some(sum)
    }

    /// What an exchange changes in excess.
    fn excess_by(&self, from: usize, to: usize) -> f64 {
        let profiles = self.setting.profiles_of[from].iter().zip(&self.setting.profiles_of[to]);
        profiles
            .filter(|(from, to)| from != to)
            .map(|(&from, &to)| self.of_profile[from].fewer + self.of_profile[to].more)
            .sum()
    }

    /// The exchange of a seat of this class that lessens breaches most, and of equal ones excess most, if it lessens them more than the
    /// best so far. `None`: none does, and there is none so far.
    pub(super) fn best_exchange(&self, from: usize, mut best: Option<Exchange>) -> Option<Exchange> {
        for to in 0..self.seats.len() {
            let (breaches_so_far, excess_so_far) = best.map_or((0, 0.0), |best| (best.breaches, best.excess));
            let Some(breaches) = self.breaches_by(from, to, breaches_so_far) else {
                continue;
            };
            if !self.has_place(from, to) {
                continue;
            }
            let excess = self.excess_by(from, to);
            if breaches < breaches_so_far || excess < excess_so_far - SLIGHT {
                best = Some(Exchange {
                    from,
                    to,
                    breaches,
                    excess,
                });
            }
        }
        best
    }

    /// An exchange with what it changes.
    pub(super) fn exchange(&self, from: usize, to: usize) -> Exchange {
        Exchange {
            from,
            to,
            breaches: self.breaches_by(from, to, i32::MAX).unwrap_or_default(),
            excess: self.excess_by(from, to),
        }
    }

    pub(super) fn make(&mut self, exchange: Exchange) {
        let Exchange { from, to, .. } = exchange;
        let setting = self.setting;
        self.breaches += exchange.breaches;
        self.excess += exchange.excess;
        self.seats[from] -= 1;
        self.seats[to] += 1;
        if let Some(signature) = setting.classes.classes[from].signature {
            self.homes[signature] -= 1;
        }
        if let Some(signature) = setting.classes.classes[to].signature {
            self.homes[signature] += 1;
        }
        for (&fewer, &more) in setting.quotas_of[from].iter().zip(&setting.quotas_of[to]) {
            self.quotas[fewer] -= 1;
            self.quotas[more] += 1;
            self.weigh_quota(fewer);
            self.weigh_quota(more);
        }
        for (&fewer, &more) in setting.profiles_of[from].iter().zip(&setting.profiles_of[to]) {
            self.profiles[fewer] -= 1;
            self.profiles[more] += 1;
            self.weigh_profile(fewer);
            self.weigh_profile(more);
        }
    }
}
