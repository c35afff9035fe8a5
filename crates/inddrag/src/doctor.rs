//! `inddrag doctor`: looks the installation over.

use platform::Clock;
use platform::config::Config;
use platform::doctor::{self, Finding};

use crate::{Failure, rooms, start};

pub(crate) async fn run(config: &Config) -> Result<(), Failure> {
    let db = start::open(config).await;
    let mut findings = doctor::surroundings(config, Clock::system().now()).await;
    match db {
        Ok(db) => findings.extend(doctor::database(&db, &rooms::migrations(), &Clock::system()).await),
        Err(failure) => findings.push(Finding::problem(
            "database",
            failure.to_string(),
            "Check --database; for PostgreSQL, that the server runs and the account may connect.",
        )),
    }
    let mut problems = 0;
    for finding in &findings {
        println!("{finding}");
        problems += usize::from(finding.is_problem());
    }
    if problems > 0 {
        return Err(Failure::new(format!("{problems} of {} checks found a problem", findings.len())));
    }
    Ok(())
}
