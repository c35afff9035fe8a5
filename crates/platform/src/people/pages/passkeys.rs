//! The two halves of each passkey ceremony, and the list of one's own passkeys.
//!
//! The first half is a small form sent by script, answered with JSON; the second is an ordinary form whose hidden field the script fills in, so that mistakes and
//! notices look as everywhere else.

use axum::body::Body;
use http::{HeaderValue, header};
use maud::{Markup, html};
use texts::Lang;
use ui::{Button, Confirm, Errors, Form, Href, Input, hidden};

use super::{PASSKEY, PASSKEY_BEGIN, PASSKEY_REMOVE, PASSKEY_RENAME, SECURITY, fresh, link_to, session, welcome, with_cookie};
use crate::people::actions::passkeys::{self, Label};
use crate::people::passkey::Listed;
use crate::people::{passkey, relying_party};
use crate::t;
use crate::web::{Answer, Core, Cx, Person, Response, Visitor, local_path, redirect, redirect_with_notice, words};

/// The fields a script fills in.
pub(super) fn answer_fields() -> Markup {
    html! { (hidden("ceremony", "")) (hidden("credential", "")) }
}

/// The form of a ceremony. Without script, or in a browser without passkeys, it stays hidden and the text says why.
pub(super) fn ceremony(lang: Lang, kind: &str, begin: &Href, form: &Markup) -> Markup {
    html! {
        div data-passkey=(kind) data-passkey-begin=(begin) data-passkey-failed=(t::passkey_failed(lang)) {
            p class="form-hint" data-passkey-off { (t::passkey_needs_script(lang)) }
            div data-passkey-on hidden { (form) }
        }
    }
}

pub(super) async fn begin_using(cx: Cx<Visitor>) -> Answer {
    Ok(json(&passkeys::begin_using(&cx).await?))
}

pub(super) async fn finish_using(cx: Cx<Visitor>) -> Answer {
    let next = local_path(cx.form.get("next")).unwrap_or_default();
    let entered = passkeys::finish_using(&cx, cx.form.get("ceremony"), cx.form.get("credential"), next).await?;
    Ok(welcome(&cx, entered))
}

pub(super) async fn begin_adding(cx: Cx<Person>) -> Answer {
    Ok(json(&passkeys::begin_adding(&cx, session(&cx)?).await?))
}

pub(super) async fn finish_adding(cx: Cx<Person>) -> Answer {
    if let Err(again) = fresh(&cx, SECURITY) {
        return Ok(redirect(again.as_str()));
    }
    // A name that cannot be used is no reason to lose a key that the device has made already; it can be renamed.
    let label = Label::parse(cx.form.get("label")).or_else(|_| Label::parse(t::passkey_unnamed(cx.lang)));
    let label = label.map_err(|error| crate::web::Error::Internal(error.to_string()))?;
    let cookie = passkeys::finish_adding(&cx, session(&cx)?, cx.form.get("ceremony"), cx.form.get("credential"), &label).await?;
    let to = link_to(cx.lang, SECURITY, &[]);
    Ok(with_cookie(
        redirect_with_notice(&cx, to.as_str(), t::passkey_added(cx.lang)),
        cookie,
    ))
}

pub(super) async fn rename(cx: Cx<Person>) -> Answer {
    match Label::parse(cx.form.get("label")) {
        Ok(label) => {
            passkeys::rename(&cx, session(&cx)?, cx.id("passkey")?, &label).await?;
            Ok(redirect_with_notice(
                &cx,
                link_to(cx.lang, SECURITY, &[]).as_str(),
                t::passkey_renamed(cx.lang),
            ))
        }
        Err(error) => {
            let typed = Typed {
                id: cx.param("passkey"),
                label: cx.form.get("label"),
                mistake: words::value_error(cx.lang, &error),
            };
            Ok(cx.page_with_mistakes(super::security::page(&cx, Some(&typed)).await?))
        }
    }
}

pub(super) async fn remove(cx: Cx<Person>) -> Answer {
    passkeys::remove(&cx, session(&cx)?, cx.id("passkey")?).await?;
    Ok(redirect_with_notice(
        &cx,
        link_to(cx.lang, SECURITY, &[]).as_str(),
        t::passkey_removed(cx.lang),
    ))
}

/// A new name that cannot be used.
pub(super) struct Typed<'a> {
    id: &'a str,
    label: &'a str,
    mistake: String,
}

impl Typed<'_> {
    /// For the summary on top of the page.
    pub(super) fn errors(&self) -> Errors {
        [(field_of(self.id), self.mistake.clone())].into_iter().collect()
    }
}

/// Several forms of one page have a field of the same name; this tells them apart.
fn field_of(id: &str) -> String {
    format!("label-{id}")
}

/// The part of the security page about passkeys.
pub(super) async fn section(core: &Core, typed: Option<&Typed<'_>>) -> Result<Markup, crate::web::Error> {
    let lang = core.lang;
    let listed = passkey::list(&core.app.db, session(core)?.account_id).await?;
    Ok(html! {
        p { (t::passkey_text(lang)) }
        @for key in &listed { (one(core, key, typed)) }
        @if relying_party::works_here(core) { (adding(core)) } @else { p { (t::passkey_not_here(lang)) } }
    })
}

fn adding(core: &Core) -> Markup {
    let lang = core.lang;
    if let Err(again) = fresh(core, SECURITY) {
        return html! { p { (t::passkey_not_fresh(lang)) " " a href=(again) { (t::sign_in_title(lang)) } } };
    }
    let form = Form::post(link_to(lang, PASSKEY, &[]), core.form_token()).body(&html! {
        (answer_fields())
        (Input::text(lang, "label", t::passkey_label(lang)).hint(t::passkey_label_hint(lang)).max_length(Label::MAX).optional())
        (Button::secondary(t::passkey_add(lang)))
    });
    ceremony(lang, "create", &link_to(lang, PASSKEY_BEGIN, &[]), &form)
}

fn one(core: &Core, key: &Listed, typed: Option<&Typed<'_>>) -> Markup {
    let lang = core.lang;
    let id = key.id.to_string();
    let typed = typed.filter(|typed| typed.id == id);
    let name = Input::text(lang, "label", t::passkey_label(lang))
        .id(ui::id_of(&field_of(&id)))
        .value(typed.map_or(key.label.as_str(), |typed| typed.label))
        .max_length(Label::MAX)
        .error(typed.map(|typed| typed.mistake.as_str()));
    let used = key.used_at.map_or_else(
        || t::passkey_unused(lang).to_owned(),
        |at| t::passkey_used(lang, texts::format::datetime(lang, at)),
    );
    let added = t::passkey_since(lang, texts::format::date(lang, texts::format::local(key.created_at).date()));
    let remove = Confirm::new(
        lang,
        t::passkey_remove_question(lang, &key.label),
        t::passkey_remove_consequence(lang),
    );
    html! {
        section class="page-section" {
            h3 { (key.label) }
            p { (added) " " (used) }
            (ui::details(t::passkey_change(lang), &html! {
                (Form::post(link_to(lang, PASSKEY_RENAME, &[&id]), core.form_token()).body(&html! {
                    (name)
                    (Button::secondary(t::passkey_rename(lang)).about(key.label.clone()))
                }))
                (Form::post(link_to(lang, PASSKEY_REMOVE, &[&id]), core.form_token()).body(&html! {
                    (Button::danger(t::passkey_remove(lang), remove).about(key.label.clone()))
                }))
            }))
        }
    }
}

fn json(value: &serde_json::Value) -> Response {
    let mut response = Response::new(Body::from(value.to_string()));
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
