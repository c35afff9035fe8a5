//! The form of a series: what stands in it for a stored one, and what comes out of a filled-in one.

use platform::values::{BasisPoints, Email, Line, Money, Slug};
use platform::web::{Check, Fields};
use texts::Lang;
use ui::Errors;

use crate::actions::plan_edition::VenueChoice;
use crate::actions::write_series::SeriesDraft;
use crate::model::{CourseSeries, Practical, Prose, Provider, Venue, VenueId};
use crate::pages::admin::editions::venue;
use crate::pages::admin::editions::{amount, clock, days_before, minimum, percent, time};
use crate::pages::admin::fields::{Named, both, fill, labelled};
use crate::store::catalogue::StoredSeries;
use crate::t;

pub(super) const TITLE: Named = Named {
    name: "title",
    label: t::admin_series_title,
};
pub(super) const TAGLINE: Named = Named {
    name: "tagline",
    label: t::admin_series_tagline,
};
pub(super) const INTRO: Named = Named {
    name: "intro",
    label: t::admin_series_intro,
};
pub(super) const STANCE: Named = Named {
    name: "stance",
    label: t::admin_series_stance,
};
pub(super) const AUDIENCE: Named = Named {
    name: "audience",
    label: t::admin_series_audience,
};
pub(super) const SLUG: Named = Named {
    name: "slug",
    label: t::admin_course_slug,
};
pub(super) const PROVIDERS: Named = Named {
    name: "providers",
    label: t::admin_series_provider,
};
pub(super) const PRICE: Named = Named {
    name: "price",
    label: t::admin_edition_price,
};
pub(super) const VAT: Named = Named {
    name: "vat-rate",
    label: t::admin_edition_vat_rate,
};
pub(super) const START: Named = Named {
    name: "start",
    label: t::admin_edition_start,
};
pub(super) const END: Named = Named {
    name: "end",
    label: t::admin_edition_end,
};
pub(super) const DEADLINE: Named = Named {
    name: "deadline-days",
    label: t::admin_edition_deadline_days,
};
pub(super) const MINIMUM: Named = Named {
    name: "minimum",
    label: t::admin_edition_minimum,
};
pub(super) const CATERING: Named = Named {
    name: "catering",
    label: t::admin_series_catering,
};
pub(super) const CONTACT: Named = Named {
    name: "contact",
    label: t::admin_series_contact,
};

const ALL: [Named; 15] = [
    TITLE, TAGLINE, INTRO, STANCE, AUDIENCE, SLUG, PROVIDERS, PRICE, VAT, START, END, DEADLINE, MINIMUM, CATERING, CONTACT,
];

/// The lists of the form.
pub(super) const LISTS: [&str; 1] = [PROVIDERS.name];
/// The most who offer a series together.
pub(super) const MOST_PROVIDERS: usize = 10;

/// What a field of the form is called.
pub(super) fn label(lang: Lang, name: &str) -> String {
    if let Some(of_venue) = venue::label(lang, name) {
        return of_venue;
    }
    let Some(field) = ALL
        .iter()
        .find(|field| name == field.name || name.strip_prefix(field.name).is_some_and(|rest| rest.starts_with('-')))
    else {
        return name.to_owned();
    };
    let words = match name
        .strip_prefix("providers-")
        .and_then(|rest| rest.split('-').next())
        .and_then(|row| row.parse::<usize>().ok())
    {
        Some(row) => format!("{} {}", (field.label)(lang), row + 1),
        None => (field.label)(lang).to_owned(),
    };
    match Lang::ALL.into_iter().find(|of| name.ends_with(&format!("-{}", of.code()))) {
        Some(of) => labelled(lang, &words, of),
        None => words,
    }
}

/// The form for a new series: the rules of the course page are filled in.
pub(super) fn blank(contact: &str) -> Fields {
    Fields::default()
        .with("providers-0-name", "")
        .with(VAT.name, "25")
        .with(START.name, "09:00")
        .with(END.name, "16:00")
        .with(DEADLINE.name, "10")
        .with(MINIMUM.name, "18")
        .with(CONTACT.name, contact)
}

