//! Looks an installation over and says how to mend what is wrong.

use std::fmt;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use db::{Db, Migration};
use jiff::{SignedDuration, Timestamp};

use crate::clock::{ZONE, zone};
use crate::config::Config;
use crate::{Clock, audit, jobs};

/// Free disk space below which work is in danger.
const LEAST_FREE_BYTES: u64 = 1 << 30;

/// This program was written after this date; a clock that says otherwise is wrong.
const EARLIEST_NOW: &str = "2026-11-01T00:00:00Z";

/// What one check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    subject: &'static str,
    text: String,
    /// How to mend it; empty when all is well.
    mend: String,
    grade: Grade,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grade {
    Well,
    Note,
    Problem,
}

impl Finding {
    /// All is well.
    #[must_use]
    pub fn well(subject: &'static str, text: impl Into<String>) -> Self {
        Self {
            subject,
            text: text.into(),
            mend: String::new(),
            grade: Grade::Well,
        }
    }

    /// Works, but should be looked at.
    #[must_use]
    pub fn note(subject: &'static str, text: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            subject,
            text: text.into(),
            mend: mend.into(),
            grade: Grade::Note,
        }
    }

    /// Does not work.
    #[must_use]
    pub fn problem(subject: &'static str, text: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            subject,
            text: text.into(),
            mend: mend.into(),
            grade: Grade::Problem,
        }
    }

    /// Whether it does not work.
    #[must_use]
    pub fn is_problem(&self) -> bool {
        self.grade == Grade::Problem
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.grade {
            Grade::Well => "ok     ",
            Grade::Note => "note   ",
            Grade::Problem => "PROBLEM",
        };
        write!(f, "{mark} {:<10} {}", self.subject, self.text)?;
        if self.mend.is_empty() {
            Ok(())
        } else {
            write!(f, "\n                   → {}", self.mend)
        }
    }
}

/// Everything outside the database: mail, disk, clock, time zone, address, secret.
pub async fn surroundings(config: &Config, now: Timestamp) -> Vec<Finding> {
    vec![
        mail(config).await,
        disk(&config.data),
        secret(&config.data),
        clock(now),
        time_zone(),
        address(config),
    ]
}

/// The database: reachable, up to date, whole, its audit log unbroken, its jobs moving.
pub async fn database(db: &Db, migrations: &[Migration], clock: &Clock) -> Vec<Finding> {
    let mut findings = Vec::new();
    match db.pending(migrations).await {
        Ok(pending) if pending.is_empty() => findings.push(Finding::well("database", format!("{}, up to date", db.address()))),
        Ok(pending) => {
            let text = format!("{}: {} migrations missing", db.address(), pending.len());
            findings.push(Finding::problem(
                "database",
                text,
                "Run `inddrag migrate`; `inddrag serve` also does it.",
            ));
            return findings;
        }
        Err(error) => {
            findings.push(Finding::problem(
                "database",
                error.to_string(),
                "Check --database, and that the account may read and write there.",
            ));
            return findings;
        }
    }
    findings.push(match db.check().await {
        Ok(()) => Finding::well("storage", "whole"),
        Err(error) => Finding::problem(
            "storage",
            error.to_string(),
            "Stop the site, keep a copy of the database, and restore the newest backup.",
        ),
    });
    findings.push(match audit::verify_across_organisations(db).await {
        Ok(broken) if broken.is_empty() => Finding::well("audit log", "every entry fits the one before it"),
        Ok(broken) => {
            let places: Vec<_> = broken
                .iter()
                .map(|place| format!("organisation {} entry {}", place.organisation_id, place.number))
                .collect();
            Finding::problem(
                "audit log",
                format!("changed or missing: {}", places.join(", ")),
                "Compare with a backup: somebody changed the log in the database.",
            )
        }
        Err(error) => Finding::problem("audit log", error.to_string(), "Mend the database first."),
    });
    findings.push(queue(db, clock).await);
    findings
}

