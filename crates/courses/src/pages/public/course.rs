//! One course: what it is for, what it holds, and its editions.

use maud::{Markup, html};
use platform::web::{Answer, Cx, Error, Visitor};
use texts::{Lang, format};
use ui::{
    Crumb, Definition, Href, Icon, Level, Page, Table, definitions, empty_state, grid_after, link_button, live, live_target,
    live_target_said, section,
};

use super::house::{Shown, shown};
use crate::model::{Course, Format, Price, PublicStatus, Testimonial, When};
use crate::pages::paths::{CATALOGUE, COURSE, COURSE_LIVE, INTEREST, SIGN_UP};
use crate::pages::wording;
use crate::store::catalogue::{self, StoredCourse};
use crate::store::{editions, words};
use crate::t;

pub(super) async fn show(cx: Cx<Visitor>) -> Answer {
    let (lang, db, scope) = (cx.lang, &cx.app.db, cx.proof.scope);
    let stored = catalogue::published_course(db, scope, cx.param("course"))
        .await?
        .ok_or(Error::NotFound)?;
    let editions = editions::all(db, scope)
        .await?
        .into_iter()
        .filter(|edition| edition.course_id == stored.id)
        .collect();
    let said = words::testimonials(db, scope)
        .await?
        .into_iter()
        .map(|(_, said)| said)
        .collect::<Vec<_>>();
    let slug = stored.course.slug.as_str();
    let (here, news) = (COURSE.url(lang, &[slug]), COURSE_LIVE.url(lang, &[slug]));
    let follow = |table: &Markup| live(lang, &Href::local(news.clone()), &Href::local(here.clone()), table);
    Ok(cx.page(&page(lang, &stored, &shown(editions, cx.app.clock.today()), &said, follow)))
}

/// The page of a course as the administration previews it: the same, but still, because only published courses have news.
pub(crate) fn view(lang: Lang, stored: &StoredCourse, editions: &[Shown], said: &[Testimonial]) -> Page {
    page(lang, stored, editions, said, Markup::clone)
}

fn page(lang: Lang, stored: &StoredCourse, editions: &[Shown], said: &[Testimonial], follow: impl Fn(&Markup) -> Markup) -> Page {
    let course = &stored.course;
    let slug = course.slug.as_str();
    let said: Vec<&Testimonial> = said
        .iter()
        .filter(|said| said.course == Some(stored.id) && said.may_be_shown())
        .collect();
    // What one can still take part in comes first.
    let mut by_use: Vec<&Shown> = editions.iter().collect();
    by_use.sort_by_key(|shown| shown.status.is_over());
    let table = follow(&edition_table(lang, course, &by_use));
    let runs = section(
        Level::Two,
        "editions",
        t::course_editions(lang),
        &html! {
            @if editions.is_empty() { (no_editions(lang, slug)) } @else { (table) }
        },
    );
    let main = html! {
        (section(Level::Two, "purpose", t::course_purpose(lang), &wording::paragraphs(course.purpose.get(lang))))
        @if !course.parts.is_empty() {
            (section(Level::Two, "parts", t::course_parts(lang), &html! { ol { @for part in &course.parts { li { (part.get(lang)) } } } }))
        }
        (section(Level::Two, "outcomes", t::course_outcomes(lang), &html! { ul { @for outcome in &course.outcomes { li { (outcome.get(lang)) } } } }))
        @if let Some(prerequisites) = &course.prerequisites {
            (section(Level::Two, "prerequisites", t::course_prerequisites(lang), &wording::paragraphs(prerequisites.get(lang))))
        }
        @if !said.is_empty() { (section(Level::Two, "said", t::course_said(lang), &quotes(lang, &said))) }
    };
    let body = html! { (runs) (grid_after(&facts(lang, course, editions), &main)) };
    let page = Page::new(course.title.get(lang).as_str(), body)
        .crumbs([Crumb::new(t::nav_courses(lang), Href::local(CATALOGUE.url(lang, &[])))])
        .lead(course.teaser.get(lang).as_str())
        .description(course.teaser.get(lang).as_str());
    match &course.subtitle {
        Some(subtitle) => page.above(html! { p { (subtitle.get(lang)) } }),
        None => page,
    }
}

