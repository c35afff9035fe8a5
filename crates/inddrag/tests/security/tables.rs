//! The whole database, table by table and column by column, whatever tables there are.

use std::collections::{BTreeMap, BTreeSet};

use db::{Db, Engine, IntoValue, Row, Statement, StatementInfo};
use platform::OrgScope;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Text,
    Bytes,
    Number,
    YesNo,
    Id,
}

/// A column of a table of the program.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Column {
    pub(crate) table: String,
    pub(crate) name: String,
    pub(crate) kind: Kind,
}

impl std::fmt::Display for Column {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.table, self.name)
    }
}

/// A statement made of names that stand in the catalogue; the program itself has no such thing.
pub(crate) fn statement(text: String) -> Statement {
    let text: &'static str = Box::leak(text.into_boxed_str());
    Statement::new(Box::leak(Box::new(StatementInfo::new(text, file!(), line!(), "inddrag"))))
}

/// Every column of every table but the list of migrations.
pub(crate) async fn columns(db: &Db) -> Vec<Column> {
    let ask = match db.engine() {
        Engine::Sqlite => "SELECT t.name, c.name, c.type FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'",
        Engine::Postgres => {
            "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT), CAST(data_type AS TEXT) FROM information_schema.columns
             WHERE table_schema = current_schema()"
        }
    };
    let rows: Vec<(String, String, String)> = statement(ask.to_owned()).all(db).await.unwrap();
    let mut columns: Vec<Column> = rows
        .into_iter()
        .filter(|(table, ..)| table != "migration" && !table.starts_with("sqlite_"))
        .map(|(table, name, kind)| Column {
            kind: match kind.to_ascii_lowercase().as_str() {
                "text" => Kind::Text,
                "bytea" | "blob" => Kind::Bytes,
                "bigint" | "integer" => Kind::Number,
                "boolean" => Kind::YesNo,
                "uuid" => Kind::Id,
                other => panic!("{table}.{name} is {other}"),
            },
            table,
            name,
        })
        .collect();
    columns.sort();
    assert!(columns.len() > 100, "the catalogue was not read: {columns:?}");
    columns
}

/// Every column of text or bytes: what could hold words.
pub(crate) async fn columns_of_words(db: &Db) -> Vec<Column> {
    let mut columns = columns(db).await;
    columns.retain(|column| matches!(column.kind, Kind::Text | Kind::Bytes));
    columns
}

/// What stands in a column, as text, in no particular order; of one organisation, or of all.
async fn contents(db: &Db, column: &Column, of: Option<OrgScope>) -> Vec<String> {
    let name = &column.name;
    let table = &column.table;
    let rows: Vec<Cells> = match of {
        None => statement(format!("SELECT {name} FROM {table} WHERE {name} IS NOT NULL"))
            .all(db)
            .await
            .unwrap(),
        Some(scope) => statement(format!(
            "SELECT {name} FROM {table} WHERE {name} IS NOT NULL AND organisation_id = $1"
        ))
        .bind(scope)
        .all(db)
        .await
        .unwrap(),
    };
    rows.iter().map(|cells| cells.text(column.kind)).collect()
}

struct Cells(String, Vec<u8>);

impl Cells {
    fn text(&self, kind: Kind) -> String {
        // SQLite gives texts and ids as bytes too, when asked for bytes, and yes and no as numbers.
        match kind {
            Kind::YesNo => matches!(self.0.as_str(), "1" | "true").to_string(),
            Kind::Id if self.1.len() == 16 => uuid::Uuid::from_slice(&self.1).unwrap().to_string(),
            _ if self.0.is_empty() => String::from_utf8_lossy(&self.1).into_owned(),
            _ => self.0.clone(),
        }
    }
}

impl db::FromRow for Cells {
    fn from_row(row: &Row) -> Result<Self, db::Error> {
        if let Ok(bytes) = row.at::<Vec<u8>>(0) {
            return Ok(Self(String::new(), bytes));
        }
        let text = row
            .at::<String>(0)
            .or_else(|_| row.at::<i64>(0).map(|number| number.to_string()))
            .or_else(|_| row.at::<bool>(0).map(|yes| yes.to_string()))
            .or_else(|_| row.at::<uuid::Uuid>(0).map(|id| id.to_string()));
        Ok(Self(text?, Vec::new()))
    }
}

/// The columns in which one of these words stands, in whatever case.
pub(crate) async fn columns_that_hold(db: &Db, words: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for column in columns_of_words(db).await {
        let holds = |text: &String| {
            let text = text.to_lowercase();
            words.iter().any(|word| text.contains(&word.to_lowercase()))
        };
        if contents(db, &column, None).await.iter().any(holds) {
            found.insert(column.to_string());
        }
    }
    found
}

/// Everything an organisation has, to see whether somebody has touched it.
pub(crate) async fn everything_of(db: &Db, scope: OrgScope) -> BTreeMap<String, Vec<String>> {
    let columns = columns(db).await;
    let theirs: BTreeSet<&str> = columns
        .iter()
        .filter(|column| column.name == "organisation_id")
        .map(|column| column.table.as_str())
        .collect();
    assert!(theirs.len() > 10, "{theirs:?}");
    let mut all = BTreeMap::new();
    for column in columns.iter().filter(|column| theirs.contains(column.table.as_str())) {
        let mut contents = contents(db, column, Some(scope)).await;
        contents.sort();
        all.insert(column.to_string(), contents);
    }
    all
}

/// Everything there is, each column in no particular order of rows.
pub(crate) async fn everything(db: &Db) -> BTreeMap<String, Vec<String>> {
    let mut all = BTreeMap::new();
    for column in columns(db).await {
        let mut contents = contents(db, &column, None).await;
        contents.sort();
        all.insert(column.to_string(), contents);
    }
    all
}

/// The ids of a table's rows that belong to an organisation.
pub(crate) async fn ids_of(db: &Db, table: &str, scope: impl IntoValue) -> Vec<String> {
    let rows: Vec<(uuid::Uuid,)> = statement(format!("SELECT id FROM {table} WHERE organisation_id = $1 ORDER BY id"))
        .bind(scope)
        .all(db)
        .await
        .unwrap();
    rows.into_iter().map(|(id,)| id.to_string()).collect()
}

platform::testing::on_both_engines! {
    async fn a_column_is_read_as_what_stands_in_it(house: platform::testing::TestApp) {
        house.account("anne@borger.example", "Anne Ægård").await;
        let all = everything(&house.db).await;
        let (id, made, operator): (uuid::Uuid, i64, bool) = db::sql!("SELECT id, created_at, is_operator FROM account").one(&house.db).await.unwrap();
        assert_eq!(all["account.name"], ["Anne Ægård"]);
        assert_eq!((&all["account.id"], &all["account.created_at"], &all["account.is_operator"]), (&vec![id.to_string()], &vec![made.to_string()], &vec![operator.to_string()]));
        assert_eq!(columns_that_hold(&house.db, &["ægård"]).await.into_iter().collect::<Vec<_>>(), ["account.name"]);
    }
}
