//! Writing one section of the house's pages.

use jiff::Timestamp;
use maud::{Markup, html};
use platform::web::{Answer, Check, Error, Fields, redirect_with_notice};
use ui::{Button, Crumb, Errors, Page, error_summary, hidden};

use crate::actions::write_words;
use crate::model::{PageText, PageTextKey, Prose};
use crate::pages::admin::clash::{self, VERSION};
use crate::pages::admin::fields::{Draft, Named, both, fill, labelled};
use crate::pages::admin::parts::{self, Manager, href, url};
use crate::pages::admin::paths::{PAGE_TEXT, TEXTS};
use crate::pages::admin::words;
use crate::store::{edit_words, words as stored_words};
use crate::t;

const HEADING: Named = Named {
    name: "heading",
    label: t::admin_text_heading,
};
const BODY: Named = Named {
    name: "body",
    label: t::admin_text_body,
};

pub(super) async fn show(cx: Manager) -> Answer {
    let key = key(&cx)?;
    let fields = stored(&cx, key).await?;
    Ok(cx.page(&page(&cx, key, &fields, &Errors::default(), &html! {})))
}

pub(super) async fn save(cx: Manager) -> Answer {
    let key = key(&cx)?;
    let mut check = Check::new(&cx.form, cx.lang);
    let (heading, body) = (both(&mut check, HEADING), both(&mut check, BODY));
    let text = match check.finish((|| {
        Some(PageText {
            key,
            heading: heading?,
            body: body?,
        })
    })()) {
        Ok(text) => text,
        Err(errors) => return Ok(cx.page_with_mistakes(page(&cx, key, &cx.form, &errors, &html! {}))),
    };
    let version: Timestamp = clash::version_sent(&cx.form);
    if write_words::save_page_text(&cx.app, &cx.proof, &text, version).await? {
        return Ok(redirect_with_notice(&cx, &url(&cx, TEXTS, &[]), t::admin_saved(cx.lang)));
    }
    let now = stored(&cx, key).await?;
    let notice = clash::notice(cx.lang, &clash::differences(&cx.form, &now), |name| label(&cx, name));
    let fields = cx.form.clone().with(VERSION, now.get(VERSION));
    Ok(cx.page_with_mistakes(page(&cx, key, &fields, &Errors::default(), &notice)))
}

fn key(cx: &Manager) -> Result<PageTextKey, Error> {
    cx.param("key").parse().map_err(|_| Error::NotFound)
}

/// The form as stored: the version first, then the text.
async fn stored(cx: &Manager, key: PageTextKey) -> Result<Fields, Error> {
    let changed_at = edit_words::page_text_version(&cx.app.db, cx.proof.scope, key).await?;
    let texts = stored_words::page_texts(&cx.app.db, cx.proof.scope).await?;
    let fields = match texts.iter().find(|text| text.key == key) {
        Some(text) => fill(fill(Fields::default(), HEADING.name, &text.heading), BODY.name, &text.body),
        None => Fields::default(),
    };
    Ok(fields.with(VERSION, clash::version(changed_at)))
}

fn label(cx: &Manager, name: &str) -> String {
    let of = texts::Lang::ALL.into_iter().find(|of| name.ends_with(&format!("-{}", of.code())));
    let field = [HEADING, BODY].into_iter().find(|field| name.starts_with(field.name));
    match (field, of) {
        (Some(field), Some(of)) => labelled(cx.lang, (field.label)(cx.lang), of),
        _ => name.to_owned(),
    }
}

fn page(cx: &Manager, key: PageTextKey, fields: &Fields, errors: &Errors, notice: &Markup) -> Page {
    let lang = cx.lang;
    let draft = Draft { lang, fields, errors };
    let form = html! {
        (error_summary(lang, errors))
        (notice)
        (hidden(VERSION, fields.get(VERSION)))
        (draft.line(HEADING, None, false))
        (draft.text(BODY, 10, Prose::MAX, false))
        (Button::primary(t::admin_save(lang)))
    };
    let hub = Crumb::new(t::admin_nav_texts(lang), href(cx, TEXTS, &[]));
    let body = parts::form(cx, PAGE_TEXT, &[key.as_str()]).warn_unsaved().body(&form);
    Page::new(words::page_text(lang, key), body)
        .crumbs(parts::crumbs(cx, [hub]))
        .lead(t::admin_text_lead(lang))
        .wide()
        .noindex()
}
