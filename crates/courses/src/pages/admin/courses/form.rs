//! The form of a course: what stands in it for a stored one, and what comes out of a filled-in one.

use std::str::FromStr;

use platform::values::{Slug, ValueError};
use platform::web::{Check, Fields};
use texts::Lang;
use ui::Errors;

use crate::model::{Bilingual, Course, CourseSeriesId, Format, Level, Phase, Point, PriceUnit, Theme};
use crate::pages::admin::fields::{Named, both, both_or_none, fill, labelled};
use crate::pages::paths::RESERVED;
use crate::store::catalogue::StoredCourse;
use crate::t;

pub(super) const SERIES: Named = Named {
    name: "series",
    label: t::admin_course_series,
};
pub(super) const SLUG: Named = Named {
    name: "slug",
    label: t::admin_course_slug,
};
pub(super) const FORMAT: Named = Named {
    name: "format",
    label: t::admin_course_format,
};
pub(super) const LEVEL: Named = Named {
    name: "level",
    label: t::admin_course_level,
};
pub(super) const PRICE_UNIT: Named = Named {
    name: "price-unit",
    label: t::admin_course_price_unit,
};
pub(super) const THEMES: Named = Named {
    name: "themes",
    label: t::admin_course_themes,
};
pub(super) const PHASES: Named = Named {
    name: "phases",
    label: t::admin_course_phases,
};
pub(super) const TITLE: Named = Named {
    name: "title",
    label: t::admin_course_title,
};
pub(super) const SUBTITLE: Named = Named {
    name: "subtitle",
    label: t::admin_course_subtitle,
};
pub(super) const TEASER: Named = Named {
    name: "teaser",
    label: t::admin_course_teaser,
};
pub(super) const PURPOSE: Named = Named {
    name: "purpose",
    label: t::admin_course_purpose,
};
pub(super) const PARTS: Named = Named {
    name: "parts",
    label: t::admin_course_part,
};
pub(super) const OUTCOMES: Named = Named {
    name: "outcomes",
    label: t::admin_course_outcome,
};
pub(super) const PREREQUISITES: Named = Named {
    name: "prerequisites",
    label: t::admin_course_prerequisites,
};

const ALL: [Named; 14] = [
    SERIES,
    SLUG,
    FORMAT,
    LEVEL,
    PRICE_UNIT,
    THEMES,
    PHASES,
    TITLE,
    SUBTITLE,
    TEASER,
    PURPOSE,
    PARTS,
    OUTCOMES,
    PREREQUISITES,
];

/// The lists of the form.
pub(super) const LISTS: [&str; 2] = [PARTS.name, OUTCOMES.name];
/// The most parts and the most outcomes.
pub(super) const MOST_POINTS: usize = 20;

/// What a field of the form is called: "Del 2 (dansk)".
pub(super) fn label(lang: Lang, name: &str) -> String {
    let Some(field) = ALL
        .iter()
        .find(|field| name == field.name || name.strip_prefix(field.name).is_some_and(|rest| rest.starts_with('-')))
    else {
        return name.to_owned();
    };
    let words = (field.label)(lang);
    let words = match name.split('-').nth(1).and_then(|row| row.parse::<usize>().ok()) {
        Some(row) => format!("{words} {}", row + 1),
        None => words.to_owned(),
    };
    match Lang::ALL.into_iter().find(|of| name.ends_with(&format!("-{}", of.code()))) {
        Some(of) => labelled(lang, &words, of),
        None => words,
    }
}

/// The form for a new course.
pub(super) fn blank() -> Fields {
    Fields::default()
        .with(FORMAT.name, Format::Course.as_str())
        .with(LEVEL.name, Level::Open.as_str())
        .with(PRICE_UNIT.name, PriceUnit::Course.as_str())
}

