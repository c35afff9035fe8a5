//! Participants' words: the list in the order of the page, and each of them.

use maud::{Markup, html};
use platform::web::{Answer, Error, redirect_with_notice};
use texts::format;
use ui::{Badge, Button, Column, Confirm, Crumb, Definition, Errors, Icon, Level, Page, Table, definitions, empty_state, link_button};

use super::testimonial_form as form;
use crate::actions::write_words;
use crate::model::{Testimonial, TestimonialId};
use crate::pages::admin::courses::direction;
use crate::pages::admin::parts::{self, Manager, href, url};
use crate::pages::admin::paths::{TEXTS, WORDS, WORDS_CONSENT, WORDS_NEW, WORDS_ONE, WORDS_REMOVE, WORDS_SHIFT};
use crate::store::{catalogue, words as stored_words};
use crate::t;

/// How much of a quote it takes to know it by, in characters.
const LONGEST: usize = 80;

/// The first words of a quote.
fn beginning(quote: &str) -> String {
    if quote.chars().count() <= LONGEST {
        return quote.to_owned();
    }
    let cut: String = quote.chars().take(LONGEST).collect();
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{words}\u{a0}…")
}

pub(super) async fn list(cx: Manager) -> Answer {
    let lang = cx.lang;
    let said = stored_words::testimonials(&cx.app.db, cx.proof.scope).await?;
    let columns = [
        Column::text(t::admin_words_quote(lang)),
        Column::text(t::admin_course_column(lang)),
        Column::text(t::admin_course_shown(lang)),
        Column::actions(t::admin_actions(lang)),
    ];
    let last = said.len().saturating_sub(1);
    let rows = said.iter().enumerate().map(|(place, (id, one))| {
        let start = beginning(one.quote.get(lang).as_str());
        [
            html! { a href=(href(&cx, WORDS_ONE, &[&id.to_string()])) { (start) } },
            html! { (one.course_title.get(lang)) ", " (one.year) },
            shown_badge(&cx, one),
            shift_form(&cx, *id, &start, place > 0, place < last),
        ]
    });
    let new = link_button(t::admin_words_new(lang), &href(&cx, WORDS_NEW, &[]), true);
    let empty = empty_state(
        Level::Two,
        Icon::Chat,
        t::admin_words_none(lang),
        t::admin_words_none_text(lang),
        Some(new.clone()),
    );
    let body = html! {
        @if !said.is_empty() { p { (new) } }
        (Table::new(lang, t::admin_words_title(lang), columns).caption_hidden().rows(rows).empty(empty).render())
    };
    let hub = Crumb::new(t::admin_nav_texts(lang), href(&cx, TEXTS, &[]));
    Ok(cx.page(
        &Page::new(t::admin_words_title(lang), body)
            .crumbs(parts::crumbs(&cx, [hub]))
            .wide()
            .noindex(),
    ))
}

fn shown_badge(cx: &Manager, said: &Testimonial) -> Markup {
    match said.may_be_shown() {
        true => ui::badge(Badge::Success, t::admin_published(cx.lang)),
        false => ui::badge(Badge::Warning, t::admin_words_withdrawn(cx.lang)),
    }
}

fn shift_form(cx: &Manager, id: TestimonialId, about: &str, up: bool, down: bool) -> Markup {
    let lang = cx.lang;
    let button = |icon, text, to| Button::plain(icon, text).name("shift", to).about(about);
    let buttons = html! {
        @if up { (button(Icon::ArrowUp, t::admin_move_up(lang), "up")) }
        " "
        @if down { (button(Icon::ArrowDown, t::admin_move_down(lang), "down")) }
    };
    parts::form(cx, WORDS_SHIFT, &[&id.to_string()]).body(&buttons)
}

pub(super) async fn new(cx: Manager) -> Answer {
    let courses = catalogue::courses(&cx.app.db, cx.proof.scope).await?;
    let fields = form::view(cx.lang, &form::blank(cx.lang), &Errors::default(), &courses, true);
    Ok(cx.page(&page(
        &cx,
        t::admin_words_new(cx.lang),
        parts::form(&cx, WORDS_NEW, &[]).warn_unsaved().body(&fields),
    )))
}

pub(super) async fn create(cx: Manager) -> Answer {
    let courses = catalogue::courses(&cx.app.db, cx.proof.scope).await?;
    match form::read(&cx.form, cx.lang, &courses, None, cx.app.clock.now()) {
        Ok(said) => {
            write_words::save_testimonial(&cx.app, &cx.proof, None, &said).await?;
            Ok(redirect_with_notice(&cx, &url(&cx, WORDS, &[]), t::admin_saved(cx.lang)))
        }
        Err(errors) => {
            let fields = form::view(cx.lang, &cx.form, &errors, &courses, true);
            Ok(cx.page_with_mistakes(page(
                &cx,
                t::admin_words_new(cx.lang),
                parts::form(&cx, WORDS_NEW, &[]).warn_unsaved().body(&fields),
            )))
        }
    }
}

