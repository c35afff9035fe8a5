//! The mails about accounts and memberships, each in its reader's language.

use db::Tx;
use texts::Lang;

use super::mail_link::Issued;
use super::pages;
use super::passkey::PasskeyId;
use super::rights::ManagePeople;
use super::{Account, AccountId, Role};
use crate::mail::{self, Letter, Link, Message};
use crate::organisation::OrgScope;
use crate::t;
use crate::values::Email;
use crate::web::{Core, Error, Paths, Staff};

/// The link and code that sign an account in.
pub(super) async fn sign_in(tx: &mut Tx, core: &Core, account: &Account, issued: &Issued) -> Result<(), Error> {
    let lang = account.lang();
    let site = &core.organisation.name;
    let link = link(core, pages::SIGN_IN_LINK, lang, &issued.token)?;
    let mut letter = Letter::new(lang, &t::letter_sign_in_subject(lang, site))
        .of(&core.organisation)
        .dear(&account.name)
        .paragraph(t::letter_sign_in_text(lang, site))
        .button(t::letter_sign_in_button(lang), &link);
    if let Some(code) = &issued.code {
        letter = letter
            .paragraph(t::letter_sign_in_elsewhere(lang))
            .facts(&[(t::letter_sign_in_code(lang), spaced(code))]);
    }
    let letter = letter.paragraph(t::letter_sign_in_warning(lang));
    send(tx, core, None, &format!("sign-in/{}", issued.id), letter.to(stored(&account.email))).await
}

/// What a mailbox gets that asked for a link and has no account: how to get further.
pub(super) async fn no_account(tx: &mut Tx, core: &Core, email: &Email, issued: &Issued) -> Result<(), Error> {
    let lang = core.lang;
    let site = &core.organisation.name;
    let again = page(core, pages::SIGN_IN, lang, &[])?;
    let letter = Letter::new(lang, &t::letter_no_account_subject(lang, site))
        .of(&core.organisation)
        .paragraph(t::letter_no_account_text(lang, site))
        .list([
            t::letter_no_account_other(lang),
            t::letter_no_account_link(lang),
            t::letter_no_account_invite(lang),
        ])
        .button(t::letter_no_account_button(lang), &again)
        .paragraph(t::letter_no_account_warning(lang));
    send(tx, core, None, &format!("sign-in/{}", issued.id), letter.to(email.clone())).await
}

/// An invitation. The mailbox may be a stranger's, so it says who invites and to what.
pub(super) async fn invitation(
    tx: &mut Tx,
    core: &Core,
    staff: &Staff<ManagePeople>,
    email: &Email,
    role: Role,
    token: &str,
) -> Result<(), Error> {
    let lang = core.lang;
    let house = &staff.organisation.name;
    let by = core.session.as_ref().map_or("", |session| session.name.as_str());
    let link = link(core, pages::INVITATION, lang, token)?;
    let letter = Letter::new(lang, &t::letter_invitation_subject(lang, house))
        .of(&staff.organisation)
        .paragraph(t::letter_invitation_text(lang, by, house, role.label(lang)))
        .button(t::letter_invitation_button(lang), &link)
        .paragraph(t::letter_invitation_warning(lang));
    // Each sending is an event of its own: an invitation can be sent again.
    let event = format!("invitation/{}", core.app.random.id(core.app.clock.now()));
    send(tx, core, Some(staff.scope), &event, letter.to(email.clone())).await
}

/// Somebody's role was changed by somebody else.
pub(super) async fn role_changed(
    tx: &mut Tx,
    core: &Core,
    staff: &Staff<ManagePeople>,
    account: &Account,
    role: Role,
) -> Result<(), Error> {
    let lang = account.lang();
    let house = &staff.organisation.name;
    let again = page(core, pages::SIGN_IN, lang, &[])?;
    let letter = Letter::new(lang, &t::letter_role_subject(lang, house))
        .of(&staff.organisation)
        .dear(&account.name)
        .paragraph(t::letter_role_text(lang, house, role.label(lang)))
        .button(t::letter_sign_in_button(lang), &again);
    let event = format!("role-changed/{}", core.app.random.id(core.app.clock.now()));
    send(tx, core, Some(staff.scope), &event, letter.to(stored(&account.email))).await
}

