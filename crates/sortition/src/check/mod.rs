//! What is wrong or worth knowing before anything is drawn: everything at once, with its place.
//!
//! An engine has no words for people. A [`Finding`] carries a [`Code`] that never changes its meaning, the place it is about, and values
//! under fixed names; the program makes Danish and English sentences of them. *Errors* stop the selection, *warnings* tell that something
//! was mended or left out, *notes* are good to know.
//!
//! | Code | Severity | Parameters |
//! |---|---|---|
//! | `sheet.empty` | error | – |
//! | `sheet.no-rows` | error | – |
//! | `sheet.column-missing` | error | `column`, `found` |
//! | `sheet.column-twice` | error | `column`, `first` |
//! | `sheet.id-missing` | warning | – |
//! | `quotas.columns-by-position` | warning | – |
//! | `quotas.feature-missing` | warning | – |
//! | `quotas.value-missing` | error | `feature` |
//! | `quotas.value-twice` | error | `feature`, `value`, `first` |
//! | `quotas.too-many-values` | error | `feature`, `limit` |
//! | `quotas.number-missing` | error | `feature`, `value` |
//! | `quotas.number-invalid` | error | `feature`, `value`, `text` |
//! | `quotas.min-over-max` | error | `feature`, `value`, `min`, `max` |
//! | `quotas.min-flex-over-min` | error | `feature`, `value`, `min_flex`, `min` |
//! | `quotas.max-flex-below-max` | error | `feature`, `value`, `max_flex`, `max` |
//! | `quotas.minimums-over-size` | error | `feature`, `sum`, `size` |
//! | `quotas.maximums-under-size` | error | `feature`, `sum`, `size` |
//! | `quotas.features-contradict` | error | `feature`, `minimums`, `other`, `maximums` |
//! | `quotas.maximum-zero` | note | `feature`, `value`, `people` |
//! | `quotas.value-full` | note | `feature`, `value`, `people` |
//! | `people.id-twice-same` | warning | `id`, `first` |
//! | `people.id-twice-different` | error | `id`, `first`, `columns` |
//! | `people.value-missing` | error | `feature`, `values` |
//! | `people.value-unknown` | error | `feature`, `text`, `values` |
//! | `people.addresses-incomplete` | note | `people` |
//! | `selected.nobody` | note | – |
//! | `selected.id-twice` | warning | `id`, `first` |
//! | `selected.not-in-pool` | warning | `id` |
//! | `selected.values-unknown` | warning | `id` |
//! | `selected.addresses-unknown` | warning | `columns` |
//! | `selected.too-many` | error | `selected`, `size` |
//! | `selected.over-maximum` | error | `feature`, `value`, `selected`, `max` |
//! | `selected.share-household` | warning | `id`, `other` |
//! | `excluded.not-in-pool` | warning | `id` |
//! | `selected.for-several` | error | `panels` |
//! | `settings.syntax` | error | `detail` |
//! | `settings.key-unknown` | warning | `key` |
//! | `settings.key-missing` | warning | `key` |
//! | `settings.type-wrong` | error | `key`, `expected`, `found` |
//! | `settings.number-out-of-range` | error | `key`, `text` |
//! | `settings.algorithm-unknown` | error | `text`, `known` |
//! | `settings.backend-unknown` | error | `text`, `known` |
//! | `settings.backend-unused` | note | `backend` |
//! | `settings.address-columns-missing` | error | – |
//! | `pool.too-small` | error | `people`, `seats` |
//! | `pool.too-few` | error | `feature`, `value`, `people`, `min` |
//! | `pool.too-few-households` | error | `feature`, `value`, `households`, `min` |
//! | `pool.too-few-within-maximums` | error | `feature`, `people`, `seats` |
//! | `pool.value-absent` | note | `feature`, `value` |
//! | `question.no-features` | error | – |
//! | `question.no-seats` | error | – |
//! | `question.no-panels` | error | – |
//! | `question.person-unknown` | error | `person` |
//! | `question.person-unfit` | error | `id` |
//!
//! `first` is the number of the row, or for columns of the column (from 0), in which the same thing stands first; `found`, `values`,
//! `columns` and `known` are lists.

mod code;
mod enough;
mod finding;
mod fit;
mod households;
mod overview;

pub use code::{Code, Severity};
pub use finding::{Column, Finding, Parameter, Place, Source};
pub use fit::fit;
pub use households::{Housemate, Shares, housemates};
pub use overview::{FeatureOverview, Overview, ValueOverview, overview};

pub(crate) use fit::quota;
pub(crate) use overview::{counts, percent};
