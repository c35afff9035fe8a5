//! Sheets and findings as short texts.
#![allow(dead_code, reason = "each test takes what it needs")]

use sortition::check::{Finding, Parameter};
use sortition::read::{Sheet, SheetRow};

/// Rows by lines, cells by commas, numbered as a spreadsheet would.
pub(crate) fn sheet(text: &str) -> Sheet {
    let rows = text.lines().enumerate();
    let row = |(index, line): (usize, &str)| SheetRow {
        number: index + 1,
        cells: line.split(',').map(str::to_owned).collect(),
    };
    Sheet {
        rows: rows.map(row).collect(),
    }
}

/// Each finding as `code source row:heading name=value …`.
pub(crate) fn told(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(one).collect()
}

fn one(finding: &Finding) -> String {
    let place = &finding.place;
    let mut text = format!("{} {}", finding.code.as_str(), place.source.as_str());
    if let Some(row) = place.row {
        text += &format!(" {row}");
    }
    if let Some(column) = &place.column {
        text += &format!(":{}", column.name);
    }
    for (name, value) in finding.parameters() {
        text += &match value {
            Parameter::Text(value) => format!(" {name}={value}"),
            Parameter::Number(value) => format!(" {name}={value}"),
            Parameter::List(values) => format!(" {name}=[{}]", values.join("|")),
        };
    }
    text
}
