//! What is told in the end, and whether the goals held.

use std::fmt::Write as _;
use std::time::Duration;

use crate::first_page::Part;
use crate::machine::Memory;
use crate::numbers::Tally;
use crate::run::{GROUP, Measured};
use crate::stage::Stored;

/// The 95th percentile of every kind of request stays below this many milliseconds.
const P95: f64 = 50.0;
/// The program stays below this many kilobytes at its largest.
const MEMORY: u64 = 150_000;
/// The first page and all it needs stay below this many bytes.
const FIRST_PAGE: usize = 150_000;

/// What the program cost while the crowd was there.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// Processor time, its own and the system's for it.
    pub processor: Duration,
    /// The same of this generator.
    pub generator: Duration,
    /// Memory.
    pub memory: Memory,
}

/// What became of the sign-ups.
#[derive(Debug, Clone, Copy)]
pub struct Kept {
    /// Groups that were told that they have seats, warm-up included.
    pub confirmed: u64,
    /// Groups without an answer.
    pub in_doubt: u64,
    /// What has come into the database.
    pub stored: Stored,
    /// Files that have come into the mail folder, where mail goes into one we know.
    pub mail_files: Option<usize>,
    /// How long it took after the last sign-up until all mail had left; `None` if it had not within the time.
    pub mail_after: Option<Duration>,
}

/// A run, as told.
#[derive(Debug)]
pub struct Report<'a> {
    /// What was asked for.
    pub title: String,
    /// For how long was measured.
    pub length: Duration,
    /// How it went.
    pub measured: &'a Measured,
    /// What it cost, where the process is known.
    pub cost: Option<Cost>,
    /// What was kept, where the database is known.
    pub kept: Option<Kept>,
    /// What the first page weighs.
    pub first_page: &'a [Part],
}

struct Goal {
    held: bool,
    text: String,
}

impl Report<'_> {
    /// Whether every goal held that could be looked at.
    #[must_use]
    pub fn held(&self) -> bool {
        self.goals().iter().all(|goal| goal.held)
    }

    /// All of it, for people.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("{}\n\n", self.title);
        self.write(&mut text).expect("writing to a String cannot fail");
        text
    }

    fn write(&self, text: &mut String) -> std::fmt::Result {
        writeln!(
            text,
            "{:<24}{:>8}{:>8}{:>9}{:>9}{:>9}{:>9}{:>9}",
            "", "count", "errors", "per s", "p50 ms", "p95 ms", "p99 ms", "max ms"
        )?;
        for (kind, tally) in &self.measured.kinds {
            self.line(text, kind, tally)?;
        }
        self.line(text, "everything", &self.everything())?;
        self.line(text, "(begun late by)", &self.measured.late)?;
        for (kind, tally) in &self.measured.kinds {
            for example in &tally.examples {
                writeln!(text, "  error, {kind}: {example}")?;
            }
        }
        writeln!(text)?;
        if let Some(cost) = self.cost {
            self.cost(text, cost)?;
        }
        if let Some(kept) = self.kept {
            kept.write(text)?;
        }
        writeln!(text, "first page: {} bytes", self.first_page_bytes())?;
        for part in self.first_page {
            writeln!(text, "  {:>7}  {:<5} {}", part.bytes, part.encoding, part.path)?;
        }
        writeln!(text)?;
        for goal in self.goals() {
            writeln!(text, "{}  {}", if goal.held { "held  " } else { "MISSED" }, goal.text)?;
        }
        Ok(())
    }

    fn line(&self, text: &mut String, name: &str, tally: &Tally) -> std::fmt::Result {
        #[expect(clippy::cast_precision_loss, reason = "a rate for people")]
        let rate = tally.count() as f64 / self.length.as_secs_f64();
        let [p50, p95, p99, max] = [50.0, 95.0, 99.0, 100.0].map(|percent| tally.within(percent));
        writeln!(
            text,
            "{name:<24}{:>8}{:>8}{rate:>9.1}{p50:>9.1}{p95:>9.1}{p99:>9.1}{max:>9.1}",
            tally.count(),
            tally.errors
        )
    }

    fn cost(&self, text: &mut String, cost: Cost) -> std::fmt::Result {
        let share = |time: Duration| 100.0 * time.as_secs_f64() / self.length.as_secs_f64();
        #[expect(clippy::cast_precision_loss, reason = "a mean for people")]
        let each = cost.processor.as_secs_f64() * 1000.0 / self.everything().count().max(1) as f64;
        writeln!(
            text,
            "program: {:.1} s of processor time ({:.0} % of one core, {each:.2} ms a request), memory {} MB now, {} MB at its largest",
            cost.processor.as_secs_f64(),
            share(cost.processor),
            cost.memory.now / 1000,
            cost.memory.peak / 1000
        )?;
        writeln!(text, "this generator: {:.0} % of one core\n", share(cost.generator))
    }

    fn everything(&self) -> Tally {
        let mut all = Tally::default();
        self.measured.kinds.values().for_each(|tally| all.add(tally));
        all
    }

    fn first_page_bytes(&self) -> usize {
        self.first_page.iter().map(|part| part.bytes).sum()
    }

    fn goals(&self) -> Vec<Goal> {
        let worst = self.measured.kinds.iter().map(|(kind, tally)| (tally.within(95.0), *kind));
        let (p95, kind) = worst.max_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((0.0, "none"));
        let errors = self.everything().errors;
        let bytes = self.first_page_bytes();
        let mut goals = vec![
            Goal {
                held: p95 < P95,
                text: format!("95 of 100 answers within {P95:.0} ms, whatever is asked: the slowest kind ({kind}) took {p95:.1} ms"),
            },
            Goal {
                held: errors == 0,
                text: format!("no errors: {errors}"),
            },
            Goal {
                held: bytes < FIRST_PAGE,
                text: format!("the first page is lighter than {} KB: {} KB", FIRST_PAGE / 1000, bytes / 1000),
            },
        ];
        if let Some(cost) = self.cost {
            goals.push(Goal {
                held: cost.memory.peak < MEMORY,
                text: format!("memory below {} MB: {} MB", MEMORY / 1000, cost.memory.peak / 1000),
            });
        }
        if let Some(kept) = self.kept {
            goals.push(Goal {
                held: kept.is_whole(),
                text: "every confirmed sign-up is stored with its seats and mails, and nothing else".to_owned(),
            });
        }
        goals
    }
}