/// The form for a stored series.
pub(super) fn filled(lang: Lang, stored: &StoredSeries, venue: Option<VenueId>) -> Fields {
    let (series, practical) = (&stored.series, &stored.practical);
    let mut fields = Fields::default();
    fields = fill(fill(fields, TITLE.name, &series.title), TAGLINE.name, &series.tagline);
    fields = fill(fill(fields, INTRO.name, &series.intro), STANCE.name, &series.stance);
    fields = fill(fields, AUDIENCE.name, &series.audience).with(SLUG.name, series.slug.as_str());
    for (row, provider) in series.providers.iter().enumerate() {
        fields = fields.with(&format!("{}-{row}-name", PROVIDERS.name), provider.name.as_str());
        fields = fill(fields, &format!("{}-{row}-profile", PROVIDERS.name), &provider.profile);
    }
    fields = fields
        .with(PRICE.name, amount(lang, practical.price))
        .with(VAT.name, percent(lang, practical.vat.get()))
        .with(START.name, clock(practical.start))
        .with(END.name, clock(practical.end))
        .with(DEADLINE.name, practical.deadline_days.to_string())
        .with(MINIMUM.name, practical.min_seats.to_string());
    fill(venue::fill(fields, venue), CATERING.name, &practical.catering).with(CONTACT.name, practical.contact.as_str())
}

/// Reads the form. Every mistake is found at once.
pub(super) fn read(fields: &Fields, lang: Lang, venues: &[(VenueId, Venue)], rows: usize) -> Result<SeriesDraft, Errors> {
    let mut check = Check::new(fields, lang);
    let title = both(&mut check, TITLE);
    let tagline = both(&mut check, TAGLINE);
    let intro = both(&mut check, INTRO);
    let stance = both(&mut check, STANCE);
    let audience = both(&mut check, AUDIENCE);
    let providers = providers(&mut check, rows);
    let practical = practical(&mut check, venues);
    let slug = slug(&mut check);
    let read = (|| {
        let series = CourseSeries {
            slug: slug?,
            title: title?,
            tagline: tagline?,
            intro: intro?,
            stance: stance?,
            audience: audience?,
            providers: providers?,
        };
        let (practical, venue) = practical?;
        Some(SeriesDraft { series, practical, venue })
    })();
    check.finish(read)
}

fn practical(check: &mut Check<'_>, venues: &[(VenueId, Venue)]) -> Option<(Practical, VenueChoice)> {
    let lang = check.lang();
    let missing = |field: Named| t::admin_fill_in(lang, (field.label)(lang));
    let price = check.required(PRICE.name, &missing(PRICE), Money::parse);
    let vat = check.required(VAT.name, &missing(VAT), BasisPoints::parse);
    let start = check.required(START.name, t::admin_edition_start_missing(lang), time);
    let end = check.required(END.name, t::admin_edition_end_missing(lang), time);
    if let (Some(start), Some(end)) = (start, end)
        && end <= start
    {
        check.wrong::<()>(END.name, t::admin_edition_ends_before_start(lang));
    }
    let (choice, venue) = venue::read(check, venues);
    let deadline_days = check.required(DEADLINE.name, &missing(DEADLINE), days_before);
    let min_seats = check.required(MINIMUM.name, &missing(MINIMUM), minimum);
    let catering = both(check, CATERING);
    let contact = check.required(CONTACT.name, &missing(CONTACT), Email::parse);
    let practical = Practical {
        price: price?,
        vat: vat?,
        venue,
        start: start?,
        end: end?,
        catering: catering?,
        deadline_days: deadline_days?,
        min_seats: min_seats?,
        contact: contact?,
    };
    Some((practical, choice?))
}

