//! Where an edition takes place: one of the house's places, or a new one.

use maud::{Markup, html};
use platform::values::Line;
use platform::web::{Check, Fields};
use texts::Lang;
use ui::{Choice, Input, Select, Width, open_details};

use crate::actions::plan_edition::VenueChoice;
use crate::model::{Note, Venue, VenueId};
use crate::pages::admin::fields::{Draft, Named, both_or_none, labelled};
use crate::t;

pub(in crate::pages::admin) const VENUE: Named = Named {
    name: "venue",
    label: t::admin_venue,
};
const NAME: Named = Named {
    name: "venue-name",
    label: t::admin_venue_name,
};
const STREET: Named = Named {
    name: "venue-street",
    label: t::admin_venue_street,
};
const POSTCODE: Named = Named {
    name: "venue-postcode",
    label: t::admin_venue_postcode,
};
const TOWN: Named = Named {
    name: "venue-town",
    label: t::admin_venue_town,
};
const ACCESS: Named = Named {
    name: "venue-access",
    label: t::admin_venue_access,
};

/// The choice that opens the fields of a new place.
const NEW: &str = "new";

/// What a field is called; `None` for fields of others.
pub(in crate::pages::admin) fn label(lang: Lang, name: &str) -> Option<String> {
    if let Some(of) = Lang::ALL.into_iter().find(|of| ACCESS.in_lang(*of) == name) {
        return Some(labelled(lang, (ACCESS.label)(lang), of));
    }
    [VENUE, NAME, STREET, POSTCODE, TOWN]
        .iter()
        .find(|field| field.name == name)
        .map(|field| (field.label)(lang).to_owned())
}

/// Reads choice and place.
pub(in crate::pages::admin) fn read(check: &mut Check<'_>, venues: &[(VenueId, Venue)]) -> (Option<VenueChoice>, Option<Venue>) {
    match check.raw(VENUE.name) {
        "" => (Some(VenueChoice::None), None),
        NEW => {
            let venue = new_venue(check);
            (venue.clone().map(VenueChoice::New), venue)
        }
        chosen => match venues.iter().find(|(id, _)| id.to_string() == chosen) {
            Some((id, venue)) => (Some(VenueChoice::Known(*id)), Some(venue.clone())),
            None => (
                check.wrong(VENUE.name, t::admin_choose(check.lang(), (VENUE.label)(check.lang()))),
                None,
            ),
        },
    }
}

fn new_venue(check: &mut Check<'_>) -> Option<Venue> {
    let lang = check.lang();
    let missing = |field: Named| t::admin_fill_in(lang, (field.label)(lang));
    let name = check.required(NAME.name, &missing(NAME), Line::parse);
    let street = check.required(STREET.name, &missing(STREET), Line::parse);
    let postcode = check.optional(POSTCODE.name, Line::parse);
    let town = check.required(TOWN.name, &missing(TOWN), Line::parse);
    let access = both_or_none::<Note>(check, ACCESS);
    Some(Venue {
        name: name?,
        street: street?,
        postcode: postcode?,
        town: town?,
        access: access?,
    })
}

/// A stored choice, filled in.
pub(in crate::pages::admin) fn fill(fields: Fields, venue: Option<VenueId>) -> Fields {
    fields.with(VENUE.name, venue.map_or_else(String::new, |id| id.to_string()))
}

/// The choice, and the fields of a new place behind it.
pub(in crate::pages::admin) fn view(draft: &Draft<'_>, venues: &[(VenueId, Venue)]) -> Markup {
    let lang = draft.lang;
    let choices = venues
        .iter()
        .map(|(id, venue)| Choice::new(id.to_string(), format!("{}, {}", venue.name, venue.address())))
        .chain([Choice::new(NEW, t::admin_venue_new(lang))]);
    let select = Select::new(lang, VENUE.name, (VENUE.label)(lang), choices)
        .value(draft.fields.get(VENUE.name))
        .error(draft.errors.get(VENUE.name));
    let field = |of: Named, width: Width, optional: bool| -> Input { draft.input(of.name, (of.label)(lang), None, optional).width(width) };
    let new = html! {
        (field(NAME, Width::Normal, true))
        (field(STREET, Width::Normal, true))
        (field(POSTCODE, Width::Short, true))
        (field(TOWN, Width::Normal, true))
        (draft.text(ACCESS, 2, Note::MAX, true))
    };
    let chosen_new = draft.fields.get(VENUE.name) == NEW;
    html! {
        (select.hint(t::admin_venue_hint(lang)).optional())
        (open_details(t::admin_venue_new(lang), chosen_new, &html! { p class="form-hint" { (t::admin_venue_new_hint(lang)) } (new) }))
    }
}
