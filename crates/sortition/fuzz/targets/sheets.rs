//! Sheets out of any text, and something sound to read them against.

use sortition::model::Quotas;
use sortition::read::{PeopleSettings, Sheet, quotas};

/// Lines are rows, commas separate cells.
pub fn sheet(text: &str) -> Sheet {
    text.split('\n').map(|line| line.split(',')).collect()
}

#[allow(dead_code, reason = "the reader of quotas needs none")]
pub fn two_features() -> Quotas {
    quotas(&sheet("feature,value,min,max\na,1,0,3\na,2,0,3\nb,x,1,2\nb,y,1,2")).draft().clone()
}

#[allow(dead_code, reason = "the reader of quotas needs none")]
pub fn settings() -> PeopleSettings {
    PeopleSettings {
        id_column: Some("id".to_owned()),
        columns_to_keep: vec!["name".to_owned()],
        address_columns: vec!["street".to_owned(), "zip".to_owned()],
    }
}
