//! Quotas: how many seats people with a trait must and may get.

/// A number of seats from `min` to `max`, and how far those may be moved if the quotas cannot be met as they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// Fewest seats.
    pub min: u32,
    /// Most seats.
    pub max: u32,
    /// The lowest that `min` may be relaxed to.
    pub min_flex: u32,
    /// The highest that `max` may be relaxed to; `None`: any height.
    pub max_flex: Option<u32>,
}

impl Quota {
    /// A quota that may be relaxed as far as it takes.
    #[must_use]
    pub const fn new(min: u32, max: u32) -> Self {
        Self {
            min,
            max,
            min_flex: 0,
            max_flex: None,
        }
    }

    /// A quota that must stay as it is.
    #[must_use]
    pub const fn rigid(min: u32, max: u32) -> Self {
        Self {
            min,
            max,
            min_flex: min,
            max_flex: Some(max),
        }
    }

    /// The quota as far as it may be relaxed, for a panel of `size`.
    #[must_use]
    pub fn relaxed(self, size: u32) -> Self {
        let max = self.max_flex.unwrap_or(size.max(self.max));
        Self {
            min: self.min_flex,
            max,
            ..self
        }
    }
}

/// A value of a feature, such as *18–29* of *age*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// As the file of quotas writes it.
    pub name: String,
    /// How many seats.
    pub quota: Quota,
}

/// A feature, such as *age*. Everybody has one of its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feature {
    /// As the file of quotas writes it.
    pub name: String,
    /// At least one.
    pub values: Vec<Value>,
}

/// All features with their quotas, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quotas {
    /// The features.
    pub features: Vec<Feature>,
}

impl Quotas {
    /// Every value with the numbers of its feature and of itself within it.
    pub fn values(&self) -> impl Iterator<Item = (usize, usize, &Value)> {
        self.features
            .iter()
            .enumerate()
            .flat_map(|(feature, all)| all.values.iter().enumerate().map(move |(value, one)| (feature, value, one)))
    }

    /// The same features with other quotas.
    #[must_use]
    pub fn map(&self, mut quota: impl FnMut(usize, usize, Quota) -> Quota) -> Self {
        let mut mapped = self.clone();
        for (feature, all) in mapped.features.iter_mut().enumerate() {
            for (value, one) in all.values.iter_mut().enumerate() {
                one.quota = quota(feature, value, one.quota);
            }
        }
        mapped
    }
}
