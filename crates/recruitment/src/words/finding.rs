//! Findings: what is wrong or worth knowing, where, and how to mend it.

use sortition::check::{Finding, Severity};
use texts::Lang;

use super::number::counted;
use super::place::place;
use super::sentence::sentence;
use super::values::Values;
use crate::t;

/// The place, and a sentence or two: `Kvotefilen, række 4, kolonne C (»min«): »ti« er ikke et helt tal …`.
#[must_use]
pub fn finding(lang: Lang, finding: &Finding) -> String {
    let values = Values::of(lang, finding);
    format!("{}: {}", place(lang, &finding.place), sentence(lang, finding.code, &values))
}

/// How much it matters, as a word.
#[must_use]
pub fn severity(lang: Lang, severity: Severity) -> String {
    t::severity(lang, severity.as_str())
}

/// How many there are that stop or concern: `Én fejl, 3 advarsler`.
#[must_use]
pub fn count(lang: Lang, findings: &[Finding]) -> String {
    let of = |severity| counted(findings.iter().filter(|finding| finding.severity() == severity).count());
    format!(
        "{}, {}",
        t::count_errors(lang, of(Severity::Error)),
        t::count_warnings(lang, of(Severity::Warning))
    )
}
