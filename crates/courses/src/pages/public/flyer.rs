//! The course programme as a PDF, made from the catalogue as it is.

use documents::flyer::{Choice, Course as FlyerCourse, Flyer, Practical, Season as FlyerSeason};
use platform::values::VatClass;
use platform::web::{Answer, Cx, Error, Visitor, file};
use texts::{Lang, format};

use super::house::{House, Shown, section};
use crate::model::{PageText, PageTextKey, Price, PriceUnit, PublicStatus, Season};
use crate::pages::paths::CATALOGUE;
use crate::pages::wording;
use crate::store::catalogue::StoredSeries;
use crate::t;

pub(super) async fn download(cx: Cx<Visitor>) -> Answer {
    let (lang, today) = (cx.lang, cx.app.clock.today());
    let house = House::read(&cx.app.db, cx.proof.scope, today).await?;
    let keys = [PageTextKey::WhoCanTakePart, PageTextKey::Package, PageTextKey::Tailored];
    let texts = section(&cx.app.db, cx.proof.scope, &keys).await?;
    let series = house.series.first().ok_or(Error::NotFound)?;
    let flyer = Flyer {
        house: cx.organisation.name.clone(),
        url: cx.absolute(&CATALOGUE.url(lang, &[])),
        date: today,
        ..flyer(lang, &house, series, &texts)
    };
    // Dated by the day, so that the same programme gives the same bytes all day.
    let created = texts::format::time_zone()
        .to_timestamp(today.to_datetime(jiff::civil::Time::midnight()))
        .unwrap_or(cx.app.clock.now());
    // Typesetting takes some tens of milliseconds of one core: not on the threads that answer requests.
    let pdf = tokio::task::spawn_blocking(move || flyer.to_pdf(lang, created))
        .await
        .map_err(|error| Error::Internal(error.to_string()))?;
    let pdf = pdf.map_err(|error| Error::Internal(error.to_string()))?;
    Ok(file(pdf, &format!("{}.pdf", t::flyer_name(lang)), "application/pdf"))
}

fn flyer(lang: Lang, house: &House, series: &StoredSeries, texts: &[PageText]) -> Flyer {
    let text = |key| texts.iter().find(|text| text.key == key);
    let practical = &series.practical;
    let price = Price {
        amount: practical.price,
        unit: PriceUnit::Course,
        vat: VatClass::Standard(practical.vat),
    };
    let choice = |text: &PageText| Choice {
        title: text.heading.get(lang).to_string(),
        text: text.body.get(lang).to_string(),
    };
    Flyer {
        house: String::new(),
        title: series.series.title.get(lang).to_string(),
        tagline: series.series.tagline.get(lang).to_string(),
        intro: series.series.intro.get(lang).to_string(),
        seasons: seasons(lang, house),
        practical: Practical {
            price_ex_vat: wording::price(lang, price),
            price_incl_vat: wording::price_with_vat(lang, price),
            place: practical
                .venue
                .as_ref()
                .map_or_else(|| t::place_unknown(lang).to_owned(), crate::model::Venue::address),
            times: format!(
                "{}, {}",
                format::time_span(lang, practical.start, practical.end),
                practical.catering.get(lang)
            ),
            deadline: t::practical_deadline_text(lang, i64::from(practical.deadline_days)),
            minimum: t::practical_minimum_text(lang, i64::from(practical.min_seats)),
        },
        who: text(PageTextKey::WhoCanTakePart).map_or_else(String::new, |text| text.body.get(lang).to_string()),
        options: [PageTextKey::Package, PageTextKey::Tailored]
            .into_iter()
            .filter_map(text)
            .map(choice)
            .collect(),
        contact_mail: practical.contact.to_string(),
        url: String::new(),
        date: jiff::civil::Date::MIN,
    }
}

/// Editions to come, by season; courses that only collect interest under their window.
fn seasons(lang: Lang, house: &House) -> Vec<FlyerSeason> {
    let mut seasons: Vec<FlyerSeason> = Vec::new();
    for shown in &house.editions {
        let Some(title) = season_title(lang, shown) else { continue };
        let Some(course) = house.course_of(shown) else { continue };
        let plan = shown.stored.edition.plan();
        let entry = FlyerCourse {
            title: course.title.get(lang).to_string(),
            teaser: course.teaser.get(lang).to_string(),
            when: wording::when(lang, &plan.when),
            place: wording::place(lang, plan),
            status: wording::status(lang, shown.status),
            price: wording::price(lang, plan.price),
        };
        match seasons.iter_mut().find(|season| season.title == title) {
            Some(season) => season.courses.push(entry),
            None => seasons.push(FlyerSeason {
                title,
                courses: vec![entry],
            }),
        }
    }
    seasons
}

fn season_title(lang: Lang, shown: &Shown) -> Option<String> {
    match (shown.status, shown.stored.first_day()) {
        (PublicStatus::Held | PublicStatus::Cancelled | PublicStatus::Moved, _) => None,
        (_, Some(day)) => Some(wording::season(lang, Season::of(day))),
        (PublicStatus::InterestOnly { season: Some(window) }, None) => Some(wording::season_window(lang, window)),
        (_, None) => None,
    }
}