fn no_editions(lang: Lang, slug: &str) -> Markup {
    let action = link_button(t::course_register_interest(lang), &Href::local(INTEREST.url(lang, &[slug])), true);
    empty_state(
        Level::Three,
        Icon::Info,
        t::course_no_editions_title(lang),
        t::course_no_editions_text(lang),
        Some(action),
    )
}

fn edition_table(lang: Lang, course: &Course, editions: &[&Shown]) -> Markup {
    let columns = [
        ui::Column::text(t::course_column_when(lang)),
        ui::Column::text(t::course_column_where(lang)),
        ui::Column::text(t::course_column_price(lang)),
        ui::Column::text(t::course_column_status(lang)),
        ui::Column::actions(t::course_column_action(lang)),
    ];
    Table::new(lang, t::course_edition_table(lang, course.title.get(lang)), columns)
        .caption_hidden()
        .rows(editions.iter().map(|shown| {
            let plan = shown.stored.edition.plan();
            [
                wording::when_shown(lang, &plan.when),
                html! { (wording::place(lang, plan)) },
                price(lang, plan.price),
                status_target(lang, shown),
                action_target(lang, course, shown),
            ]
        }))
        .render()
}

fn price(lang: Lang, price: Price) -> Markup {
    html! { (wording::price(lang, price)) br; span class="form-hint" { (wording::price_with_vat(lang, price)) } }
}

/// The status of an edition; replaced in open pages when seats change.
pub(super) fn status_target(lang: Lang, shown: &Shown) -> Markup {
    let when = wording::when(lang, &shown.stored.edition.plan().when);
    let said = t::live_seats_changed(lang, when, wording::status(lang, shown.status));
    let id = format!("status-{}", shown.stored.id);
    live_target_said(&id, &said, &wording::status_badge(lang, shown.status))
}

/// What one can do about an edition; replaced with its status.
pub(super) fn action_target(lang: Lang, course: &Course, shown: &Shown) -> Markup {
    let slug = course.slug.as_str();
    let edition = shown.stored.id.to_string();
    let body = html! {
        @match shown.status {
            PublicStatus::Open { last_day, .. } => {
                (link_button(t::course_sign_up(lang), &Href::local(SIGN_UP.url(lang, &[slug, &edition])), true))
                p class="form-hint" { (t::course_sign_up_by(lang, format::date(lang, last_day))) }
            },
            status if status.takes_interest() => (link_button(t::course_register_interest(lang), &Href::local(INTEREST.url(lang, &[slug])), false)),
            _ => {},
        }
    };
    live_target(&format!("action-{edition}"), &body)
}

fn facts(lang: Lang, course: &Course, editions: &[Shown]) -> Markup {
    let format = match course.format {
        Format::Course => t::course_format_course(lang),
        Format::Workshop => t::course_format_workshop(lang),
    };
    let days = editions.iter().find_map(|shown| match &shown.stored.edition.plan().when {
        When::Days(days) => Some(i64::from(days.count())),
        When::Season(_) => None,
    });
    let phases: Vec<_> = course.phases.iter().map(|phase| wording::phase(lang, *phase)).collect();
    let form = days.map_or_else(|| format.to_owned(), |days| format!("{format}, {}", t::course_days(lang, days)));
    let mut items = vec![Definition::text(t::course_facts(lang), &form)];
    if !phases.is_empty() {
        items.push(Definition::text(t::course_phases(lang), &phases.join(" · ")));
    }
    html! { (definitions(&items)) p { (t::course_bring_case(lang)) } }
}

/// Participants' words, with course and year and never a name.
pub(super) fn quotes(lang: Lang, said: &[&Testimonial]) -> Markup {
    html! {
        @for testimonial in said {
            figure class="quote" {
                blockquote { p { (testimonial.quote.get(lang)) } }
                figcaption { (t::testimonial_by(lang, testimonial.course_title.get(lang), testimonial.year)) }
            }
        }
    }
}
