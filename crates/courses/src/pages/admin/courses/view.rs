//! The form of a course as people see it: both languages side by side.

use maud::{Markup, html};
use platform::web::Fields;
use texts::Lang;
use ui::{Button, Checkboxes, Choice, Errors, Input, Radios, Repeat, Select, Textarea, Width, error_summary, fieldset, hidden};

use super::form::{
    FORMAT, LEVEL, MOST_POINTS, OUTCOMES, PARTS, PHASES, PREREQUISITES, PRICE_UNIT, PURPOSE, SERIES, SLUG, SUBTITLE, TEASER, THEMES, TITLE,
};
use crate::model::{Format, Level, Note, Phase, PriceUnit, Prose, Theme};
use crate::pages::admin::clash::VERSION;
use crate::pages::admin::fields::{Draft, Named, labelled};
use crate::pages::admin::rows::Rows;
use crate::pages::admin::words;
use crate::pages::wording;
use crate::store::catalogue::StoredSeries;
use crate::t;

/// The fields with their button. `notice` stands on top.
pub(super) fn fields(lang: Lang, rows: &Rows, errors: &Errors, series: &[StoredSeries], notice: &Markup) -> Markup {
    let draft = Draft {
        lang,
        fields: &rows.fields,
        errors,
    };
    html! {
        (error_summary(lang, errors))
        (notice)
        @if rows.fields.has(VERSION) { (hidden(VERSION, rows.fields.get(VERSION))) }
        (texts(&draft))
        (list(&draft, rows, PARTS, t::admin_course_parts(lang), t::admin_course_add_part(lang)))
        (list(&draft, rows, OUTCOMES, t::admin_course_outcomes(lang), t::admin_course_add_outcome(lang)))
        (facts(&draft, series))
        (Button::primary(t::admin_save(lang)))
    }
}

fn texts(draft: &Draft<'_>) -> Markup {
    let lang = draft.lang;
    let fields = html! {
        (draft.line(TITLE, None, false))
        (draft.line(SUBTITLE, None, true))
        (draft.text(TEASER, 3, Note::MAX, false))
        (draft.text(PURPOSE, 10, Prose::MAX, false))
    };
    fieldset(t::admin_course_texts(lang), Some(t::admin_course_texts_hint(lang)), &fields)
}

fn list(draft: &Draft<'_>, rows: &Rows, of: Named, legend: &str, add: &str) -> Markup {
    let lang = draft.lang;
    let repeat = Repeat::new(lang, of.name, (of.label)(lang), add)
        .count(rows.count(of.name))
        .limits(0, MOST_POINTS);
    let rows = repeat.render(|row| {
        let one = |in_lang: Lang| {
            let name = row.field(in_lang.code());
            let field = Textarea::new(lang, name.as_str(), labelled(lang, (of.label)(lang), in_lang)).rows(2);
            html! { (field.value(draft.fields.get(&name)).error(draft.errors.get(&name))) }
        };
        ui::columns(&[one(Lang::Da), one(Lang::En)])
    });
    fieldset(legend, None, &rows)
}

fn facts(draft: &Draft<'_>, series: &[StoredSeries]) -> Markup {
    let lang = draft.lang;
    let choice = |name: &str, value: &str, label: &str| Choice::new(value, label).chosen(draft.chosen(name, value));
    let formats = Format::ALL
        .iter()
        .map(|of| choice(FORMAT.name, of.as_str(), words::format_of(lang, *of)));
    let levels = Level::ALL.iter().map(|of| choice(LEVEL.name, of.as_str(), words::level(lang, *of)));
    let units = PriceUnit::ALL
        .iter()
        .map(|of| choice(PRICE_UNIT.name, of.as_str(), words::price_unit(lang, *of)));
    let themes = Theme::ALL
        .iter()
        .map(|of| choice(THEMES.name, of.as_str(), words::theme(lang, *of)));
    let phases = Phase::ALL
        .iter()
        .map(|of| choice(PHASES.name, of.as_str(), wording::phase(lang, *of)));
    let error = |field: Named| draft.errors.get(field.name);
    let label = |field: Named| (field.label)(lang);
    let fields = html! {
        @if series.len() > 1 {
            (Select::new(lang, SERIES.name, label(SERIES), series.iter().map(|one| Choice::new(one.id.to_string(), one.series.title.get(lang).as_str())))
                .value(draft.fields.get(SERIES.name)).error(error(SERIES)))
        }
        (Radios::new(lang, FORMAT.name, label(FORMAT), formats).error(error(FORMAT)))
        (Radios::new(lang, LEVEL.name, label(LEVEL), levels).error(error(LEVEL)))
        (draft.text(PREREQUISITES, 3, Note::MAX, true))
        (Radios::new(lang, PRICE_UNIT.name, label(PRICE_UNIT), units).hint(t::admin_course_price_unit_hint(lang)).error(error(PRICE_UNIT)))
        (Checkboxes::new(lang, THEMES.name, label(THEMES), themes).error(error(THEMES)).optional())
        (Checkboxes::new(lang, PHASES.name, label(PHASES), phases).hint(t::admin_course_phases_hint(lang)).error(error(PHASES)).optional())
        (slug(lang, draft.fields, draft.errors))
    };
    fieldset(t::admin_course_facts(lang), None, &fields)
}

fn slug(lang: Lang, fields: &Fields, errors: &Errors) -> Input {
    Input::text(lang, SLUG.name, (SLUG.label)(lang))
        .hint(t::admin_course_slug_hint(lang))
        .width(Width::Full)
        .value(fields.get(SLUG.name))
        .error(errors.get(SLUG.name))
        .optional()
}
