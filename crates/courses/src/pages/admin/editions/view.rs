//! The plan of an edition as people see it.

use maud::{Markup, html};
use texts::Lang;
use ui::{Button, Checkbox, Choice, Errors, Input, Radios, Repeat, Select, Width, depending, error_summary, fieldset, hidden};

use super::form::{
    CAPACITY, DAYS, DEADLINE, DEADLINE_DATE, DEADLINE_DAYS, LINK, MINIMUM, MODE, PRICE, PRICE_UNIT, PUBLISHED, SEASON_FIRST, SEASON_LAST,
    VAT, VAT_RATE, VAT_REASON, WHEN,
};
use super::venue;
use crate::model::{Days, Mode, PriceUnit, Season, Venue, VenueId};
use crate::pages::admin::clash::VERSION;
use crate::pages::admin::fields::{Draft, Named};
use crate::pages::admin::rows::Rows;
use crate::pages::admin::words;
use crate::pages::wording;
use crate::t;

/// What the form offers to choose from.
pub(super) struct Choices {
    pub(super) venues: Vec<(VenueId, Venue)>,
    /// The first season on offer: this one, or an earlier one that is stored.
    pub(super) first_season: Season,
}

/// Seasons on offer: three years.
const SEASONS: u8 = 6;

/// The fields with their button. `notice` stands on top.
pub(super) fn fields(lang: Lang, rows: &Rows, errors: &Errors, choices: &Choices, notice: &Markup) -> Markup {
    let draft = Draft {
        lang,
        fields: &rows.fields,
        errors,
    };
    html! {
        (error_summary(lang, errors))
        (notice)
        @if rows.fields.has(VERSION) { (hidden(VERSION, rows.fields.get(VERSION))) }
        (when(&draft, rows, choices))
        (place(&draft, choices))
        (seats(&draft))
        (price(&draft))
        (Checkbox::new(lang, PUBLISHED.name, (PUBLISHED.label)(lang)).hint(t::admin_edition_published_hint(lang)).ticked(rows.fields.has(PUBLISHED.name)).optional())
        (Button::primary(t::admin_save(lang)))
    }
}

fn when(draft: &Draft<'_>, rows: &Rows, choices: &Choices) -> Markup {
    let lang = draft.lang;
    let chosen = |value: &str, label: &str| Choice::new(value, label).chosen(draft.chosen(WHEN.name, value));
    let known = [
        chosen("days", t::admin_edition_when_days(lang)),
        chosen("season", t::admin_edition_when_season(lang)),
    ];
    let days = Repeat::new(lang, DAYS.name, (DAYS.label)(lang), t::admin_edition_add_day(lang))
        .count(rows.count(DAYS.name).max(1))
        .limits(1, Days::MAX);
    let days = days.render(|row| {
        let value = |input: Input, name: &str| input.value(draft.fields.get(name)).error(draft.errors.get(name));
        let [on, from, to] = ["date", "start", "end"].map(|part| row.field(part));
        html! {
            (value(Input::date(lang, on.as_str(), t::admin_edition_date(lang)), &on))
            (value(Input::time_of_day(lang, from.as_str(), t::admin_edition_start(lang)), &from))
            (value(Input::time_of_day(lang, to.as_str(), t::admin_edition_end(lang)), &to))
        }
    });
    let season = |field: Named| {
        let seasons = (0..=SEASONS).map(|later| choices.first_season.later(later));
        let options = seasons.map(|season| Choice::new(season.to_string(), wording::season(lang, season)));
        Select::new(lang, field.name, (field.label)(lang), options)
            .value(draft.fields.get(field.name))
            .error(draft.errors.get(field.name))
    };
    let question = html! { (Radios::new(lang, WHEN.name, (WHEN.label)(lang), known).error(draft.errors.get(WHEN.name))) };
    let seasons = html! { (season(SEASON_FIRST)) (season(SEASON_LAST)) };
    fieldset(
        t::admin_edition_when_legend(lang),
        None,
        &depending(&question, &[(&[1], days), (&[2], seasons)]),
    )
}

