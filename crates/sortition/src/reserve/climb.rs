//! The reserve, improved one person at a time.

use super::refill::SLIGHT;
use super::search::Search;

/// So many of the most promising are tried instead of somebody.
const TRIED: usize = 3;

impl Search<'_> {
    /// Fills the reserve up with the kind that gains most, one after another. When nothing is gained any more, the rest mirrors those who
    /// are expected to drop out, against futures that were not made up.
    pub(super) fn grow(&mut self) {
        while self.reserve.iter().sum::<u32>() < self.most {
            let kind = match self.promising().first() {
                Some(&(kind, gain)) if gain > SLIGHT => kind,
                Some(_) => match self.mirroring() {
                    Some(kind) => kind,
                    None => return,
                },
                None => return,
            };
            self.add(kind);
        }
    }

    /// The kind whose values are most lacking in the reserve, compared with those who drop out.
    fn mirroring(&self) -> Option<usize> {
        let mut lacking = vec![0.0; self.setting.counts.len()];
        let mut dropped = 0.0;
        for case in self.cases {
            dropped += case.times * f64::from(case.open);
            for (lacking, (&seats, &left)) in lacking.iter_mut().zip(self.setting.seats.iter().zip(&case.left)) {
                *lacking += case.times * f64::from(seats - left);
            }
        }
        if dropped > 0.0 {
            lacking.iter_mut().for_each(|lacking| *lacking *= f64::from(self.most) / dropped);
        }
        for (kind, &number) in self.setting.kinds.iter().zip(&self.reserve) {
            kind.counts.iter().for_each(|&count| lacking[count] -= f64::from(number));
        }
        let need = |kind: usize| -> f64 {
            let counts = &self.setting.kinds[kind].counts;
            counts.iter().map(|&count| lacking[count] * self.setting.counts[count].weight).sum()
        };
        let places = (0..self.reserve.len()).filter(|&kind| self.has_place(kind));
        places
            .map(|kind| (kind, need(kind)))
            .reduce(|best, one| if one.1 > best.1 + SLIGHT { one } else { best })
            .map(|(kind, _)| kind)
    }

    /// Exchanges one person of the reserve for one outside as long as that gains something, at most `most` times.
    pub(super) fn climb(&mut self, most: u32) {
        let kinds = self.reserve.len();
        let mut exchanges = 0;
        let (mut out, mut in_vain) = (0, 0);
        while in_vain < kinds && exchanges < most && self.value() > SLIGHT {
            match self.exchange(out % kinds) {
                Some(better) => {
                    *self = better;
                    in_vain = 0;
                    exchanges += 1;
                }
                None => in_vain += 1,
            }
            out += 1;
        }
    }

    /// The search with one of the kind exchanged for another, if that is better.
    fn exchange(&self, out: usize) -> Option<Self> {
        if self.reserve[out] == 0 {
            return None;
        }
        let value = self.value();
        let mut without = self.clone();
        without.remove(out);
        // The gain by a single change in each future is a good guess where to begin.
        for (kind, _) in without
            .promising()
            .into_iter()
            .filter(|&(kind, gain)| kind != out && gain > SLIGHT)
            .take(TRIED)
        {
            let mut exchanged = without.clone();
            exchanged.add(kind);
            if exchanged.value() < value - SLIGHT {
                return Some(exchanged);
            }
        }
        None
    }
}
