//! Why a first stage cannot be drawn as asked.

/// What was asked for contradicts itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Unsuited {
    /// More is to be drawn than there is: letters and people, or areas.
    TooMany {
        /// How many are to be drawn.
        wanted: u64,
        /// How many there are.
        there: u64,
    },
    /// Each must get at least something, and together that is more than there is to give.
    TooFew {
        /// How many there are to give.
        wanted: u64,
        /// How many it takes.
        least: u64,
    },
    /// A weight is negative or no number, or all weights are zero.
    Weight {
        /// Whose.
        at: usize,
    },
    /// A rate or share that is no number from 0 to 1, or from which nothing can follow: nobody ever answers.
    Rate {
        /// The number.
        rate: f64,
    },
    /// Lists that belong together have different lengths, or a number points outside its list.
    Lists {
        /// The first place without partner.
        at: usize,
    },
    /// The letters of the strata do not add up.
    Sum {
        /// What they add up to.
        sum: u64,
        /// What they should add up to.
        wanted: u64,
    },
}

impl Unsuited {
    /// The rate, if it can be one.
    pub(super) fn rate(rate: f64) -> Result<f64, Self> {
        if (0.0..=1.0).contains(&rate) {
            Ok(rate)
        } else {
            Err(Self::Rate { rate })
        }
    }

    /// Says whether weights can be used: none negative, at least one positive.
    pub(super) fn weights(weights: &[f64]) -> Result<(), Self> {
        if let Some(at) = weights.iter().position(|weight| !weight.is_finite() || *weight < 0.0) {
            return Err(Self::Weight { at });
        }
        if weights.iter().all(|weight| *weight == 0.0) {
            return Err(Self::Weight { at: 0 });
        }
        Ok(())
    }
}