/// Those who offer the series; blank rows are left out. Their names in addresses follow from their names.
fn providers(check: &mut Check<'_>, rows: usize) -> Option<Vec<Provider>> {
    let lang = check.lang();
    let mut providers: Vec<Provider> = Vec::new();
    let mut all_right = true;
    for row in 0..rows.min(MOST_PROVIDERS) {
        let name_field = format!("{}-{row}-name", PROVIDERS.name);
        let [da, en] = Lang::ALL.map(|of| format!("{}-{row}-profile-{}", PROVIDERS.name, of.code()));
        if [&name_field, &da, &en].iter().all(|name| check.raw(name).trim().is_empty()) {
            continue;
        }
        let name = check.required(&name_field, t::admin_series_provider_name_missing(lang), Line::parse);
        let [da, en] = [(da, Lang::Da), (en, Lang::En)].map(|(field, of)| {
            let missing = t::admin_fill_in(lang, labelled(lang, t::admin_series_provider_profile(lang), of));
            check.required(&field, &missing, Prose::parse)
        });
        let slug = name.as_ref().and_then(|name: &Line<120>| match Slug::from_title(name.as_str()) {
            Ok(slug) if providers.iter().any(|other| other.slug == slug) => check.wrong(&name_field, t::admin_series_provider_twice(lang)),
            Ok(slug) => Some(slug),
            Err(error) => check.wrong(&name_field, platform::web::words::value_error(lang, &error)),
        });
        match (slug, name, da, en) {
            (Some(slug), Some(name), Some(da), Some(en)) => providers.push(Provider {
                slug,
                name,
                profile: crate::model::Bilingual::new(da, en),
            }),
            _ => all_right = false,
        }
    }
    all_right.then_some(providers)
}

/// The name in addresses; left blank, it follows from the Danish title.
fn slug(check: &mut Check<'_>) -> Option<Slug> {
    let typed = check.raw(SLUG.name).trim();
    if typed.is_empty() {
        // A title that is missing is told at the title.
        return Slug::from_title(check.raw(&TITLE.in_lang(Lang::Da))).ok();
    }
    check.required(SLUG.name, "", |_| Slug::parse(typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Fields {
        let texts = ["title", "tagline", "intro", "stance", "audience", "catering"];
        let mut fields = blank("kursus@tekno.example")
            .with("price", "3.000")
            .with("providers-0-name", "Teknologirådet");
        for name in texts {
            fields = fields
                .with(&format!("{name}-da"), format!("{name} på dansk"))
                .with(&format!("{name}-en"), format!("{name} in English"));
        }
        fields
            .with("providers-0-profile-da", "Uafhængig fond")
            .with("providers-0-profile-en", "An independent foundation")
    }

    #[test]
    fn the_rules_of_the_course_page_stand_in_a_new_series() {
        let draft = read(&typed(), Lang::Da, &[], 1).unwrap();
        let practical = &draft.practical;
        assert_eq!((practical.price, practical.vat), (Money::kroner(3_000), BasisPoints::percent(25)));
        assert_eq!(
            (
                practical.deadline_days,
                practical.min_seats,
                practical.start.hour(),
                practical.end.hour()
            ),
            (10, 18, 9, 16)
        );
        assert_eq!(
            (draft.series.slug.as_str(), draft.series.providers[0].slug.as_str()),
            ("title-paa-dansk", "teknologiraadet")
        );
    }

    #[test]
    fn two_providers_need_two_names_and_both_languages() {
        let fields = typed()
            .with("providers-1-name", "teknologirådet")
            .with("providers-1-profile-da", "Den samme");
        let errors = read(&fields, Lang::Da, &[], 2).unwrap_err();
        assert!(errors.get("providers-1-name").is_some() && errors.get("providers-1-profile-en").is_some());
        assert_eq!(label(Lang::Da, "providers-1-profile-en"), "Udbyder 2 (engelsk)");
    }

    #[test]
    fn a_day_cannot_end_before_it_begins() {
        assert!(read(&typed().with("end", "8"), Lang::Da, &[], 1).unwrap_err().get("end").is_some());
    }
}
