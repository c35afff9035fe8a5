//! Names of unique constraints on SQLite, which reports columns where PostgreSQL reports a name.

use sqlx::Row;
use sqlx::sqlite::SqliteConnection;

/// Between two names when SQLite cannot tell which of two indexes with the same columns it was.
pub(crate) const OR: &str = " or ";

/// `said` is what follows "UNIQUE constraint failed: ", so `table.a, table.b` or `index 'name'`.
/// Answers the name PostgreSQL would give; if the catalogue does not know, what was said.
pub(crate) async fn name(connection: &mut SqliteConnection, said: &str) -> String {
    if let Some(index) = said.strip_prefix("index '") {
        return index.trim_end_matches('\'').to_owned();
    }
    let columns: Vec<&str> = said
        .split(", ")
        .filter_map(|pair| pair.split_once('.'))
        .map(|pair| pair.1)
        .collect();
    let Some((table, _)) = said.split_once('.') else {
        return said.to_owned();
    };
    let rows = sqlx::query(
        "SELECT list.name, list.origin,
                (SELECT group_concat(info.name, ',') FROM (SELECT name FROM pragma_index_info(list.name) ORDER BY seqno) info)
         FROM pragma_index_list($1) list WHERE list.\"unique\" = 1 ORDER BY list.name",
    )
    .bind(table)
    .fetch_all(connection)
    .await
    .unwrap_or_default();

    let wanted = columns.join(",");
    let mut names: Vec<String> = rows
        .iter()
        .filter(|row| row.try_get::<String, _>(2).is_ok_and(|found| found == wanted))
        .filter_map(|row| match row.try_get::<String, _>(1).ok()?.as_str() {
            "c" => row.try_get(0).ok(),
            "pk" => Some(format!("{table}_pkey")),
            _ => Some(format!("{table}_{}_key", columns.join("_"))),
        })
        .collect();
    if names.is_empty() {
        // the key of a table that is its own index has no entry in the list
        names.push(format!("{table}_pkey"));
    }
    names.dedup();
    names.join(OR)
}
