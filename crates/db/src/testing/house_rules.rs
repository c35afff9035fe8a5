//! Rules about SQL that a test keeps: only what both engines understand alike, and never across organisations by oversight.

use super::Unprepared;
use crate::{Db, Engine, StatementInfo, statements};

/// Words that one engine does not know, or understands differently, and the mend.
const UNPORTABLE: &[(&str, &str)] = &[
    ("::", "write CAST(… AS …)"),
    ("ilike", "compare with a folded column computed in Rust; SQLite folds ASCII only"),
    (
        "lower(",
        "compare with a folded column computed in Rust; SQLite folds ASCII only, so Æ stays Æ",
    ),
    (
        "upper(",
        "compare with a folded column computed in Rust; SQLite folds ASCII only, so æ stays æ",
    ),
    ("now()", "bind the clock's time"),
    ("current_timestamp", "bind the clock's time"),
    ("current_date", "bind the clock's date"),
    ("for update", "lock by writing: UPDATE t SET lock_count = lock_count + 1 WHERE …"),
    ("skip locked", "SQLite has no such thing; claim with UPDATE … WHERE … RETURNING"),
    ("distinct on", "use GROUP BY or ROW_NUMBER()"),
    ("array[", "bind a list: IN ($list)"),
    ("any($", "bind a list: IN ($list)"),
    ("random()", "bind a random value"),
    ("select *", "name the columns; a column added later must not change what is read"),
    ("returning *", "name the columns; a column added later must not change what is read"),
    ("?1", "arguments are $1, $2, …"),
    ("insert or ", "write ON CONFLICT …"),
    ("like '%' ||", "search in a folded column; a leading % reads the whole table"),
];

/// Statements that mean something else, or nothing, on one of the engines.
#[must_use]
pub fn every_statement_is_portable() -> Vec<Unprepared> {
    let problem = |info: &StatementInfo| {
        let text = info.text.to_ascii_lowercase();
        let (word, mend) = UNPORTABLE.iter().find(|(word, _)| text.contains(word))?;
        Some(format!("`{word}` is not for both engines: {mend}"))
    };
    collect(problem)
}

/// Statements on a table with an `organisation_id` that do not name that column. A statement that really is about all
/// organisations says so in its text: `/* all organisations */`.
///
/// # Panics
/// If the database cannot be reached.
pub async fn every_statement_names_its_organisation(db: &Db) -> Vec<Unprepared> {
    let tables = tables_of_organisations(db).await;
    collect(|info| {
        let text = info.text.to_ascii_lowercase();
        if text.contains("organisation_id") || text.contains("/* all organisations */") {
            return None;
        }
        let words: Vec<&str> = text
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .filter(|word| !word.is_empty())
            .collect();
        let named = words
            .windows(2)
            .filter(|pair| ["from", "join", "into", "update"].contains(&pair[0]))
            .find(|pair| tables.iter().any(|table| table == pair[1]))?;
        Some(format!(
            "{} belongs to organisations; name organisation_id, or say /* all organisations */",
            named[1]
        ))
    })
}

async fn tables_of_organisations(db: &Db) -> Vec<String> {
    // each engine has its own catalogue, so these two are not registered with `sql!`
    static SQLITE: StatementInfo = StatementInfo::new(
        "SELECT lower(t.name) FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND c.name = 'organisation_id'",
        file!(),
        line!(),
        "db",
    );
    static POSTGRES: StatementInfo = StatementInfo::new(
        "SELECT CAST(table_name AS TEXT) FROM information_schema.columns WHERE column_name = 'organisation_id'",
        file!(),
        line!(),
        "db",
    );
    let ask = match db.engine() {
        Engine::Sqlite => &SQLITE,
        Engine::Postgres => &POSTGRES,
    };
    let rows = crate::Statement::new(ask)
        .all::<(String,)>(db)
        .await
        .expect("the database can be reached");
    rows.into_iter().map(|(name,)| name).collect()
}

fn collect(problem: impl Fn(&StatementInfo) -> Option<String>) -> Vec<Unprepared> {
    let mut failures: Vec<Unprepared> = statements()
        .filter_map(|info| {
            problem(info).map(|problem| Unprepared {
                at: info.at(),
                text: info.text,
                problem,
            })
        })
        .collect();
    failures.sort_by(|a, b| a.at.cmp(&b.at));
    failures
}
