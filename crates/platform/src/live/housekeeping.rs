//! Events are kept for a day: whoever was away longer fetches the page anew.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::store;
use crate::jobs::{Context, Every, Job, JobError, Queue, Registry};

const KEPT: SignedDuration = SignedDuration::from_hours(24);

#[derive(Debug, Serialize, Deserialize)]
struct DeleteOld {}

impl Job for DeleteOld {
    const KIND: &'static str = "live.delete-old";
    const QUEUE: Queue = Queue::Housekeeping;
}

/// Adds the housekeeping.
pub fn register<C: Context>(registry: &mut Registry<C>) {
    registry.on(delete_old::<C>);
    registry.schedule(Every::Minutes(60), |_| DeleteOld {});
}

async fn delete_old<C: Context>(context: C, _: DeleteOld) -> Result<(), JobError> {
    let before = context.clock().now().checked_sub(KEPT).unwrap_or(Timestamp::MIN);
    loop {
        let mut tx = context.db().begin().await?;
        let deleted = store::delete_before(&mut tx, before).await?;
        tx.commit().await?;
        if deleted == 0 {
            return Ok(());
        }
    }
}
