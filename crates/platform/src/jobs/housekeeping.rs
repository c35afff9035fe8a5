//! Finished jobs are kept for a week, so that "was the mail sent?" can be answered, and then deleted. Dead ones stay until the operator decides.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::registry::Registry;
use super::{Context, Every, Job, JobError, Queue, store};

const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

#[derive(Debug, Serialize, Deserialize)]
struct DeleteDone {}

impl Job for DeleteDone {
    const KIND: &'static str = "jobs.delete-done";
    const QUEUE: Queue = Queue::Housekeeping;
}

/// Adds the queue's own housekeeping.
pub fn register<C: Context>(registry: &mut Registry<C>) {
    registry.on(delete_done::<C>);
    registry.schedule(Every::day_at(3, 40), |_| DeleteDone {});
}

async fn delete_done<C: Context>(context: C, _: DeleteDone) -> Result<(), JobError> {
    let before = context.clock().now().checked_sub(KEPT).unwrap_or(Timestamp::MIN);
    loop {
        let mut tx = context.db().begin().await?;
        let deleted = store::delete_done_before(&mut tx, before).await?;
        tx.commit().await?;
        if deleted == 0 {
            return Ok(());
        }
    }
}
