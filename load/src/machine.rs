//! What a process costs, as Linux tells it.

use std::fs;
use std::time::Duration;

/// Ticks of processor time a second: the same on every Linux as far as programs see (`USER_HZ`).
const TICKS: u64 = 100;

/// Memory of a process, in kilobytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Memory {
    /// Now in memory (`VmRSS`).
    pub now: u64,
    /// The most there ever was (`VmHWM`).
    pub peak: u64,
}

/// Processor time of a process so far, its own and what the system did for it. Zero where it cannot be read.
#[must_use]
pub fn processor_time(process: u32) -> Duration {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // The second field is the program's name in parentheses and may hold anything; user and system time are the 14th and 15th.
    let after_name = text.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks: u64 = after_name
        .split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|field| field.parse::<u64>().ok())
        .sum();
    Duration::from_millis(ticks * 1000 / TICKS)
}

/// Memory of a process. Zeros where it cannot be read.
#[must_use]
pub fn memory(process: u32) -> Memory {
    let text = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let field = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
    };
    Memory {
        now: field("VmRSS:"),
        peak: field("VmHWM:"),
    }
}

/// How busy the machine was over the last minute, all programs together.
#[must_use]
pub fn load_average() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split_whitespace().next().unwrap_or("?").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_process_has_cost_something() {
        let own = std::process::id();
        let memory = memory(own);
        assert!(memory.now > 100 && memory.peak >= memory.now, "{memory:?}");
        let before = processor_time(own);
        let mut sum = 0_u64;
        while processor_time(own) == before {
            sum = std::hint::black_box(sum.wrapping_add(1));
        }
        assert!(processor_time(own) > before);
    }
}
