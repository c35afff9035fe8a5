//! The members of an organisation, and invitations on their way.

use maud::{Markup, html};
use ui::{Badge, Button, Column, Confirm, Errors, Form, Input, Level, Radios, Table};

use super::{INVITE, INVITE_AGAIN, INVITE_WITHDRAW, MEMBER, MEMBERS, link_to, refusal, role_choices};
use crate::people::actions::{Refusal, invite};
use crate::people::invitation::{self, Pending};
use crate::people::membership::{self, Member};
use crate::people::rights::ManagePeople;
use crate::people::{InvitationId, Role};
use crate::t;
use crate::values::{Email, ValueError};
use crate::web::{Answer, Check, Cx, Error, Fields, Staff, redirect_with_notice};

type Owner = Cx<Staff<ManagePeople>>;

pub(super) async fn show(cx: Owner) -> Answer {
    let fields = Fields::default().with("role", Role::Member.as_str());
    Ok(cx.page(&page(&cx, &fields, &Errors::default(), None).await?))
}

pub(super) async fn invite(cx: Owner) -> Answer {
    let lang = cx.lang;
    let mut check = Check::new(&cx.form, lang);
    let email = check.required("email", t::people_invite_email_missing(lang), Email::parse);
    let role = check.required("role", t::people_role_missing(lang), read_role);
    let (email, role) = match check.finish(email.zip(role)) {
        Ok(invitation) => invitation,
        Err(errors) => return Ok(cx.page_with_mistakes(page(&cx, &cx.form, &errors, None).await?)),
    };
    match invite::invite(&cx, &cx.proof, &email, role).await? {
        Ok(()) => Ok(redirect_with_notice(&cx, &own_page(&cx), &t::people_invited(lang, &email))),
        Err(refused) => Ok(cx.page_with_mistakes(page(&cx, &cx.form, &Errors::default(), Some(&refused)).await?)),
    }
}

pub(super) async fn invite_again(cx: Owner) -> Answer {
    let email = invite::resend(&cx, &cx.proof, number(&cx)?).await?;
    Ok(redirect_with_notice(&cx, &own_page(&cx), &t::people_invited(cx.lang, email)))
}

pub(super) async fn withdraw(cx: Owner) -> Answer {
    invite::withdraw(&cx, &cx.proof, number(&cx)?).await?;
    Ok(redirect_with_notice(&cx, &own_page(&cx), t::people_withdrawn(cx.lang)))
}

/// A role as the forms send it.
pub(super) fn read_role(text: &str) -> Result<Role, ValueError> {
    if text.is_empty() {
        Err(ValueError::Empty)
    } else {
        text.parse().map_err(|_| ValueError::NotAChoice)
    }
}

fn number(cx: &Owner) -> Result<InvitationId, Error> {
    cx.id("invitation")
}

fn own_page(cx: &Owner) -> String {
    MEMBERS.url(cx.lang, &[&cx.proof.organisation.slug])
}

async fn page(cx: &Owner, fields: &Fields, errors: &Errors, refused: Option<&Refusal>) -> Result<ui::Page, Error> {
    let lang = cx.lang;
    let members = membership::list(&cx.app.db, cx.proof.scope).await?;
    let pending = invitation::pending(&cx.app.db, cx.proof.scope).await?;
    let body = html! {
        (ui::error_summary(lang, errors))
        (refusal(lang, refused.map(|refused| refused.words(lang)).as_deref()))
        (member_table(cx, &members))
        @if !pending.is_empty() {
            (ui::section(Level::Two, "invitationer", t::people_pending_title(lang), &pending_table(cx, &pending)))
        }
        (ui::section(Level::Two, "inviter", t::people_invite_title(lang), &invitation_form(cx, fields, errors)))
    };
    Ok(ui::Page::new(t::people_members_title(lang), body)
        .lead(t::people_members_lead(lang, &cx.proof.organisation.name))
        .noindex())
}

fn member_table(cx: &Owner, members: &[Member]) -> Markup {
    let lang = cx.lang;
    let slug = cx.proof.organisation.slug.as_str();
    let columns = [
        Column::text(t::people_name(lang)),
        Column::text(t::people_mailbox(lang)),
        Column::text(t::people_role(lang)),
        Column::actions(t::people_member_change(lang)),
    ];
    let rows = members.iter().map(|member| {
        let to = link_to(lang, MEMBER, &[slug, &member.account_id.to_string()]);
        let change = html! { a href=(to) { (t::people_member_change(lang)) " " (ui::visually_hidden(&member.name)) } };
        [
            html! { (member.name) },
            html! { (member.email) },
            html! { (member.role.label(lang)) },
            change,
        ]
    });
    Table::new(lang, t::people_members_title(lang), columns)
        .caption_hidden()
        .rows(rows)
        .render()
}

fn pending_table(cx: &Owner, pending: &[Pending]) -> Markup {
    let lang = cx.lang;
    let columns = [
        Column::text(t::people_mailbox(lang)),
        Column::text(t::people_role(lang)),
        Column::text(t::people_pending_until(lang)),
        Column::actions(t::people_member_change(lang)),
    ];
    let rows = pending.iter().map(|each| {
        [
            html! { (each.email) },
            html! { (each.role.label(lang)) },
            until(cx, each),
            pending_actions(cx, each),
        ]
    });
    Table::new(lang, t::people_pending_title(lang), columns)
        .caption_hidden()
        .rows(rows)
        .render()
}

fn until(cx: &Owner, each: &Pending) -> Markup {
    let lang = cx.lang;
    if each.expires_at <= cx.app.clock.now() {
        return ui::badge(Badge::Warning, t::people_pending_over(lang));
    }
    html! { (texts::format::date(lang, texts::format::local(each.expires_at).date())) }
}

fn pending_actions(cx: &Owner, each: &Pending) -> Markup {
    let lang = cx.lang;
    let parameters = [cx.proof.organisation.slug.as_str(), &each.id.to_string()];
    let question = Confirm::new(
        lang,
        t::people_withdraw_question(lang, &each.email),
        t::people_withdraw_consequence(lang),
    );
    ui::cluster(&[
        Form::post(link_to(lang, INVITE_AGAIN, &parameters), cx.form_token())
            .body(&html! { (Button::tertiary(t::people_invite_again(lang)).about(each.email.clone())) }),
        Form::post(link_to(lang, INVITE_WITHDRAW, &parameters), cx.form_token())
            .body(&html! { (Button::tertiary(t::people_withdraw(lang)).about(each.email.clone()).confirm(question)) }),
    ])
}

fn invitation_form(cx: &Owner, fields: &Fields, errors: &Errors) -> Markup {
    let lang = cx.lang;
    let email = Input::email(lang, "email", t::people_mailbox(lang))
        .hint(t::people_invite_email_hint(lang))
        .value(fields.get("email"))
        .error(errors.get("email"));
    let role = Radios::new(lang, "role", t::people_role(lang), role_choices(lang, fields.get("role"))).error(errors.get("role"));
    Form::post(link_to(lang, INVITE, &[&cx.proof.organisation.slug]), cx.form_token()).body(&html! {
        (email)
        (role)
        (Button::primary(t::people_invite_button(lang)))
    })
}
