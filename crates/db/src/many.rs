//! Many rows in few statements. A statement costs its round trip, so rows are never inserted one by one in a loop.

use std::collections::BTreeMap;
use std::panic::Location;
use std::sync::{Mutex, PoisonError};

use crate::run;
use crate::{Error, StatementInfo, Tx, Value};

/// SQLite takes 32 766 arguments in a statement, PostgreSQL 65 535.
const ARGUMENTS_MAX: usize = 32_766;
const ROWS_MAX: usize = 1_024;

/// Inserts rows, and answers how many were inserted or changed.
///
/// `into` ends with `VALUES`, `after` is what follows the values (`ON CONFLICT …`) or empty. An empty `rows` does nothing.
/// The rows go out in blocks whose sizes are powers of two, so that few different statements are prepared.
///
/// On PostgreSQL a block with two rows that meet the same `ON CONFLICT … DO UPDATE` target is refused: remove doubles first.
///
/// ```
/// # async fn story(tx: &mut db::Tx, names: Vec<(i64, String)>) -> Result<(), db::Error> {
/// use db::IntoValue;
///
/// let rows = names.into_iter().map(|(id, name)| vec![id.into_value(), name.into_value()]).collect();
/// db::insert_many(tx, "INSERT INTO tag (id, name) VALUES", rows, "ON CONFLICT (id) DO NOTHING").await?;
/// # Ok(()) }
/// ```
///
/// # Errors
/// [`Error::Misuse`] if the rows are not equally long; otherwise what the engine says.
#[track_caller]
pub fn insert_many(
    tx: &mut Tx,
    into: &'static str,
    rows: Vec<Vec<Value>>,
    after: &'static str,
) -> impl Future<Output = Result<u64, Error>> + Send {
    insert(tx, info(into, Location::caller()), rows, after)
}

/// The statement as logs and errors name it: by the place of the call. Kept for good, one for each place in the source.
fn info(into: &'static str, place: &'static Location<'static>) -> &'static StatementInfo {
    static PLACES: Mutex<BTreeMap<(&str, u32, u32), &StatementInfo>> = Mutex::new(BTreeMap::new());
    let mut places = PLACES.lock().unwrap_or_else(PoisonError::into_inner);
    places.entry((place.file(), place.line(), place.column())).or_insert_with(|| {
        let room = place.file().split('/').skip_while(|part| *part != "crates").nth(1).unwrap_or("");
        Box::leak(Box::new(StatementInfo::new(into, place.file(), place.line(), room)))
    })
}

async fn insert(tx: &mut Tx, info: &'static StatementInfo, rows: Vec<Vec<Value>>, after: &'static str) -> Result<u64, Error> {
    let Some(columns) = rows.first().map(Vec::len) else {
        return Ok(0);
    };
    if columns == 0 || columns > ARGUMENTS_MAX || rows.iter().any(|row| row.len() != columns) {
        return Err(Error::Misuse {
            problem: "insert_many needs rows of equal length with at least one value".into(),
            at: info.at(),
        });
    }
    let largest = floor_power_of_two((ARGUMENTS_MAX / columns).min(ROWS_MAX));
    let mut count = 0;
    let mut left = rows.len();
    let mut rows = rows.into_iter();
    while left > 0 {
        let size = floor_power_of_two(left.min(largest));
        let values: Vec<Value> = rows.by_ref().take(size).flatten().collect();
        count += run::run_made(tx, info, text(info.text, columns, size, after), values).await?;
        left -= size;
    }
    Ok(count)
}

fn floor_power_of_two(n: usize) -> usize {
    1 << n.max(1).ilog2()
}

/// `into ($1,$2),($3,$4) after`.
fn text(into: &str, columns: usize, rows: usize, after: &str) -> String {
    use std::fmt::Write;
    let mut text = String::with_capacity(into.len() + after.len() + rows * columns * 7);
    text.push_str(into);
    for row in 0..rows {
        text.push_str(if row == 0 { " (" } else { ",(" });
        for column in 0..columns {
            let comma = if column == 0 { "" } else { "," };
            let _ = write!(text, "{comma}${}", row * columns + column + 1); // writing to a String cannot fail
        }
        text.push(')');
    }
    text.push(' ');
    text.push_str(after);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_powers_of_two() {
        assert_eq!([1, 2, 3, 1023, 1024].map(floor_power_of_two), [1, 2, 2, 512, 1024]);
        assert_eq!(text("INSERT INTO a VALUES", 2, 2, "x"), "INSERT INTO a VALUES ($1,$2),($3,$4) x");
    }
}