pub(super) async fn show(cx: Manager) -> Answer {
    let (id, said) = find(&cx).await?;
    let courses = catalogue::courses(&cx.app.db, cx.proof.scope).await?;
    let fields = form::view(cx.lang, &form::filled(&said), &Errors::default(), &courses, false);
    Ok(cx.page(&one(&cx, id, &said, &fields)))
}

pub(super) async fn save(cx: Manager) -> Answer {
    let (id, stored) = find(&cx).await?;
    let courses = catalogue::courses(&cx.app.db, cx.proof.scope).await?;
    match form::read(&cx.form, cx.lang, &courses, Some(&stored), cx.app.clock.now()) {
        Ok(said) => {
            write_words::save_testimonial(&cx.app, &cx.proof, Some(id), &said).await?;
            Ok(redirect_with_notice(&cx, &url(&cx, WORDS, &[]), t::admin_saved(cx.lang)))
        }
        Err(errors) => Ok(cx.page_with_mistakes(one(&cx, id, &stored, &form::view(cx.lang, &cx.form, &errors, &courses, false)))),
    }
}

pub(super) async fn shift(cx: Manager) -> Answer {
    write_words::shift_testimonial(&cx.app, &cx.proof, cx.id("testimonial")?, direction(&cx)?).await?;
    Ok(redirect_with_notice(&cx, &url(&cx, WORDS, &[]), t::admin_saved(cx.lang)))
}

pub(super) async fn withdraw(cx: Manager) -> Answer {
    write_words::withdraw_consent(&cx.app, &cx.proof, cx.id("testimonial")?).await?;
    Ok(redirect_with_notice(
        &cx,
        &url(&cx, WORDS, &[]),
        t::admin_words_withdrawn_now(cx.lang),
    ))
}

pub(super) async fn remove(cx: Manager) -> Answer {
    write_words::remove_testimonial(&cx.app, &cx.proof, cx.id("testimonial")?).await?;
    Ok(redirect_with_notice(&cx, &url(&cx, WORDS, &[]), t::admin_removed(cx.lang)))
}

async fn find(cx: &Manager) -> Result<(TestimonialId, Testimonial), Error> {
    let asked: TestimonialId = cx.id("testimonial")?;
    let all = stored_words::testimonials(&cx.app.db, cx.proof.scope).await?;
    all.into_iter().find(|(id, _)| *id == asked).ok_or(Error::NotFound)
}

fn one(cx: &Manager, id: TestimonialId, said: &Testimonial, fields: &Markup) -> Page {
    let (lang, id) = (cx.lang, id.to_string());
    let title = t::testimonial_by(lang, said.course_title.get(lang), said.year);
    let mut consent = vec![
        Definition::text(t::admin_words_consent(lang), said.consent.text.as_str()),
        Definition::text(t::admin_words_consent_at(lang), &format::datetime(lang, said.consent.given_at)),
    ];
    if let Some(at) = said.consent.withdrawn_at {
        consent.push(Definition::text(t::admin_words_withdrawn(lang), &format::datetime(lang, at)));
    }
    let withdraw = Confirm::new(lang, t::admin_words_withdraw_sure(lang), t::admin_words_withdraw_means(lang));
    let remove = Confirm::new(lang, t::admin_remove_sure(lang, &title), t::admin_remove_means(lang));
    let body = html! {
        (definitions(&consent))
        (parts::form(cx, WORDS_ONE, &[&id]).warn_unsaved().body(fields))
        (ui::divider())
        @if said.may_be_shown() {
            (parts::form(cx, WORDS_CONSENT, &[&id]).body(&html! { (Button::danger(t::admin_words_withdraw(lang), withdraw)) }))
        }
        (parts::form(cx, WORDS_REMOVE, &[&id]).body(&html! { (Button::danger(t::admin_remove(lang), remove)) }))
    };
    page(cx, &title, body)
}

fn page(cx: &Manager, title: &str, body: Markup) -> Page {
    let way = [
        Crumb::new(t::admin_nav_texts(cx.lang), href(cx, TEXTS, &[])),
        Crumb::new(t::admin_words_title(cx.lang), href(cx, WORDS, &[])),
    ];
    Page::new(title, body).crumbs(parts::crumbs(cx, way)).noindex()
}