/// Asks a new mailbox to confirm that it belongs to the account.
pub(super) async fn confirm_mailbox(tx: &mut Tx, core: &Core, account: &Account, email: &Email, issued: &Issued) -> Result<(), Error> {
    let lang = account.lang();
    let site = &core.organisation.name;
    let link = link(core, pages::PROFILE_MAIL_LINK, lang, &issued.token)?;
    let letter = Letter::new(lang, &t::letter_mailbox_subject(lang, site))
        .of(&core.organisation)
        .dear(&account.name)
        .paragraph(t::letter_mailbox_text(lang, site, &account.email, email))
        .button(t::letter_mailbox_button(lang), &link)
        .paragraph(t::letter_mailbox_warning(lang));
    let event = format!("{}{}", mailbox_asked(account.id), issued.id);
    send(tx, core, None, &event, letter.to(email.clone())).await
}

/// How the events begin by which an account's new mailboxes were asked to confirm. They may be strangers', so their mails are found by who asked.
pub(super) fn mailbox_asked(account: AccountId) -> String {
    format!("mailbox/{account}/")
}

/// Tells the old mailbox that the account has moved.
pub(super) async fn mailbox_changed(tx: &mut Tx, core: &Core, before: &Account, email: &Email) -> Result<(), Error> {
    let lang = before.lang();
    let site = &core.organisation.name;
    let letter = Letter::new(lang, &t::letter_moved_subject(lang, site))
        .of(&core.organisation)
        .dear(&before.name)
        .paragraph(t::letter_moved_text(lang, site, email))
        .paragraph(t::letter_not_you(lang));
    let event = format!("mailbox-changed/{}", core.app.random.id(core.app.clock.now()));
    send(tx, core, None, &event, letter.to(stored(&before.email))).await
}

/// Tells the owner that a passkey was added.
pub(super) async fn passkey_added(tx: &mut Tx, core: &Core, account: &Account, label: &str, id: PasskeyId) -> Result<(), Error> {
    let lang = account.lang();
    let site = &core.organisation.name;
    let letter = Letter::new(lang, &t::letter_passkey_subject(lang, site))
        .of(&core.organisation)
        .dear(&account.name)
        .paragraph(t::letter_passkey_text(lang, label, site))
        .paragraph(t::letter_not_you(lang));
    send(tx, core, None, &format!("passkey-added/{id}"), letter.to(stored(&account.email))).await
}

/// Good-bye to an account that was deleted.
pub(super) async fn erased(tx: &mut Tx, core: &Core, account: &Account) -> Result<(), Error> {
    let lang = account.lang();
    let site = &core.organisation.name;
    let letter = Letter::new(lang, &t::letter_erased_subject(lang, site))
        .of(&core.organisation)
        .dear(&account.name)
        .paragraph(t::letter_erased_text(lang, site));
    send(tx, core, None, &format!("erased/{}", account.id), letter.to(stored(&account.email))).await
}

async fn send(tx: &mut Tx, core: &Core, scope: Option<OrgScope>, event: &str, message: Message) -> Result<(), Error> {
    mail::enqueue(tx, &core.app, scope, event, message).await?;
    Ok(())
}

fn link(core: &Core, paths: Paths, lang: Lang, token: &str) -> Result<Link, Error> {
    page(core, paths, lang, &[token])
}

fn page(core: &Core, paths: Paths, lang: Lang, parameters: &[&str]) -> Result<Link, Error> {
    Link::parse(&core.absolute(&paths.url(lang, parameters))).map_err(|error| Error::Internal(format!("public-url: {error}")))
}

fn stored(email: &str) -> Email {
    Email::stored(email.to_owned())
}

/// `123 456`, which is easier to carry in one's head from one screen to another.
fn spaced(code: &str) -> String {
    let (first, second) = code.split_at(code.len() / 2);
    format!("{first} {second}")
}
