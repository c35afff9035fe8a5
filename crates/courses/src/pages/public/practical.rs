//! What is usual: price, place, time, deadline and minimum.

use maud::{Markup, html};
use platform::values::VatClass;
use platform::web::{Answer, Cx, Visitor};
use texts::{Lang, format};
use ui::{Definition, Href, Level, Page, definitions, link_button, section};

use super::house::{House, section as words};
use crate::model::{PageTextKey, Practical, Price, PriceUnit};
use crate::pages::paths::FLYER;
use crate::pages::wording;
use crate::t;

pub(super) async fn show(cx: Cx<Visitor>) -> Answer {
    let lang = cx.lang;
    let house = House::read(&cx.app.db, cx.proof.scope, cx.app.clock.today()).await?;
    let texts = words(&cx.app.db, cx.proof.scope, &[PageTextKey::Package, PageTextKey::Tailored]).await?;
    let body = html! {
        @for series in &house.series { (facts(lang, &series.practical)) }
        @for text in &texts {
            (section(Level::Two, text.key.as_str(), text.heading.get(lang).as_str(), &wording::paragraphs(text.body.get(lang))))
        }
        p { (link_button(t::catalogue_flyer(lang), &Href::local(FLYER.url(lang, &[])), false)) }
    };
    Ok(cx.page(
        &Page::new(t::practical_title(lang), body)
            .lead(t::practical_lead(lang))
            .description(t::practical_lead(lang)),
    ))
}

fn facts(lang: Lang, practical: &Practical) -> Markup {
    let price = Price {
        amount: practical.price,
        unit: PriceUnit::Course,
        vat: VatClass::Standard(practical.vat),
    };
    let place = practical
        .venue
        .as_ref()
        .map_or_else(|| t::place_unknown(lang).to_owned(), crate::model::Venue::address);
    let mail = practical.contact.as_str();
    definitions(&[
        Definition::new(
            t::practical_price(lang),
            html! { (wording::price(lang, price)) br; (wording::price_with_vat(lang, price)) },
        ),
        Definition::text(t::practical_place(lang), &place),
        Definition::text(t::practical_time(lang), &format::time_span(lang, practical.start, practical.end)),
        Definition::text(t::practical_catering(lang), practical.catering.get(lang).as_str()),
        Definition::text(
            t::practical_deadline(lang),
            &t::practical_deadline_text(lang, i64::from(practical.deadline_days)),
        ),
        Definition::text(
            t::practical_minimum(lang),
            &t::practical_minimum_text(lang, i64::from(practical.min_seats)),
        ),
        Definition::new(t::practical_contact(lang), html! { a href=(Href::mail(mail)) { (mail) } }),
    ])
}
