//! Questions that may take too long: asked for some seconds, and then given up.

use sortition::fair::Watch;
use texts::Lang;

use super::watch::Watchman;

/// How long a check may take where nothing is said.
pub(super) const USUAL: f64 = 60.0;
/// So long it is always worth to look why quotas cannot be met.
pub(super) const LEAST: f64 = 10.0;

/// What is found out in so many seconds. `None`: it takes longer.
pub(super) fn within<T>(lang: Lang, seconds: f64, work: impl FnOnce(&mut dyn Watch) -> T) -> Option<T> {
    let mut watch = Watchman::new(lang, Some(seconds));
    let found = work(&mut watch);
    (!watch.stop()).then_some(found)
}
