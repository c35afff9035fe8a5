//! The form of a series as people see it.

use maud::{Markup, html};
use texts::Lang;
use ui::{Button, Errors, Input, Repeat, Textarea, Width, error_summary, fieldset, hidden};

use super::form::{
    AUDIENCE, CATERING, CONTACT, DEADLINE, END, INTRO, MINIMUM, MOST_PROVIDERS, PRICE, PROVIDERS, SLUG, STANCE, START, TAGLINE, TITLE, VAT,
};
use crate::model::{Note, Prose, Venue, VenueId};
use crate::pages::admin::clash::VERSION;
use crate::pages::admin::editions::venue;
use crate::pages::admin::fields::{Draft, Named, labelled};
use crate::pages::admin::rows::Rows;
use crate::t;

/// The fields with their button. `notice` stands on top.
pub(super) fn fields(lang: Lang, rows: &Rows, errors: &Errors, venues: &[(VenueId, Venue)], notice: &Markup) -> Markup {
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
        (providers(&draft, rows))
        (usual(&draft, venues))
        (Button::primary(t::admin_save(lang)))
    }
}

fn texts(draft: &Draft<'_>) -> Markup {
    let lang = draft.lang;
    let fields = html! {
        (draft.line(TITLE, None, false))
        (draft.line(TAGLINE, None, false))
        (draft.text(INTRO, 8, Prose::MAX, false))
        (draft.text(STANCE, 8, Prose::MAX, false))
        (draft.text(AUDIENCE, 3, Note::MAX, false))
        (draft.input(SLUG.name, (SLUG.label)(lang), Some(t::admin_course_slug_hint(lang)), true))
    };
    fieldset(t::admin_course_texts(lang), Some(t::admin_course_texts_hint(lang)), &fields)
}

fn providers(draft: &Draft<'_>, rows: &Rows) -> Markup {
    let lang = draft.lang;
    let repeat = Repeat::new(lang, PROVIDERS.name, (PROVIDERS.label)(lang), t::admin_series_add_provider(lang));
    let list = repeat.count(rows.count(PROVIDERS.name)).limits(0, MOST_PROVIDERS).render(|row| {
        let name = row.field("name");
        let profile = |of: Lang| {
            let field = row.field(&format!("profile-{}", of.code()));
            let label = labelled(lang, t::admin_series_provider_profile(lang), of);
            let area = Textarea::new(lang, field.as_str(), label).rows(5).limit(Prose::MAX);
            html! { (area.value(draft.fields.get(&field)).error(draft.errors.get(&field))) }
        };
        html! {
            (draft.input(&name, t::admin_series_provider_name(lang), None, false))
            (ui::columns(&[profile(Lang::Da), profile(Lang::En)]))
        }
    });
    fieldset(t::admin_series_providers(lang), None, &list)
}

fn usual(draft: &Draft<'_>, venues: &[(VenueId, Venue)]) -> Markup {
    let lang = draft.lang;
    let value = |input: Input, field: Named| input.value(draft.fields.get(field.name)).error(draft.errors.get(field.name));
    let number = |field: Named| value(Input::number(lang, field.name, (field.label)(lang)), field);
    let clock = |field: Named| value(Input::time_of_day(lang, field.name, (field.label)(lang)), field);
    let text = |field: Named| draft.input(field.name, (field.label)(lang), None, false);
    let fields = html! {
        (text(PRICE).width(Width::Short).suffix("kr.").hint(t::admin_edition_price_hint(lang)))
        (text(VAT).width(Width::Tiny).suffix("%"))
        (clock(START))
        (clock(END))
        (venue::view(draft, venues))
        (number(DEADLINE))
        (number(MINIMUM))
        (draft.text(CATERING, 2, Note::MAX, false))
        (value(Input::email(lang, CONTACT.name, (CONTACT.label)(lang)), CONTACT))
    };
    fieldset(t::admin_series_usual(lang), Some(t::admin_series_usual_hint(lang)), &fields)
}
