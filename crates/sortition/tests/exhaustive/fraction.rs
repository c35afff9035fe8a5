//! Fractions that are exact or nothing.

use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Neg, Sub};

/// A fraction in lowest terms, its denominator positive. Panics where a number outgrows 128 bits, which small problems do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fraction {
    over: i128,
    under: i128,
}

impl Fraction {
    pub(crate) const ZERO: Self = Self { over: 0, under: 1 };
    pub(crate) const ONE: Self = Self { over: 1, under: 1 };

    pub(crate) fn new(over: i128, under: i128) -> Self {
        let divisor = common(over.abs(), under.abs()).max(1) * under.signum();
        Self {
            over: over / divisor,
            under: under / divisor,
        }
    }

    pub(crate) fn is_zero(self) -> bool {
        self.over == 0
    }

    #[expect(clippy::cast_precision_loss, reason = "for comparing to within a millionth")]
    pub(crate) fn to_float(self) -> f64 {
        self.over as f64 / self.under as f64
    }
}

fn common(mut one: i128, mut other: i128) -> i128 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

fn times(one: i128, other: i128) -> i128 {
    one.checked_mul(other).expect("small problems have small numbers")
}

impl Add for Fraction {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        if self.is_zero() {
            return other;
        }
        if other.is_zero() {
            return self;
        }
        Self::new(
            times(self.over, other.under) + times(other.over, self.under),
            times(self.under, other.under),
        )
    }
}

impl Neg for Fraction {
    type Output = Self;

    fn neg(self) -> Self {
        Self { over: -self.over, ..self }
    }
}

impl Sub for Fraction {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for Fraction {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        Self::new(times(self.over, other.over), times(self.under, other.under))
    }
}

impl Div for Fraction {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        Self::new(times(self.over, other.under), times(self.under, other.over))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        times(self.over, other.under).cmp(&times(other.over, self.under))
    }
}
