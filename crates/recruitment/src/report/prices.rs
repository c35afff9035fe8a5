//! What the prices of a proof say: which conditions hold people down.

use sortition::record::Prices;

/// Prices below this part of the largest say nothing.
const SAYS_SOMETHING: f64 = 1e-6;

/// The conditions with a price that matters.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Binding {
    /// Quotas whose maximum leaves no room.
    pub(super) maximums: Vec<usize>,
    /// Quotas whose minimum takes seats.
    pub(super) minimums: Vec<usize>,
    pub(super) size: bool,
    pub(super) households: bool,
    pub(super) learnt: bool,
}

impl Binding {
    /// A price above zero belongs to the upper end of a condition, one below zero to the lower end: that is how prices bound what a lottery
    /// can give.
    pub(super) fn of(prices: &Prices) -> Self {
        let others = prices.households.iter().map(|(_, price)| *price);
        let of_quotas = || prices.quotas.iter().chain(&prices.learnt).map(|(_, price)| *price);
        let largest = of_quotas()
            .chain(others)
            .chain([prices.size])
            .fold(0.0_f64, |most, price| most.max(price.abs()));
        let least = largest * SAYS_SOMETHING;
        let quotas = |binds: fn(f64) -> f64| -> Vec<usize> {
            let priced = prices.quotas.iter().filter(|(_, price)| binds(*price) > least);
            priced.map(|(quota, _)| *quota).collect()
        };
        Self {
            maximums: quotas(|price| price),
            minimums: quotas(|price| -price),
            size: prices.size > least,
            households: prices.households.iter().any(|(_, price)| *price > least),
            learnt: prices.learnt.iter().any(|(_, price)| price.abs() > least),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_of_a_price_says_which_end_of_a_quota_binds() {
        let prices = Prices {
            size: 1e-12,
            quotas: vec![(0, 0.5), (1, -0.25), (2, 1e-9)],
            ..Prices::default()
        };
        let binding = Binding::of(&prices);
        assert_eq!((binding.maximums, binding.minimums), (vec![0], vec![1]));
        assert!(!binding.size && !binding.households && !binding.learnt);
    }

    #[test]
    fn no_prices_bind_nothing() {
        assert_eq!(Binding::of(&Prices::default()), Binding::default());
    }
}
