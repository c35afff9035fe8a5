//! The demo's people: one press signs in as each of them.

use maud::html;
use ui::{Button, Form, hidden};

use super::{DEMO_SIGN_IN, link_to, welcome};
use crate::people::actions::demo;
use crate::people::{account, membership};
use crate::t;
use crate::web::{Answer, Cx, Demo, Error};

pub(super) async fn show(cx: Cx<Demo>) -> Answer {
    let lang = cx.lang;
    let mut people = Vec::new();
    for account in account::demo_across_organisations(&cx.app.db).await? {
        let houses = membership::houses_across_organisations(&cx.app.db, account.id).await?;
        people.push((account, houses));
    }
    let body = html! {
        @if people.is_empty() { p { (t::demo_empty(lang)) } }
        ul class="card-grid" {
            @for (account, houses) in &people {
                li {
                    (ui::Card::new(ui::Level::Two, account.name.clone(), html! {
                        @for house in houses { p { (house.role.label(lang)) ", " (house.name) } }
                        @if houses.is_empty() { p { (t::demo_no_house(lang)) } }
                    }).footer(Form::post(link_to(lang, DEMO_SIGN_IN, &[]), cx.form_token()).body(&html! {
                        (hidden("account", &account.id.to_string()))
                        (Button::primary(t::demo_button(lang)).about(account.name.clone()))
                    })).render())
                }
            }
        }
    };
    Ok(cx.page(&ui::Page::new(t::demo_title(lang), body).lead(t::demo_text(lang)).noindex()))
}

pub(super) async fn enter(cx: Cx<Demo>) -> Answer {
    let id = cx.form.get("account").parse().map_err(|_| Error::NotFound)?;
    Ok(welcome(&cx, demo::enter(&cx, id).await?))
}