async fn queue(db: &Db, clock: &Clock) -> Finding {
    match jobs::depths_across_organisations(db, clock).await {
        Ok(depths) => {
            let dead: i64 = depths.iter().map(|depth| depth.dead).sum();
            let late = depths.iter().any(|depth| depth.oldest_age > SignedDuration::from_mins(10));
            match (dead, late) {
                (_, true) => Finding::problem(
                    "jobs",
                    "some have been due for more than ten minutes",
                    "Is `inddrag serve` running? Its log says why jobs fail.",
                ),
                (0, false) => Finding::well("jobs", "none late, none given up"),
                (dead, false) => Finding::note(
                    "jobs",
                    format!("{dead} given up"),
                    "Look at them under Drift in the site, and try them again or discard them.",
                ),
            }
        }
        Err(error) => Finding::problem("jobs", error.to_string(), "Mend the database first."),
    }
}

async fn mail(config: &Config) -> Finding {
    match config.mail.check().await {
        Ok(()) if config.mail.folder_path().is_some() && !config.demo => Finding::note(
            "mail",
            config.mail.to_string(),
            "Mail is only written to files. Set --mail smtp://user:password@host:587 to send it.",
        ),
        Ok(()) => Finding::well("mail", config.mail.to_string()),
        Err(reason) => Finding::problem(
            "mail",
            format!("{}: {reason}", config.mail),
            "Check --mail: host, port, password and whether this machine may reach the mail server.",
        ),
    }
}

fn disk(folder: &Path) -> Finding {
    match rustix::fs::statvfs(folder) {
        Ok(disk) => {
            let free = disk.f_bavail.saturating_mul(disk.f_frsize);
            let text = format!("{} MB free for {}", free >> 20, folder.display());
            if free < LEAST_FREE_BYTES {
                return Finding::problem("disk", text, "Make room: with a full disk nothing can be saved.");
            }
            Finding::well("disk", text)
        }
        Err(error) => Finding::problem(
            "disk",
            format!("{}: {error}", folder.display()),
            "Make the folder, or choose another with --data.",
        ),
    }
}

fn secret(folder: &Path) -> Finding {
    let path = folder.join("secret.key");
    match std::fs::metadata(&path) {
        Ok(file) if file.permissions().mode() & 0o077 != 0 => Finding::problem(
            "secret",
            format!("{} can be read by others", path.display()),
            format!("chmod 600 {}", path.display()),
        ),
        Ok(_) => Finding::well("secret", format!("{} is readable by this account only", path.display())),
        Err(_) => Finding::note(
            "secret",
            format!("{} does not exist yet", path.display()),
            "`inddrag serve` makes it at first start.",
        ),
    }
}

fn clock(now: Timestamp) -> Finding {
    let earliest: Timestamp = EARLIEST_NOW.parse().unwrap_or(Timestamp::UNIX_EPOCH);
    if now < earliest {
        return Finding::problem(
            "clock",
            format!("says {now}"),
            "Set the machine's clock and keep it right with NTP: deadlines and links depend on it.",
        );
    }
    Finding::well("clock", now.strftime("%Y-%m-%d %H:%M:%S UTC").to_string())
}

fn time_zone() -> Finding {
    let summer: Timestamp = "2026-07-01T12:00:00Z".parse().unwrap_or(Timestamp::UNIX_EPOCH);
    if zone().to_datetime(summer).hour() == 14 {
        return Finding::well("time zone", ZONE);
    }
    Finding::problem(
        "time zone",
        format!("{ZONE} is not known on this machine"),
        "Install the time zone database (Debian: apt-get install tzdata).",
    )
}

fn address(config: &Config) -> Finding {
    if config.is_https() || config.listen.ip().is_loopback() && ["127.0.0.1", "localhost", "::1"].contains(&config.host()) {
        return Finding::well("address", config.public_url.clone());
    }
    Finding::note(
        "address",
        format!("{} is not encrypted", config.public_url),
        "Put a proxy with TLS in front and set --public-url https://…; passkeys and safe cookies need it.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_in_the_past_is_a_problem_with_a_mend() {
        let finding = clock(Timestamp::UNIX_EPOCH);
        assert!(finding.is_problem());
        assert!(finding.to_string().contains("NTP"));
    }

    #[test]
    fn the_time_zone_database_is_there() {
        assert!(!time_zone().is_problem());
    }

    #[test]
    fn a_folder_that_does_not_exist_is_a_problem() {
        assert!(disk(Path::new("/findes/ikke")).is_problem());
    }
}
