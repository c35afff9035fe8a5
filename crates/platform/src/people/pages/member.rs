//! One member: changing the role, ending the membership.

use maud::html;
use ui::{Button, Confirm, Crumb, Definition, Errors, Form, Level, Radios};

use super::members::read_role;
use super::{MEMBER, MEMBER_REMOVE, MEMBERS, link_to, refusal, role_choices, with_cookie};
use crate::people::actions::{Refusal, members};
use crate::people::membership::{self, Member};
use crate::people::rights::ManagePeople;
use crate::t;
use crate::web::{Answer, Check, Cx, Error, Staff, redirect_with_notice};

type Owner = Cx<Staff<ManagePeople>>;

pub(super) async fn show(cx: Owner) -> Answer {
    let member = member(&cx).await?;
    Ok(cx.page(&page(&cx, &member, member.role.as_str(), &Errors::default(), None)))
}

pub(super) async fn save(cx: Owner) -> Answer {
    let lang = cx.lang;
    let member = member(&cx).await?;
    let mut check = Check::new(&cx.form, lang);
    let role = check.required("role", t::people_role_missing(lang), read_role);
    let role = match check.finish(role) {
        Ok(role) => role,
        Err(errors) => return Ok(cx.page_with_mistakes(page(&cx, &member, cx.form.get("role"), &errors, None))),
    };
    match members::change_role(&cx, &cx.proof, member.account_id, role).await? {
        Ok(cookie) => {
            let notice = t::people_role_changed(lang, &member.name, role.label(lang));
            let response = redirect_with_notice(&cx, &after(&cx, &member), &notice);
            Ok(match cookie {
                Some(cookie) => with_cookie(response, cookie),
                None => response,
            })
        }
        Err(refused) => Ok(cx.page_with_mistakes(page(&cx, &member, role.as_str(), &Errors::default(), Some(&refused)))),
    }
}

pub(super) async fn remove(cx: Owner) -> Answer {
    let member = member(&cx).await?;
    match members::remove(&cx, &cx.proof, member.account_id).await? {
        Ok(()) => Ok(redirect_with_notice(
            &cx,
            &after(&cx, &member),
            &t::people_removed(cx.lang, &member.name),
        )),
        Err(refused) => Ok(cx.page_with_mistakes(page(&cx, &member, member.role.as_str(), &Errors::default(), Some(&refused)))),
    }
}

/// Back to the list; whoever has changed themselves may not see it any more.
fn after(cx: &Owner, member: &Member) -> String {
    if member.account_id == cx.proof.account {
        super::HOUSES.url(cx.lang, &[])
    } else {
        MEMBERS.url(cx.lang, &[&cx.proof.organisation.slug])
    }
}

async fn member(cx: &Owner) -> Result<Member, Error> {
    let id = cx.id("account")?;
    let members = membership::list(&cx.app.db, cx.proof.scope).await?;
    members.into_iter().find(|member| member.account_id == id).ok_or(Error::NotFound)
}

fn page(cx: &Owner, member: &Member, role: &str, errors: &Errors, refused: Option<&Refusal>) -> ui::Page {
    let lang = cx.lang;
    let parameters = [cx.proof.organisation.slug.as_str(), &member.account_id.to_string()];
    let roles = Radios::new(lang, "role", t::people_role(lang), role_choices(lang, role)).error(errors.get("role"));
    let question = Confirm::new(
        lang,
        t::people_remove_question(lang, &member.name),
        t::people_remove_consequence(lang),
    );
    let body = html! {
        (ui::error_summary(lang, errors))
        (refusal(lang, refused.map(|refused| refused.words(lang)).as_deref()))
        (ui::definitions(&[Definition::text(t::people_mailbox(lang), &member.email)]))
        (Form::post(link_to(lang, MEMBER, &parameters), cx.form_token()).body(&html! {
            (roles)
            (Button::primary(t::people_save(lang)))
        }))
        (ui::section(Level::Two, "fjern", t::people_remove_title(lang), &html! {
            p { (t::people_remove_text(lang)) }
            (Form::post(link_to(lang, MEMBER_REMOVE, &parameters), cx.form_token()).body(&html! {
                (Button::danger(t::people_remove_button(lang), question))
            }))
        }))
    };
    let above = Crumb::new(
        t::people_members_title(lang),
        link_to(lang, MEMBERS, &[&cx.proof.organisation.slug]),
    );
    ui::Page::new(member.name.clone(), body).crumbs([above]).noindex()
}
