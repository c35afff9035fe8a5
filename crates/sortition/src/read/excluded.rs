//! The file of those who cannot be drawn, for example because they said no or dropped out.

use super::{People, PeopleSettings, Reading, Sheet, selected};
use crate::check::{Code, Finding, Source};
use crate::model::Quotas;

/// Those who cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Excluded {
    /// Those in the pool, by their numbers, ascending.
    pub people: Vec<usize>,
    /// What the file calls those who are not. Perhaps misspelt: somebody who said no could be drawn.
    pub absent: Vec<String>,
}

/// Reads who cannot be drawn: ids, and nothing else. Who is named twice cannot be drawn either, and a file that names nobody is good news.
#[must_use]
pub fn excluded(sheet: &Sheet, people: &People, settings: &PeopleSettings) -> Reading<Excluded> {
    let settings = PeopleSettings {
        address_columns: Vec::new(),
        ..settings.clone()
    };
    let reading = selected(sheet, people, &Quotas::default(), &settings);
    let excluded = Excluded {
        people: reading.draft().people.clone(),
        absent: reading.draft().absent.iter().map(|absent| absent.id.clone()).collect(),
    };
    let about = |mut finding: Finding| {
        finding.place.source = Source::Excluded;
        match finding.code {
            Code::SelectedTwice | Code::SelectedNobody => None,
            Code::SelectedNotInPool | Code::SelectedValuesUnknown => {
                finding.code = Code::ExcludedNotInPool;
                Some(finding)
            }
            _ => Some(finding),
        }
    };
    let findings = reading.findings.into_iter().filter_map(about).collect();
    Reading::new(excluded, findings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Person, Pool};

    fn people() -> People {
        let person = |id: &str| Person {
            id: id.to_owned(),
            values: Vec::new(),
            household: None,
        };
        People {
            pool: Pool {
                people: ["a", "b", "c"].map(person).into(),
            },
            ..People::default()
        }
    }

    #[test]
    fn those_who_said_no_are_found_and_a_misspelt_one_is_told() {
        let settings = PeopleSettings {
            id_column: Some("id".to_owned()),
            ..PeopleSettings::default()
        };
        let sheet: Sheet = [["Id"], ["c"], ["x"], ["a"], ["c"]].into_iter().collect();
        let reading = excluded(&sheet, &people(), &settings);
        assert_eq!(reading.draft().people, [0, 2]);
        assert_eq!(reading.draft().absent, ["x"]);
        let told: Vec<_> = reading.findings.iter().map(|finding| (finding.code, finding.place.row)).collect();
        assert_eq!(told, [(Code::ExcludedNotInPool, Some(3))]);
        assert_eq!(excluded(&Sheet::default(), &people(), &settings).findings, []);
    }
}