impl Kept {
    fn write(&self, text: &mut String) -> std::fmt::Result {
        let Stored {
            orders,
            seats,
            due,
            mails,
            sent,
        } = self.stored;
        writeln!(
            text,
            "sign-ups: {} confirmed, {} without an answer; stored: {orders} orders, {seats} seats",
            self.confirmed, self.in_doubt
        )?;
        let files = self
            .mail_files
            .map_or(String::new(), |files| format!(", {files} files in the folder"));
        let after = self.mail_after.map_or("not all in time".to_owned(), |after| {
            format!("the last {:.1} s after the crowd had left", after.as_secs_f64())
        });
        writeln!(text, "mails: {due} due, {mails} written, {sent} sent{files}; {after}\n")
    }

    /// Everything that was confirmed is there, nothing but that and what is in doubt, seats and mails as many as belong to it.
    fn is_whole(&self) -> bool {
        let orders = u64::try_from(self.stored.orders).unwrap_or(0);
        let group = i64::try_from(GROUP).unwrap_or(i64::MAX);
        let within = orders >= self.confirmed && orders <= self.confirmed + self.in_doubt;
        let belongs = self.stored.seats == self.stored.orders * group && self.stored.mails == self.stored.due;
        let left = self.stored.sent == self.stored.mails;
        let filed = self.mail_files.is_none_or(|files| i64::try_from(files) == Ok(self.stored.sent));
        within && belongs && left && filed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(orders: i64, mail_files: usize) -> Kept {
        let stored = Stored {
            orders,
            seats: 2 * orders,
            due: 2 * orders,
            mails: 2 * orders,
            sent: 2 * orders,
        };
        Kept {
            confirmed: 10,
            in_doubt: 1,
            stored,
            mail_files: Some(mail_files),
            mail_after: None,
        }
    }

    #[test]
    fn whatever_was_confirmed_must_be_there_and_what_is_in_doubt_may_be() {
        assert!(kept(10, 20).is_whole() && kept(11, 22).is_whole());
        assert!(!kept(9, 18).is_whole(), "one is lost");
        assert!(!kept(12, 24).is_whole(), "one is there twice");
        assert!(!kept(10, 21).is_whole(), "a mail has left twice");
    }

    #[test]
    fn one_slow_kind_misses_the_goal_however_quick_the_others_are() {
        let mut measured = Measured::default();
        let report = |measured: &Measured| {
            let report = Report {
                title: "x".into(),
                length: Duration::from_secs(1),
                measured,
                cost: None,
                kept: None,
                first_page: &[],
            };
            (report.held(), report.text())
        };
        (0..1000).for_each(|_| measured.kinds.entry("catalogue").or_default().well(Duration::from_millis(2)));
        assert!(report(&measured).0);
        measured.kinds.entry("sign-up: sent").or_default().well(Duration::from_millis(80));
        let (held, text) = report(&measured);
        assert!(
            !held && text.contains("MISSED") && text.contains("(sign-up: sent) took 80.0 ms"),
            "{text}"
        );
    }
}
