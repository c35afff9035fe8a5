//! Sharing whole things in proportion: the method of Sainte-Laguë.
//!
//! Each next thing goes to whoever has the greatest `weight / (2 · things so far + 1)`. Among the ways to share, this one has no bias for
//! large or small (A. Sainte-Laguë, *La représentation proportionnelle et la méthode des moindres carrés*, 1910; M. Balinski and H. P.
//! Young, *Fair Representation*, 1982). With a least and a most for each, it is the same method with the result cut at both.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::Unsuited;

/// One of those among whom something is shared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// In proportion to this.
    pub weight: f64,
    /// It gets at least so many.
    pub least: u64,
    /// It gets at most so many.
    pub most: u64,
}

/// The next thing somebody could get.
struct Claim {
    weight: f64,
    divisor: f64,
    at: usize,
}

impl Ord for Claim {
    /// By quotient, without dividing: whole weights below 2⁵³ divided by the number of things are compared exactly. Of equal claims the
    /// earlier is greater.
    fn cmp(&self, other: &Self) -> Ordering {
        let quotients = (self.weight * other.divisor).total_cmp(&(other.weight * self.divisor));
        quotients.then(other.at.cmp(&self.at))
    }
}

impl PartialOrd for Claim {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Claim {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Claim {}

/// Shares `things` by weights alone; see [`apportion()`].
///
/// # Errors
/// If a weight is negative or no number, or none is positive.
pub fn sainte_lague(things: u64, weights: &[f64]) -> Result<Vec<u64>, Unsuited> {
    let shares: Vec<Share> = weights
        .iter()
        .map(|&weight| Share {
            weight,
            least: 0,
            most: u64::MAX,
        })
        .collect();
    apportion(things, &shares)
}

/// Shares `things` in proportion to weights, with a least and a most for each.
///
/// Of two with the same claim to the last thing the one that stands first gets it. Who finds that unfair shuffles the list before.
///
/// # Errors
/// If a weight is negative or no number, if the least of all together is more than there is, or if what there is cannot be given away
/// without giving somebody more than the most, or something to somebody without weight.
pub fn apportion(things: u64, shares: &[Share]) -> Result<Vec<u64>, Unsuited> {
    if let Some(at) = shares.iter().position(|share| !share.weight.is_finite() || share.weight < 0.0) {
        return Err(Unsuited::Weight { at });
    }
    let least = shares.iter().fold(0u64, |sum, share| sum.saturating_add(share.least));
    if least > things {
        return Err(Unsuited::TooFew { wanted: things, least });
    }
    let most = |share: &Share| {
        if share.weight > 0.0 {
            share.most.max(share.least)
        } else {
            share.least
        }
    };
    let room = shares.iter().fold(0u64, |sum, share| sum.saturating_add(most(share)));
    if room < things {
        return Err(Unsuited::TooMany {
            wanted: things,
            there: room,
        });
    }
    let claim = |at: usize, has: u64| Claim {
        weight: shares[at].weight,
        divisor: 2.0 * has as f64 + 1.0,
        at,
    };
    let mut given: Vec<u64> = shares.iter().map(|share| share.least).collect();
    let open = (0..shares.len()).filter(|&at| given[at] < most(&shares[at]));
    let mut claims: BinaryHeap<Claim> = open.map(|at| claim(at, given[at])).collect();
    for _ in least..things {
        let Some(Claim { at, .. }) = claims.pop() else { break };
        given[at] += 1;
        if given[at] < most(&shares[at]) {
            claims.push(claim(at, given[at]));
        }
    }
    Ok(given)
}
