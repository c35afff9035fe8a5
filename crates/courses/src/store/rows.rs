//! Columns that come in pairs or as JSON.

use db::Error;
use serde::de::DeserializeOwned;

use crate::model::Bilingual;

/// A text in both languages.
pub(super) fn both<T>(da: T, en: T) -> Bilingual<T> {
    Bilingual::new(da, en)
}

/// A text in both languages, if it is there.
pub(super) fn both_or_none<T>(da: Option<T>, en: Option<T>) -> Option<Bilingual<T>> {
    Some(Bilingual::new(da?, en?))
}

/// JSON as this program stored it.
pub(super) fn json<T: DeserializeOwned>(column: &'static str, text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|_| broken(column))
}

/// A number as this program stored it.
pub(super) fn number<T: TryFrom<i64>>(column: &'static str, value: i64) -> Result<T, Error> {
    T::try_from(value).map_err(|_| broken(column))
}

/// A row that makes no sense: somebody changed the database by hand.
pub(super) fn broken(column: &'static str) -> Error {
    Error::Decode {
        column: column.to_owned(),
        problem: "not a value of this program".to_owned(),
        at: "courses".to_owned(),
    }
}

/// A list as JSON, as [`json`] reads it.
pub(super) fn written<T: serde::Serialize>(column: &'static str, value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|_| broken(column))
}
