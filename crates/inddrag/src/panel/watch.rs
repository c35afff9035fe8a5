//! The clock, the interrupt key and the line of progress, around an engine that has none of them.

use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use recruitment::words;
use sortition::fair::{Phase, Watch};
use texts::Lang;

/// How often the line of progress changes at most.
const EVERY: Duration = Duration::from_millis(100);

/// Stops the work when the time is used up or somebody presses Ctrl-C, and shows how far it is to whoever sits at a terminal.
pub(super) struct Watchman {
    lang: Lang,
    begun: Instant,
    limit: Option<Duration>,
    interrupted: Arc<AtomicBool>,
    is_seen: bool,
    phase: Option<Phase>,
    told: Option<Instant>,
}

impl Watchman {
    /// Begins to watch, for at most `seconds`.
    pub(super) fn new(lang: Lang, seconds: Option<f64>) -> Self {
        let interrupted = Arc::new(AtomicBool::new(false));
        listen(Arc::clone(&interrupted));
        Self {
            lang,
            begun: Instant::now(),
            limit: seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()),
            interrupted,
            is_seen: std::io::stderr().is_terminal(),
            phase: None,
            told: None,
        }
    }

    /// Seconds by the wall since the beginning.
    pub(super) fn seconds(&self) -> f64 {
        self.begun.elapsed().as_secs_f64()
    }

    fn tell(&mut self, part: Option<f64>) {
        let Some(phase) = self.phase.filter(|_| self.is_seen) else {
            return;
        };
        let phase = words::phase(self.lang, phase);
        let part = part.map_or_else(String::new, |part| format!(" {:3.0} %", part.clamp(0.0, 1.0) * 100.0));
        let mut out = std::io::stderr();
        // A terminal that cannot be written to is no reason to stop a selection.
        let _ = write!(out, "\r\u{1b}[K{phase}{part}");
        let _ = out.flush();
        self.told = Some(Instant::now());
    }
}

impl Drop for Watchman {
    fn drop(&mut self) {
        if self.told.is_some() {
            let _ = write!(std::io::stderr(), "\r\u{1b}[K");
        }
    }
}

impl Watch for Watchman {
    fn phase(&mut self, phase: Phase) {
        self.phase = Some(phase);
        self.tell(None);
    }

    fn progress(&mut self, part: f64) {
        if self.told.is_some_and(|told| told.elapsed() >= EVERY) {
            self.tell(Some(part));
        }
    }

    fn stop(&mut self) -> bool {
        self.interrupted.load(Ordering::Relaxed) || self.limit.is_some_and(|limit| self.begun.elapsed() >= limit)
    }
}

/// The first Ctrl-C asks for what there is so far; the second ends at once. A thread of its own waits, so that the work needs no runtime; where the system gives none,
/// Ctrl-C ends the program as it does everywhere.
fn listen(interrupted: Arc<AtomicBool>) {
    let waiting = move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else {
            return;
        };
        runtime.block_on(async {
            while tokio::signal::ctrl_c().await.is_ok() {
                if interrupted.swap(true, Ordering::Relaxed) {
                    std::process::exit(130);
                }
            }
        });
    };
    let _ = std::thread::Builder::new().name("interrupt".to_owned()).spawn(waiting);
}

/// Processor seconds of this process so far.
pub(super) fn processor_seconds() -> f64 {
    let used = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    #[expect(clippy::cast_precision_loss, reason = "a process lives less than 2^53 seconds")]
    let (seconds, nanoseconds) = (used.tv_sec as f64, used.tv_nsec as f64);
    seconds + nanoseconds / 1e9
}
