//! Takes jobs from the queue and does them, several at a time, until it is told to stop.

use std::collections::HashMap;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::{Id, JoinError, JoinSet};

use super::attempt::{self, Outcome};
use super::registry::Registry;
use super::store::{self, Claimed};
use super::{Concurrency, Context, Counters, Queue, bell, schedule};

/// The queue is looked at this often whatever happens.
const POLL: Duration = Duration::from_secs(1);
/// How long running jobs may take to end when the process stops.
const GRACE: Duration = Duration::from_secs(30);

/// Does jobs in this process.
pub struct Worker<C> {
    context: C,
    registry: Arc<Registry<C>>,
    concurrency: Concurrency,
    grace: Duration,
    counters: Counters,
    /// Random, so that no two processes ever share it.
    name: String,
}

impl<C: Context> Worker<C> {
    /// A worker with the usual concurrency.
    #[must_use]
    pub fn new(context: C, registry: Arc<Registry<C>>) -> Self {
        let name = context.random().token();
        Self {
            context,
            registry,
            concurrency: Concurrency::default(),
            grace: GRACE,
            counters: Counters::default(),
            name,
        }
    }

    /// How many jobs of each queue at a time.
    #[must_use]
    pub fn concurrency(mut self, concurrency: Concurrency) -> Self {
        self.concurrency = concurrency;
        self
    }

    /// How long running jobs may take to end when the process stops; 30 seconds if nobody says otherwise.
    #[must_use]
    pub fn grace(mut self, grace: Duration) -> Self {
        self.grace = grace;
        self
    }

    /// What it has done so far, for metrics. The handle stays good while the worker runs.
    #[must_use]
    pub fn counters(&self) -> Counters {
        self.counters.clone()
    }

    /// Works until `stop` is ready. Then it takes no more jobs, waits for those that run, and after the grace period breaks them off and gives them back to the
    /// queue.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let (heard, hints) = watch::channel(());
        let listening = tokio::spawn(listen(self.context.db().clone(), heard));
        let mut running = Running::new(&self);
        let mut own = bell::hear();
        let mut others = hints;
        tokio::pin!(stop);
        loop {
            if let Err(error) = running.round().await {
                tracing::warn!(%error, "the job queue cannot be looked at; next try in a second");
            }
            tokio::select! {
                biased;
                () = &mut stop => break,
                Some(ended) = running.tasks.join_next_with_id() => running.ended(ended),
                Ok(()) = own.changed() => {}
                Ok(()) = others.changed() => {}
                () = tokio::time::sleep(POLL) => {}
            }
        }
        listening.abort();
        running.drain().await;
    }
}

/// Passes on hints of other processes. Without them the poll finds the work a second later, so losing the connection does no harm.
async fn listen(db: db::Db, heard: watch::Sender<()>) {
    loop {
        match db.listen(bell::CHANNEL).await {
            Ok(None) => return,
            Ok(Some(mut listener)) => {
                while listener.recv().await.is_ok() {
                    heard.send_replace(());
                }
            }
            Err(error) => tracing::debug!(%error, "not listening for jobs of other processes"),
        }
        tokio::time::sleep(Duration::from_secs(5)).await;
    }
}

struct Running<'a, C> {
    worker: &'a Worker<C>,
    tasks: JoinSet<Outcome>,
    jobs: HashMap<Id, (Queue, Arc<Claimed>)>,
    busy: HashMap<Queue, usize>,
}

impl<'a, C: Context> Running<'a, C> {
    fn new(worker: &'a Worker<C>) -> Self {
        Self {
            worker,
            tasks: JoinSet::new(),
            jobs: HashMap::new(),
            busy: HashMap::new(),
        }
    }

    /// Enqueues what the schedules say, takes back what dead processes left, and starts as many due jobs as there is room for.
    async fn round(&mut self) -> Result<(), db::Error> {
        let context = &self.worker.context;
        schedule::tick(context, &self.worker.registry).await?;
        take_back_expired(context).await?;
        for queue in store::due(context.db(), context.clock().now()).await? {
            while self.busy.get(&queue).copied().unwrap_or(0) < self.worker.concurrency.of(queue) {
                let Some(job) = attempt::claim(context, queue, &self.worker.name).await? else {
                    break;
                };
                self.start(queue, job);
            }
        }
        Ok(())
    }

    fn start(&mut self, queue: Queue, job: Claimed) {
        let job = Arc::new(job);
        let (context, registry, claimed) = (self.worker.context.clone(), Arc::clone(&self.worker.registry), Arc::clone(&job));
        let task = self
            .tasks
            .spawn(async move { attempt::attempt(&context, &registry, &claimed).await });
        self.jobs.insert(task.id(), (queue, job));
        *self.busy.entry(queue).or_default() += 1;
        self.worker.counters.started(queue);
    }

    fn ended(&mut self, ended: Result<(Id, Outcome), JoinError>) {
        let (id, outcome) = match ended {
            Ok((id, outcome)) => (id, outcome),
            Err(error) => (error.id(), Outcome::Lost),
        };
        if let Some((queue, _)) = self.jobs.remove(&id) {
            if let Some(busy) = self.busy.get_mut(&queue) {
                *busy = busy.saturating_sub(1);
            }
            self.worker.counters.ended(queue, outcome);
        }
    }

    async fn drain(&mut self) {
        let grace = self.worker.grace;
        let all_ended = async {
            while let Some(ended) = self.tasks.join_next_with_id().await {
                self.ended(ended);
            }
        };
        if tokio::time::timeout(grace, all_ended).await.is_ok() {
            return;
        }
        self.tasks.abort_all();
        while self.tasks.join_next().await.is_some() {}
        for (_, job) in self.jobs.values() {
            if let Err(error) = give_back(&self.worker.context, job).await {
                tracing::warn!(kind = job.kind, job = %job.id, %error, "a job could not be given back; it is taken up again when its lease runs out");
            }
        }
    }
}

async fn give_back<C: Context>(context: &C, job: &Claimed) -> Result<(), db::Error> {
    let mut tx = context.db().begin().await?;
    store::give_back(&mut tx, job).await?;
    tx.commit().await
}

pub(super) async fn take_back_expired<C: Context>(context: &C) -> Result<(), db::Error> {
    let now = context.clock().now();
    if !store::has_expired(context.db(), now).await? {
        return Ok(());
    }
    let mut tx = context.db().begin().await?;
    let jobs = store::take_back_expired(&mut tx, now).await?;
    tx.commit().await?;
    if jobs > 0 {
        tracing::warn!(jobs, "jobs of a process that has stopped were taken back");
    }
    Ok(())
}
