//! The values of features as people's cells name them.

use std::collections::HashMap;
use std::sync::Arc;

use super::heading::plain;
use crate::check::{Code, Finding, Place};
use crate::model::Quotas;

/// The values of the features, as people's cells name them.
pub(super) struct Values {
    features: Vec<FeatureValues>,
}

struct FeatureValues {
    name: String,
    /// The number of each value by its plain name, and by every other spelling that was met.
    numbers: HashMap<String, u16>,
    all: Arc<[String]>,
}

impl Values {
    pub(super) fn new(quotas: &Quotas) -> Self {
        let features = quotas.features.iter().map(|feature| FeatureValues {
            name: feature.name.clone(),
            numbers: (0..=u16::MAX)
                .zip(&feature.values)
                .map(|(number, value)| (plain(&value.name), number))
                .collect(),
            all: feature.values.iter().map(|value| value.name.clone()).collect(),
        });
        Self {
            features: features.collect(),
        }
    }

    /// The number of the value that a cell names.
    pub(super) fn read(&mut self, feature: usize, cell: &str, place: impl FnOnce() -> Place) -> Result<u16, Finding> {
        let FeatureValues { name, numbers, all } = &mut self.features[feature];
        if let Some(&number) = numbers.get(cell) {
            return Ok(number);
        }
        if let Some(&number) = numbers.get(&plain(cell)) {
            numbers.insert(cell.to_owned(), number);
            return Ok(number);
        }
        let (name, all) = (&*name, &*all);
        Err(if cell.is_empty() {
            Finding::new(Code::ValueMissing, place(), [name.into(), all.into()])
        } else {
            Finding::new(Code::ValueUnknown, place(), [name.into(), cell.into(), all.into()])
        })
    }
}
