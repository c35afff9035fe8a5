//! The room's background work.

use platform::App;
use platform::jobs::{Every, Job, JobError, Queue, Registry};
use serde::{Deserialize, Serialize};

use crate::kept;
use crate::store::{interest, orders, registrations};

/// Deletes what was kept long enough: interest after two years, diet and access needs right after the edition, sign-ups when the bookkeeping act allows it.
/// [`kept`] tells people the same.
#[derive(Serialize, Deserialize)]
struct Forget {}

impl Job for Forget {
    const KIND: &'static str = "courses.forget";
    const QUEUE: Queue = Queue::Housekeeping;
}

pub(crate) fn register(registry: &mut Registry<App>) {
    registry.on(forget);
    registry.schedule(Every::day_at(3, 20), |_| Forget {});
}

async fn forget(app: App, _: Forget) -> Result<(), JobError> {
    let today = app.clock.today();
    let mut tx = app.db.begin().await?;
    let interest = interest::sweep_across_organisations(&mut tx, today).await?;
    let needs = registrations::forget_needs_across_organisations(&mut tx, today).await?;
    let orders = orders::forget_before_across_organisations(&mut tx, kept::sign_ups_from(today)).await?;
    tx.commit().await?;
    tracing::info!(interest, needs, orders, "kept no longer than needed");
    Ok(())
}
