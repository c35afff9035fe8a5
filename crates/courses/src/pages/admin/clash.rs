//! Two people edit the same thing. Whoever saves last sees what the other wrote beside what they wrote themselves, and loses nothing.

use jiff::Timestamp;
use maud::{Markup, html};
use platform::web::Fields;
use texts::Lang;
use ui::{Alert, Column, Level, Mood, Table};

use crate::t;

/// The hidden field that says which version of the thing a form was filled in from.
pub(super) const VERSION: &str = "version";

/// A version as it stands in the form.
pub(super) fn version(changed_at: Timestamp) -> String {
    changed_at.as_microsecond().to_string()
}

/// The version a form was filled in from. One that was tampered with fits no version there is.
pub(super) fn version_sent(fields: &Fields) -> Timestamp {
    fields
        .get(VERSION)
        .parse()
        .ok()
        .and_then(|micros| Timestamp::from_microsecond(micros).ok())
        .unwrap_or(Timestamp::MIN)
}

/// A field that two people filled in differently.
pub(super) struct Difference {
    name: String,
    typed: String,
    stored: String,
}

/// Where a form and what is stored differ, in the order of the stored form.
pub(super) fn differences(typed: &Fields, stored: &Fields) -> Vec<Difference> {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in stored.pairs().chain(typed.pairs()) {
        if !names.contains(&name) && ![VERSION, ui::CSRF_FIELD, "repeat"].contains(&name) {
            names.push(name);
        }
    }
    let values = |fields: &Fields, name: &str| fields.all(name).map(str::trim).collect::<Vec<_>>().join(", ");
    let difference = |name: &str| Difference {
        name: name.to_owned(),
        typed: values(typed, name),
        stored: values(stored, name),
    };
    names.into_iter().map(difference).filter(|one| one.typed != one.stored).collect()
}

/// The message on top of the form: what the other person saved, beside what stands in the form now.
pub(super) fn notice(lang: Lang, differences: &[Difference], label: impl Fn(&str) -> String) -> Markup {
    let columns = [
        Column::text(t::admin_clash_field(lang)),
        Column::text(t::admin_clash_yours(lang)),
        Column::text(t::admin_clash_stored(lang)),
    ];
    let table = Table::new(lang, t::admin_clash_caption(lang), columns).rows(
        differences
            .iter()
            .map(|one| [html! { (label(&one.name)) }, html! { (one.typed) }, html! { (one.stored) }]),
    );
    let body = html! {
        p { (t::admin_clash_text(lang)) }
        @if !differences.is_empty() { (table.render()) }
    };
    Alert::new(Mood::Warning, body)
        .heading(Level::Two, t::admin_clash_title(lang))
        .render(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_values_of_each_field_that_differs_are_shown_and_nothing_else() {
        let stored = Fields::parse(b"title-da=Ny&teaser-da=Fast&themes=methods&themes=practice&version=1").unwrap();
        let typed = Fields::parse(b"csrf=x&version=0&title-da=Min&teaser-da=Fast&themes=methods&parts-0-da=Mere").unwrap();
        let found: Vec<_> = differences(&typed, &stored)
            .into_iter()
            .map(|one| (one.name, one.typed, one.stored))
            .collect();
        let expected = [
            ("title-da", "Min", "Ny"),
            ("themes", "methods", "methods, practice"),
            ("parts-0-da", "Mere", ""),
        ];
        assert_eq!(
            found,
            expected.map(|(name, typed, stored)| (name.to_owned(), typed.to_owned(), stored.to_owned()))
        );
    }

    #[test]
    fn a_version_survives_the_form_and_a_forged_one_fits_nothing() {
        let at: Timestamp = "2026-10-01T08:00:00.123456Z".parse().unwrap();
        let fields = Fields::default().with(VERSION, version(at));
        assert_eq!(version_sent(&fields), at);
        assert_eq!(
            version_sent(&Fields::default().with(VERSION, "'; DROP TABLE course")),
            Timestamp::MIN
        );
    }
}
