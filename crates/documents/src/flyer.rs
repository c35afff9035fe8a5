//! The flyer of a course programme: what is offered, when, at what price, and how to sign up. One or two sheets.

use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use serde_json::json;
use texts::{Lang, format};

use crate::pdf::{self, Meta, PdfError, Template};
use crate::{qr, t};

/// The layout.
pub const TEMPLATE: Template = Template {
    name: "flyer",
    source: include_str!("../templates/flyer.typ"),
};

/// All that a flyer says. Texts come as the reader should see them, in the flyer's language, with amounts and dates already written out
/// the way the web pages write them. A line break is kept; an empty line begins a new paragraph.
#[derive(Clone, Debug)]
pub struct Flyer {
    /// Who offers the courses.
    pub house: String,
    /// The headline, as `Kurser i borgerinddragelse`.
    pub title: String,
    /// One line under the headline.
    pub tagline: String,
    /// What it is about.
    pub intro: String,
    /// The courses, by season, in the order of the flyer.
    pub seasons: Vec<Season>,
    /// Price, place, times, deadline, minimum.
    pub practical: Practical,
    /// Whom the courses are for.
    pub who: String,
    /// Other ways to take part, such as the package or a tailored course. May be empty.
    pub options: Vec<Choice>,
    /// Where to write.
    pub contact_mail: String,
    /// The web page of the programme; also in the QR code.
    pub url: String,
    /// When the programme looked like this; printed on every page.
    pub date: Date,
}

/// Courses under one heading, as `Efterår 2023`.
#[derive(Clone, Debug, Serialize)]
pub struct Season {
    /// The heading.
    pub title: String,
    /// What is offered.
    pub courses: Vec<Course>,
}

/// One row of the programme.
#[derive(Clone, Debug, Serialize)]
pub struct Course {
    /// Name of the course.
    pub title: String,
    /// What it is about, in a sentence or two.
    pub teaser: String,
    /// Date and time, or the season in which it is planned.
    pub when: String,
    /// Place or `online`. May be empty.
    #[serde(rename = "where")]
    pub place: String,
    /// Such as `Fuldt booket` or `8 ledige pladser`.
    pub status: String,
    /// May be empty, when the price is the same for all and stands under the practical facts.
    pub price: String,
}

/// The facts that hold for all courses.
#[derive(Clone, Debug)]
pub struct Practical {
    /// Price without VAT, with unit and what it covers, as `3.000 kr. ekskl. moms pr. person pr. kursus`.
    pub price_ex_vat: String,
    /// The same with VAT. Empty where no VAT is charged.
    pub price_incl_vat: String,
    /// Address.
    pub place: String,
    /// Hours, and what is included.
    pub times: String,
    /// Last day to sign up, as a rule: `Senest 10 dage før afholdelse`.
    pub deadline: String,
    /// The number needed for the course to run, as `Mindst 18`.
    pub minimum: String,
}

/// A further way to take part.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// What it is called.
    pub title: String,
    /// What it is.
    pub text: String,
}

impl Flyer {
    /// The flyer as a PDF; `created` is the time that stands in the file.
    ///
    /// # Errors
    /// As [`pdf::render`].
    pub fn to_pdf(&self, lang: Lang, created: Timestamp) -> Result<Vec<u8>, PdfError> {
        pdf::render(&TEMPLATE, &self.data(lang), lang, created)
    }

    fn data(&self, lang: Lang) -> serde_json::Value {
        // A PDF without a title is refused; a flyer without one is merely poor.
        let title = [&self.title, &self.house]
            .into_iter()
            .map(|text| text.trim())
            .find(|text| !text.is_empty())
            .unwrap_or("–");
        let shown = self
            .url
            .trim_start_matches("https://")
            .trim_start_matches("http://")
            .trim_end_matches('/');
        let price = [&self.practical.price_ex_vat, &self.practical.price_incl_vat];
        let price: Vec<&str> = price.into_iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
        let facts = [
            (t::flyer_price(lang), price.join("\n")),
            (t::flyer_place(lang), self.practical.place.clone()),
            (t::flyer_times(lang), self.practical.times.clone()),
            (t::flyer_deadline(lang), self.practical.deadline.clone()),
            (t::flyer_minimum(lang), self.practical.minimum.clone()),
        ];
        json!({
            "meta": Meta {
                title: title.to_owned(),
                description: t::flyer_description(lang, &self.house, title),
                author: self.house.clone(),
                keywords: self.seasons.iter().flat_map(|season| &season.courses).map(|course| course.title.clone()).collect(),
            },
            "footer": t::flyer_issued(lang, &self.house, format::date(lang, self.date)),
            "page": t::document_page(lang, "{page}", "{pages}"),
            "labels": {
                "qr": t::flyer_qr_alt(lang, shown),
                "course": t::flyer_course(lang),
                "when_where": t::flyer_when_where(lang),
                "status_price": t::flyer_status_price(lang),
                "practical": t::flyer_practical(lang),
                "who": t::flyer_who(lang),
                "contact": t::flyer_contact(lang),
                "write_to": t::flyer_write_to(lang),
                "read_more": t::flyer_read_more(lang),
            },
            "house": self.house,
            "title": title,
            "tagline": self.tagline,
            "intro": self.intro,
            "seasons": self.seasons,
            "practical": facts
                .iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(label, value)| json!({ "label": label, "value": value }))
                .collect::<Vec<_>>(),
            "who": self.who,
            "options": self.options,
            "contact": { "url": format!("mailto:{}", self.contact_mail), "shown": self.contact_mail },
            "page_link": { "url": self.url, "shown": shown },
            "qr": qr::svg(&self.url).map(|svg| json!({ "svg": svg })),
        })
    }
}