fn place(draft: &Draft<'_>, choices: &Choices) -> Markup {
    let lang = draft.lang;
    let modes = Mode::ALL
        .iter()
        .map(|mode| Choice::new(mode.as_str(), words::mode(lang, *mode)).chosen(draft.chosen(MODE.name, mode.as_str())));
    let link = Input::url(lang, LINK.name, (LINK.label)(lang))
        .width(Width::Full)
        .value(draft.fields.get(LINK.name))
        .error(draft.errors.get(LINK.name));
    let question = html! { (Radios::new(lang, MODE.name, (MODE.label)(lang), modes).error(draft.errors.get(MODE.name))) };
    let place = venue::view(draft, &choices.venues);
    let link = html! { (link.hint(t::admin_edition_link_hint(lang)).optional()) };
    let number = |mode: Mode| Mode::ALL.iter().position(|one| *one == mode).map_or(1, |place| place + 1);
    let [online, venue, hybrid] = [Mode::Online, Mode::Venue, Mode::Hybrid].map(number);
    fieldset(
        t::admin_edition_place_legend(lang),
        None,
        &depending(&question, &[(&[venue, hybrid], place), (&[online, hybrid], link)]),
    )
}

fn seats(draft: &Draft<'_>) -> Markup {
    let lang = draft.lang;
    let number = |field: Named| {
        Input::number(lang, field.name, (field.label)(lang))
            .value(draft.fields.get(field.name))
            .error(draft.errors.get(field.name))
    };
    let chosen = |value: &str, label: &str| Choice::new(value, label).chosen(draft.chosen(DEADLINE.name, value));
    let rules = [
        chosen("days", t::admin_edition_deadline_by_days(lang)),
        chosen("date", t::admin_edition_deadline_by_date(lang)),
    ];
    let date = Input::date(lang, DEADLINE_DATE.name, (DEADLINE_DATE.label)(lang)).value(draft.fields.get(DEADLINE_DATE.name));
    let date = html! { (date.error(draft.errors.get(DEADLINE_DATE.name))) };
    let days = html! { (number(DEADLINE_DAYS).hint(t::admin_edition_deadline_days_hint(lang))) };
    let question = html! { (Radios::new(lang, DEADLINE.name, (DEADLINE.label)(lang), rules).error(draft.errors.get(DEADLINE.name))) };
    let fields = html! {
        (number(CAPACITY).hint(t::admin_edition_capacity_hint(lang)).optional())
        (number(MINIMUM).hint(t::admin_edition_minimum_hint(lang)))
        (depending(&question, &[(&[1], days), (&[2], date)]))
    };
    fieldset(t::admin_edition_seats_legend(lang), None, &fields)
}

fn price(draft: &Draft<'_>) -> Markup {
    let lang = draft.lang;
    let text = |field: Named| draft.input(field.name, (field.label)(lang), None, false);
    let units = PriceUnit::ALL
        .iter()
        .map(|unit| Choice::new(unit.as_str(), words::price_unit(lang, *unit)).chosen(draft.chosen(PRICE_UNIT.name, unit.as_str())));
    let chosen = |value: &str, label: &str| Choice::new(value, label).chosen(draft.chosen(VAT.name, value));
    let classes = [
        chosen("standard", t::admin_edition_vat_standard(lang)),
        chosen("exempt", t::admin_edition_vat_exempt(lang)),
    ];
    let question = html! { (Radios::new(lang, VAT.name, (VAT.label)(lang), classes).error(draft.errors.get(VAT.name))) };
    let rate = html! { (text(VAT_RATE).width(Width::Tiny).suffix("%")) };
    let reason = html! { (text(VAT_REASON).hint(t::admin_edition_vat_reason_hint(lang))) };
    let fields = html! {
        (text(PRICE).width(Width::Short).suffix("kr.").hint(t::admin_edition_price_hint(lang)))
        (Radios::new(lang, PRICE_UNIT.name, (PRICE_UNIT.label)(lang), units).error(draft.errors.get(PRICE_UNIT.name)))
        (depending(&question, &[(&[1], rate), (&[2], reason)]))
    };
    fieldset(t::admin_edition_price_legend(lang), None, &fields)
}
