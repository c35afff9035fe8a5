//! How many answers come, as a distribution.
//!
//! If every letter is answered with the same chance, independently of the others, the answers are binomially distributed. If that chance is
//! itself only known from earlier letters, `a` answers to `n` of them, it has the distribution Beta(a + ½, n − a + ½) (H. Jeffreys, *An
//! invariant form for the prior probability in estimation problems*, 1946), and the answers are beta-binomially distributed: wider, and
//! honestly so. Probabilities are computed exactly up to rounding, by the ratio of each to the one before, starting where most of the
//! probability is; what is less than 10⁻¹⁵ of the largest one is left out.

use super::Unsuited;

/// What is left out at the ends of a distribution.
const TAIL: f64 = 1e-15;

/// How likely it is that a letter is answered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Response {
    /// A rate that is taken as known, such as 0.015.
    Known(f64),
    /// As in an earlier round of letters.
    Counted {
        /// How many letters there were; at least 1.
        letters: u64,
        /// How many of them were answered.
        answers: u64,
    },
}

impl Response {
    /// The expected rate.
    #[must_use]
    pub fn rate(self) -> f64 {
        match self {
            Self::Known(rate) => rate,
            Self::Counted { letters, answers } => (answers as f64 + 0.5) / (letters as f64 + 1.0),
        }
    }

    pub(super) fn check(self) -> Result<Self, Unsuited> {
        match self {
            Self::Known(rate) => Unsuited::rate(rate).map(|_| self),
            Self::Counted { letters, answers } if letters == 0 || answers > letters => Err(Unsuited::Rate {
                rate: answers as f64 / letters as f64,
            }),
            Self::Counted { .. } => Ok(self),
        }
    }

    /// The probability of `k + 1` answers divided by that of `k`.
    fn ratio(self, k: u64, letters: u64) -> f64 {
        let (k, n) = (k as f64, letters as f64);
        let ways = (n - k) / (k + 1.0);
        match self {
            Self::Known(rate) => ways * (rate / (1.0 - rate)),
            Self::Counted { letters, answers } => {
                let (yes, no) = (answers as f64 + 0.5, (letters - answers) as f64 + 0.5);
                ways * (k + yes) / (n - k - 1.0 + no)
            }
        }
    }
}

/// The distribution of a number of answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    from: u64,
    /// Of `from`, `from + 1`, and so on. They add up to 1.
    chances: Vec<f64>,
}

impl Answers {
    /// Certainly so many.
    #[must_use]
    pub fn certainly(answers: u64) -> Self {
        Self {
            from: answers,
            chances: vec![1.0],
        }
    }

    /// The answers to so many letters.
    ///
    /// # Errors
    /// If the rate cannot be one.
    pub fn to(letters: u64, response: Response) -> Result<Self, Unsuited> {
        match response.check()? {
            _ if letters == 0 => return Ok(Self::certainly(0)),
            Response::Known(0.0) => return Ok(Self::certainly(0)),
            Response::Known(1.0) => return Ok(Self::certainly(letters)),
            _ => {}
        }
        let start = ((letters as f64 * response.rate()).floor() as u64).min(letters);
        let mut up = vec![1.0];
        let (mut chance, mut largest) = (1.0, 1.0f64);
        for k in start..letters {
            let ratio = response.ratio(k, letters);
            chance *= ratio;
            largest = largest.max(chance);
            if ratio < 1.0 && chance < TAIL * largest {
                break;
            }
            up.push(chance);
        }
        let mut down = Vec::new();
        chance = 1.0;
        for k in (0..start).rev() {
            let ratio = response.ratio(k, letters);
            chance /= ratio;
            largest = largest.max(chance);
            if ratio > 1.0 && chance < TAIL * largest {
                break;
            }
            down.push(chance);
        }
        let from = start - down.len() as u64;
        down.reverse();
        down.append(&mut up);
        Ok(Self { from, chances: down }.trimmed())
    }

    /// The sum of two independent numbers of answers.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let mut chances = vec![0.0; self.chances.len() + other.chances.len() - 1];
        for (at, one) in self.chances.iter().enumerate() {
            for (sum, other) in chances[at..].iter_mut().zip(&other.chances) {
                *sum += one * other;
            }
        }
        Self {
            from: self.from + other.from,
            chances,
        }
        .trimmed()
    }

    /// The mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.chances
            .iter()
            .enumerate()
            .map(|(at, chance)| (self.from + at as u64) as f64 * chance)
            .sum()
    }

    /// The chance of `answers` or more.
    #[must_use]
    pub fn at_least(&self, answers: u64) -> f64 {
        if answers <= self.from {
            return 1.0;
        }
        let skip = usize::try_from(answers - self.from).unwrap_or(usize::MAX);
        // From the small end, for precision, and never more than 1.
        self.chances.iter().skip(skip).rev().sum::<f64>().min(1.0)
    }

    /// The central interval that holds the number with at least probability `level`: no more than half of the rest is below it, and no more
    /// than half above.
    #[must_use]
    pub fn interval(&self, level: f64) -> (u64, u64) {
        let side = (1.0 - level) / 2.0;
        let within = |chances: &mut dyn Iterator<Item = &f64>| {
            let mut sum = 0.0;
            chances
                .take_while(|&&chance| {
                    sum += chance;
                    sum <= side
                })
                .count()
                .min(self.chances.len() - 1)
        };
        let low = within(&mut self.chances.iter());
        let high = self.chances.len() - 1 - within(&mut self.chances.iter().rev());
        (self.from + low as u64, self.from + high.max(low) as u64)
    }

    /// Without ends that do not matter, and adding up to 1.
    fn trimmed(mut self) -> Self {
        let largest = self.chances.iter().copied().fold(0.0, f64::max);
        let matters = |chance: &f64| *chance >= TAIL * largest;
        let last = self.chances.iter().rposition(matters).unwrap_or(0);
        self.chances.truncate(last + 1);
        let first = self.chances.iter().position(matters).unwrap_or(0);
        self.chances.drain(..first);
        self.from += first as u64;
        let sum: f64 = self.chances.iter().sum();
        self.chances.iter_mut().for_each(|chance| *chance /= sum);
        self
    }
}
