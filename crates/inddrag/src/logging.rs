//! Log lines: one per event, as text for people or JSON for machines. Rooms log ids and counts, never personal data.

use std::io::IsTerminal;

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
}

/// Colours are for people who look, not for files and journals.
fn has_colours() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
