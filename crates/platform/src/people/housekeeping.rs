//! Sweeping up what has run out. Nothing waits for this: what has run out is dead already; it keeps tables small and mail addresses no longer than needed.

use serde::{Deserialize, Serialize};

use super::{ceremony, invitation, mail_link, session};
use crate::jobs::{Context, Every, Job, JobError, Queue, Registry};
use crate::limits;

#[derive(Debug, Serialize, Deserialize)]
struct Sweep {}

impl Job for Sweep {
    const KIND: &'static str = "people.sweep";
    const QUEUE: Queue = Queue::Housekeeping;
}

/// Adds the housekeeping of people, every hour.
pub fn register<C: Context>(registry: &mut Registry<C>) {
    registry.on(sweep::<C>);
    registry.schedule(Every::Minutes(60), |_| Sweep {});
}

/// One transaction for each table, so that none is held for long.
async fn sweep<C: Context>(context: C, _: Sweep) -> Result<(), JobError> {
    let (db, clock) = (context.db(), context.clock());
    let mut tx = db.begin().await?;
    session::sweep_across_organisations(&mut tx, clock).await?;
    tx.commit().await?;
    let mut tx = db.begin().await?;
    mail_link::sweep_across_organisations(&mut tx, clock).await?;
    tx.commit().await?;
    let mut tx = db.begin().await?;
    ceremony::sweep_across_organisations(&mut tx, clock).await?;
    tx.commit().await?;
    let mut tx = db.begin().await?;
    invitation::sweep_across_organisations(&mut tx, clock).await?;
    tx.commit().await?;
    let mut tx = db.begin().await?;
    limits::sweep_across_organisations(&mut tx, clock).await?;
    tx.commit().await?;
    Ok(())
}
