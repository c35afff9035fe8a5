//! Passkeys, identities at a provider, and the browsers one is signed in with.

use maud::{Markup, html};
use ui::{Button, Column, Form, Level, Table, hidden};

use super::identities;
use super::passkeys::{self, Typed};
use super::sign_out::good_bye;
use super::{SECURITY, SESSION_END, SESSION_END_ALL, agent, below_profile, link_to, session};
use crate::people::actions::profile;
use crate::people::session::{self as sessions, Listed};
use crate::t;
use crate::web::{Answer, Core, Cx, Error, Person, redirect_with_notice};

pub(super) async fn show(cx: Cx<Person>) -> Answer {
    Ok(cx.page(&page(&cx, None).await?))
}

pub(super) async fn end(cx: Cx<Person>) -> Answer {
    let id = cx.form.get("session").parse().map_err(|_| Error::NotFound)?;
    profile::sign_out(&cx, cx.proof.account, id).await?;
    Ok(redirect_with_notice(
        &cx,
        link_to(cx.lang, SECURITY, &[]).as_str(),
        t::people_session_ended(cx.lang),
    ))
}

pub(super) async fn end_all(cx: Cx<Person>) -> Answer {
    profile::sign_out_everywhere(&cx, cx.proof.account).await?;
    Ok(good_bye(&cx, t::people_sessions_ended(cx.lang)))
}

pub(super) async fn page(core: &Core, typed: Option<&Typed<'_>>) -> Result<ui::Page, Error> {
    let lang = core.lang;
    let listed = sessions::list(&core.app.db, &core.app.clock, session(core)?.account_id).await?;
    let body = html! {
        @if let Some(typed) = typed { (ui::error_summary(lang, &typed.errors())) }
        (ui::section(Level::Two, "noegler", t::passkey_title(lang), &passkeys::section(core, typed).await?))
        (identities::section(core).await?)
        (ui::section(Level::Two, "browsere", t::people_sessions_title(lang), &browsers(core, &listed)?))
    };
    Ok(ui::Page::new(t::people_security_title(lang), body)
        .lead(t::people_security_lead(lang))
        .crumbs(below_profile(lang))
        .noindex())
}

fn browsers(core: &Core, listed: &[Listed]) -> Result<Markup, Error> {
    let lang = core.lang;
    let here = session(core)?.id;
    let columns = [
        Column::text(t::people_session_browser(lang)),
        Column::text(t::people_session_method(lang)),
        Column::text(t::people_session_seen(lang)),
        Column::actions(t::people_session_end(lang)),
    ];
    let now = core.app.clock.now();
    let rows = listed.iter().map(|each| {
        let name = agent::name(lang, &each.agent);
        let seen = if each.id == here {
            t::people_session_here(lang).to_owned()
        } else {
            texts::format::relative(lang, now, each.seen_at)
        };
        let end = html! {
            @if each.id != here {
                (Form::post(link_to(lang, SESSION_END, &[]), core.form_token()).body(&html! {
                    (hidden("session", &each.id.to_string()))
                    (Button::tertiary(t::people_session_end(lang)).about(name.clone()))
                }))
            }
        };
        [html! { (name) }, html! { (method(core, &each.method)) }, html! { (seen) }, end]
    });
    Ok(html! {
        p { (t::people_sessions_text(lang)) }
        (Table::new(lang, t::people_sessions_title(lang), columns).caption_hidden().rows(rows).render())
        (Form::post(link_to(lang, SESSION_END_ALL, &[]), core.form_token()).body(&html! {
            (Button::secondary(t::people_sessions_end_all(lang)))
        }))
    })
}

fn method(core: &Core, method: &str) -> String {
    let lang = core.lang;
    match method {
        "passkey" => t::people_method_passkey(lang).to_owned(),
        "oidc" => core
            .app
            .config
            .oidc
            .as_ref()
            .map_or_else(|| t::people_method_oidc(lang).to_owned(), |oidc| oidc.name.clone()),
        "demo" => t::people_method_demo(lang).to_owned(),
        _ => t::people_method_mail(lang).to_owned(),
    }
}