/// The form for a stored course.
pub(super) fn filled(stored: &StoredCourse) -> Fields {
    let course = &stored.course;
    let mut fields = Fields::default()
        .with(SERIES.name, stored.series_id.to_string())
        .with(SLUG.name, course.slug.as_str())
        .with(FORMAT.name, course.format.as_str())
        .with(LEVEL.name, course.level.as_str())
        .with(PRICE_UNIT.name, course.price_unit.as_str());
    fields = fill(fields, TITLE.name, &course.title);
    if let Some(subtitle) = &course.subtitle {
        fields = fill(fields, SUBTITLE.name, subtitle);
    }
    fields = fill(fill(fields, TEASER.name, &course.teaser), PURPOSE.name, &course.purpose);
    for (list, points) in [(PARTS, &course.parts), (OUTCOMES, &course.outcomes)] {
        for (row, point) in points.iter().enumerate() {
            fields = fill(fields, &format!("{}-{row}", list.name), point);
        }
    }
    if let Some(prerequisites) = &course.prerequisites {
        fields = fill(fields, PREREQUISITES.name, prerequisites);
    }
    let choices = course
        .themes
        .iter()
        .map(|theme| (THEMES.name, theme.as_str()))
        .chain(course.phases.iter().map(|phase| (PHASES.name, phase.as_str())));
    for (name, choice) in choices {
        // A handful of choices: far from the most fields a form may have.
        let _ = fields.push(name.to_owned(), choice.to_owned());
    }
    fields
}

/// Reads the form. Every mistake is found at once.
pub(super) fn read(fields: &Fields, lang: Lang, series: &[CourseSeriesId]) -> Result<(CourseSeriesId, Course), Errors> {
    let mut check = Check::new(fields, lang);
    let series = of_house(&mut check, series);
    let title = both(&mut check, TITLE);
    let slug = slug(&mut check);
    let subtitle = both_or_none(&mut check, SUBTITLE);
    let teaser = both(&mut check, TEASER);
    let purpose = both(&mut check, PURPOSE);
    let parts = points(&mut check, fields, PARTS);
    let outcomes = points(&mut check, fields, OUTCOMES);
    let format = choice::<Format>(&mut check, FORMAT);
    let level = choice::<Level>(&mut check, LEVEL);
    let prerequisites = both_or_none(&mut check, PREREQUISITES);
    if level == Some(Level::BuildsOn) && prerequisites == Some(None) {
        check.wrong::<()>(&PREREQUISITES.in_lang(Lang::Da), t::admin_course_prerequisites_missing(lang));
    }
    let price_unit = choice::<PriceUnit>(&mut check, PRICE_UNIT);
    let themes = choices::<Theme>(&mut check, fields, THEMES, Theme::ALL);
    let phases = choices::<Phase>(&mut check, fields, PHASES, Phase::ALL);
    let read = (|| {
        let course = Course {
            slug: slug?,
            format: format?,
            level: level?,
            price_unit: price_unit?,
            themes: themes?,
            phases: phases?,
            title: title?,
            subtitle: subtitle?,
            teaser: teaser?,
            purpose: purpose?,
            parts: parts?,
            outcomes: outcomes?,
            prerequisites: prerequisites?,
        };
        Some((series?, course))
    })();
    check.finish(read)
}

/// One of the house's own series; others may know of theirs what they like.
fn of_house(check: &mut Check<'_>, series: &[CourseSeriesId]) -> Option<CourseSeriesId> {
    match (series, check.raw(SERIES.name).parse::<CourseSeriesId>()) {
        (_, Ok(chosen)) if series.contains(&chosen) => Some(chosen),
        ([only], Err(_)) if check.raw(SERIES.name).is_empty() => Some(*only),
        _ => {
            let missing = t::admin_choose(check.lang(), (SERIES.label)(check.lang()));
            check.wrong(SERIES.name, missing)
        }
    }
}

/// The name in addresses; left blank, it follows from the Danish title.
fn slug(check: &mut Check<'_>) -> Option<Slug> {
    let lang = check.lang();
    let typed = check.raw(SLUG.name).trim();
    let slug = if typed.is_empty() {
        // A title that is missing is told at the title.
        Slug::from_title(check.raw(&TITLE.in_lang(Lang::Da))).ok()?
    } else {
        check.required(SLUG.name, "", |_| Slug::parse(typed))?
    };
    if RESERVED.contains(&slug.as_str()) {
        return check.wrong(SLUG.name, t::admin_course_slug_reserved(lang, slug.as_str()));
    }
    Some(slug)
}

/// The rows of a list; blank rows are left out.
fn points(check: &mut Check<'_>, fields: &Fields, list: Named) -> Option<Vec<Bilingual<Point>>> {
    let mut points = Vec::new();
    let mut all_right = true;
    for row in 0..MOST_POINTS {
        let [da, en] = Lang::ALL.map(|of| format!("{}-{row}-{}", list.name, of.code()));
        if fields.get(&da).trim().is_empty() && fields.get(&en).trim().is_empty() {
            continue;
        }
        let [da, en] = [da, en].map(|name| {
            let missing = t::admin_fill_in(check.lang(), label(check.lang(), &name));
            check.required(&name, &missing, Point::parse)
        });
        match (da, en) {
            (Some(da), Some(en)) => points.push(Bilingual::new(da, en)),
            _ => all_right = false,
        }
    }
    all_right.then_some(points)
}

