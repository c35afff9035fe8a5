//! Questions that may take too long: asked for some seconds, and then left behind.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// How long a check may take where nothing is said.
pub(super) const USUAL: f64 = 60.0;
/// So long it is always worth to look why quotas cannot be met.
pub(super) const LEAST: f64 = 10.0;

/// What is found out in so many seconds. `None`: it takes longer. The work is left behind then, and ends with the program.
pub(super) fn within<T: Send + 'static>(seconds: f64, work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let limit = Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX);
    let (found, answer) = channel();
    // Nobody may be waiting any more.
    let thread = std::thread::Builder::new()
        .stack_size(64 << 20)
        .spawn(move || drop(found.send(work())));
    let thread = thread.ok()?;
    match answer.recv_timeout(limit) {
        Ok(found) => Some(found),
        Err(RecvTimeoutError::Timeout) => None,
        // A fault in the work is a fault of the program, and told as one.
        Err(RecvTimeoutError::Disconnected) => match thread.join() {
            Ok(()) => None,
            Err(fault) => std::panic::resume_unwind(fault),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_too_long_is_left_behind() {
        assert_eq!(within(60.0, || 7), Some(7));
        assert_eq!(within(0.01, || std::thread::sleep(Duration::from_secs(2))), None);
    }
}
