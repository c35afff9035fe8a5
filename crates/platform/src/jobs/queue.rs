//! The named queues: work that may wait for each other shares one, work that must not be held up by other work has its own.

db::text_enum!(
    /// A queue. Each has its own number of jobs that run at a time in one process.
    pub enum Queue {
        /// What one room tells another; short.
        Events => "events",
        /// Sending mail: waits on the network.
        Mail => "mail",
        /// Making PDF files and spreadsheets: short bursts of computing.
        Documents => "documents",
        /// Selections, seating, opinion maps: minutes of computing.
        Compute => "compute",
        /// Deleting what is old, reminders, schedules.
        Housekeeping => "housekeeping",
    }
);

/// How many jobs of each queue run at a time in this process; 0 leaves a queue to other processes.
#[derive(Debug, Clone, Copy)]
pub struct Concurrency([usize; 5]);

impl Default for Concurrency {
    /// Mail waits on the network, so several at a time; computing leaves one core to the people who look at pages.
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self([4, 4, 1, cores.saturating_sub(1).max(1), 1])
    }
}

impl Concurrency {
    /// Nothing runs; a start for processes that take only some queues.
    #[must_use]
    pub fn none() -> Self {
        Self([0; 5])
    }

    /// Changes one queue.
    #[must_use]
    pub fn with(mut self, queue: Queue, jobs: usize) -> Self {
        self.0[queue as usize] = jobs;
        self
    }

    /// How many of this queue.
    #[must_use]
    pub fn of(self, queue: Queue) -> usize {
        self.0[queue as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_queue_has_its_own_place() {
        assert_eq!(Queue::ALL.len(), Concurrency::none().0.len());
        for queue in Queue::ALL {
            let only = Concurrency::none().with(*queue, 7);
            assert_eq!(Queue::ALL.iter().map(|each| only.of(*each)).sum::<usize>(), 7);
            assert_eq!(only.of(*queue), 7);
        }
        assert!(Concurrency::default().of(Queue::Compute) >= 1);
    }
}