/// One of a few choices.
fn choice<T: FromStr>(check: &mut Check<'_>, field: Named) -> Option<T> {
    match check.raw(field.name).parse() {
        Ok(choice) => Some(choice),
        Err(_) => {
            let missing = t::admin_choose(check.lang(), (field.label)(check.lang()));
            check.wrong(field.name, missing)
        }
    }
}

/// Any of a few choices, in the order of their declaration.
fn choices<T: FromStr + Copy + PartialEq>(check: &mut Check<'_>, fields: &Fields, field: Named, all: &[T]) -> Option<Vec<T>> {
    let sent: Result<Vec<T>, T::Err> = fields.all(field.name).map(str::parse).collect();
    match sent {
        Ok(sent) => Some(all.iter().copied().filter(|choice| sent.contains(choice)).collect()),
        Err(_) => {
            let text = platform::web::words::value_error(check.lang(), &ValueError::NotAChoice);
            check.wrong(field.name, text)
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn series() -> CourseSeriesId {
        CourseSeriesId::from_uuid(Uuid::from_u128(7))
    }

    fn typed() -> Fields {
        let texts = [
            ("title-da", "Kom godt i gang med borgerinddragelse"),
            ("title-en", "Getting started with citizen involvement"),
            ("teaser-da", "Introduktion"),
            ("teaser-en", "Introduction"),
            ("purpose-da", "Forståelse og redskaber"),
            ("purpose-en", "Understanding and tools"),
            ("outcomes-0-da", "Kendskab til rationaler"),
            ("outcomes-0-en", "Knowledge of rationales"),
            ("outcomes-2-da", "Viden om principper"),
            ("outcomes-2-en", "Knowledge of principles"),
        ];
        texts.into_iter().fold(blank(), |fields, (name, text)| fields.with(name, text))
    }

    #[test]
    fn the_first_course_of_the_page_is_read_and_reads_back_as_itself() {
        let (of, course) = read(&typed(), Lang::Da, &[series()]).unwrap();
        assert_eq!((of, course.slug.as_str()), (series(), "kom-godt-i-gang-med-borgerinddragelse"));
        assert_eq!((course.outcomes.len(), course.subtitle.is_none(), course.parts.len()), (2, true, 0));
        let stored = StoredCourse {
            id: crate::model::CourseId::from_uuid(Uuid::from_u128(1)),
            series_id: of,
            course: course.clone(),
            published: false,
        };
        assert_eq!(read(&filled(&stored), Lang::En, &[series()]), Ok((of, course)));
    }

    #[test]
    fn every_mistake_is_found_at_once_and_named_at_its_field() {
        let fields = typed()
            .with("title-en", " ")
            .with("subtitle-da", "Kun dansk")
            .with("outcomes-2-en", "")
            .with("slug", "Nyt Kursus")
            .with("level", "builds-on")
            .with("themes", "alt");
        let errors = read(&fields, Lang::Da, &[series()]).unwrap_err();
        let wrong: Vec<&str> = errors.iter().map(|(field, _)| field).collect();
        assert_eq!(
            wrong,
            ["title-en", "slug", "subtitle-en", "outcomes-2-en", "prerequisites-da", "themes"]
        );
        assert_eq!(errors.get("outcomes-2-en"), Some("Udfyld »Udbytte 3 (engelsk)«."));
    }

    #[test]
    fn a_course_cannot_take_the_address_of_a_page_or_join_a_strange_series() {
        let errors = read(&typed().with("slug", "om"), Lang::Da, &[series()]).unwrap_err();
        assert!(errors.get("slug").is_some());
        let strange = Uuid::from_u128(8).to_string();
        let errors = read(&typed().with("series", strange), Lang::Da, &[series()]).unwrap_err();
        assert!(errors.get("series").is_some());
        let both = [series(), CourseSeriesId::from_uuid(Uuid::from_u128(9))];
        assert!(
            read(&typed(), Lang::Da, &both).unwrap_err().get("series").is_some(),
            "with two series one must choose"
        );
    }
}
