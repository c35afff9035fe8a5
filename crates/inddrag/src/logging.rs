//! Log lines: one per event, as text for people or JSON for machines. Rooms log ids and counts, never personal data.

use std::io::IsTerminal;
use std::panic::PanicHookInfo;

use platform::config::Config;
use tracing_subscriber::EnvFilter;

/// Starts logging to standard error. Does nothing if somebody has started it already.
pub(crate) fn start(config: &Config) {
    let filter = EnvFilter::try_new(&config.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(has_colours())
        .with_target(false);
    let _ = if config.log_json {
        lines.json().flatten_event(true).try_init()
    } else {
        lines.try_init()
    };
    std::panic::set_hook(Box::new(tell));
}

/// Colours are for people who look, not for files and journals.
fn has_colours() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Where it happened. The words of a panic may hold what somebody typed, so they are not for the log.
fn tell(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    tracing::error!(place, "a fault in the program (panic)");
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().expect("not poisoned").extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_panic_is_told_with_its_place_and_without_its_words() {
        let lines = Lines::default();
        let writer = lines.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(tell));
        tracing::subscriber::with_default(subscriber, || {
            let name = String::from("Zenobia");
            let _ = std::panic::catch_unwind(|| panic!("{name} is not known"));
        });
        std::panic::set_hook(before);
        let text = String::from_utf8(lines.0.lock().expect("not poisoned").clone()).expect("text");
        assert!(
            text.contains("logging.rs:") && text.contains("panic") && !text.contains("Zenobia"),
            "{text}"
        );
    }
}
