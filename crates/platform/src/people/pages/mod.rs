//! Pages of people: signing in and out, one's own profile, the members of an organisation.

mod agent;
mod delete;
mod demo;
mod export;
mod house;
mod houses;
mod identities;
mod invitation;
mod mailbox;
mod member;
mod members;
mod oidc;
mod passkeys;
mod profile;
mod security;
mod sent;
mod sign_in;
mod sign_in_link;
mod sign_out;

use maud::{Markup, html};
use texts::Lang;
use ui::{Choice, Crumb, Href, Mood};

use super::Role;
use super::actions::sign_in::Entered;
use super::rights::ManagePeople;
use crate::t;
use crate::web::{
    Audience, ByLink, Core, Error, MemberWith, NavItem, Paths, Public, Response, Right, Route, SignedIn, access::DemoOnly, get, local_path,
    post, redirect,
};

/// Where to sign in.
pub const SIGN_IN: Paths = Paths::new("/log-ind", "/en/sign-in");
/// After asking for a link: where to look, and where to type the code.
pub const SENT: Paths = Paths::new("/log-ind/mail", "/en/sign-in/mail");
/// A link of a mail.
pub const SIGN_IN_LINK: Paths = Paths::new("/log-ind/link/{token}", "/en/sign-in/link/{token}");
const USE_PASSKEY: Paths = Paths::new("/log-ind/noegle", "/en/sign-in/passkey");
const USE_PASSKEY_BEGIN: Paths = Paths::new("/log-ind/noegle/begynd", "/en/sign-in/passkey/begin");
const OIDC: Paths = Paths::new("/log-ind/oidc", "/en/sign-in/oidc");
/// Where the identity provider sends people back to; its Danish form is the one registered there.
pub const OIDC_BACK: Paths = Paths::same("/log-ind/oidc/tilbage");
/// Where the sign-out form goes.
pub const SIGN_OUT: Paths = Paths::new("/log-ud", "/en/sign-out");
/// One's own profile.
pub const PROFILE: Paths = Paths::new("/profil", "/en/profile");
const SECURITY: Paths = Paths::new("/profil/sikkerhed", "/en/profile/security");
const SESSION_END: Paths = Paths::new("/profil/sikkerhed/log-ud", "/en/profile/security/sign-out");
const SESSION_END_ALL: Paths = Paths::new("/profil/sikkerhed/log-ud-overalt", "/en/profile/security/sign-out-everywhere");
const IDENTITY_UNLINK: Paths = Paths::new("/profil/sikkerhed/udbyder/fjern", "/en/profile/security/provider/remove");
const PASSKEY: Paths = Paths::new("/profil/noegle", "/en/profile/passkey");
const PASSKEY_BEGIN: Paths = Paths::new("/profil/noegle/begynd", "/en/profile/passkey/begin");
const PASSKEY_RENAME: Paths = Paths::new("/profil/noegle/{passkey}", "/en/profile/passkey/{passkey}");
const PASSKEY_REMOVE: Paths = Paths::new("/profil/noegle/{passkey}/fjern", "/en/profile/passkey/{passkey}/remove");
const PROFILE_MAIL: Paths = Paths::new("/profil/mail", "/en/profile/mail");
/// The link that confirms a new mailbox.
pub const PROFILE_MAIL_LINK: Paths = Paths::new("/profil/mail/{token}", "/en/profile/mail/{token}");
const PROFILE_DATA: Paths = Paths::new("/profil/data", "/en/profile/data");
const PROFILE_DELETE: Paths = Paths::new("/profil/slet", "/en/profile/delete");
/// The organisations one belongs to.
pub const HOUSES: Paths = Paths::new("/hus", "/en/house");
/// An organisation's first page, which a room brings.
pub const HOUSE: Paths = Paths::new("/hus/{org}", "/en/house/{org}");
/// The members of an organisation.
pub const MEMBERS: Paths = Paths::new("/hus/{org}/personer", "/en/house/{org}/people");
const MEMBER: Paths = Paths::new("/hus/{org}/personer/{account}", "/en/house/{org}/people/{account}");
const MEMBER_REMOVE: Paths = Paths::new("/hus/{org}/personer/{account}/fjern", "/en/house/{org}/people/{account}/remove");
const INVITE: Paths = Paths::new("/hus/{org}/invitationer", "/en/house/{org}/invitations");
const INVITE_AGAIN: Paths = Paths::new(
    "/hus/{org}/invitationer/{invitation}/send-igen",
    "/en/house/{org}/invitations/{invitation}/send-again",
);
const INVITE_WITHDRAW: Paths = Paths::new(
    "/hus/{org}/invitationer/{invitation}/traek-tilbage",
    "/en/house/{org}/invitations/{invitation}/withdraw",
);
/// An invitation's link.
pub const INVITATION: Paths = Paths::new("/invitation/{token}", "/en/invitation/{token}");
/// An organisation's own data.
pub const ORGANISATION: Paths = Paths::new("/hus/{org}/organisation", "/en/house/{org}/organisation");
/// Demo logins, in demo mode only.
pub const DEMO_SIGN_IN: Paths = Paths::new("/demo", "/en/demo");

/// Every route of people.
#[must_use]
pub fn routes() -> Vec<Route> {
    let owner = MemberWith::<ManagePeople>::right();
    vec![
        get(SIGN_IN, Public, sign_in::show),
        post(SIGN_IN, Public, sign_in::ask),
        get(SENT, Public, sent::show),
        post(SENT, Public, sent::type_code),
        get(SIGN_IN_LINK, ByLink, sign_in_link::show),
        post(SIGN_IN_LINK, ByLink, sign_in_link::press),
        post(USE_PASSKEY_BEGIN, Public, passkeys::begin_using),
        post(USE_PASSKEY, Public, passkeys::finish_using),
        post(OIDC, Public, oidc::leave),
        get(OIDC_BACK, Public, oidc::back),
        post(SIGN_OUT, Public, sign_out::sign_out),
        get(PROFILE, SignedIn, profile::show),
        post(PROFILE, SignedIn, profile::save),
        get(SECURITY, SignedIn, security::show),
        post(SESSION_END, SignedIn, security::end),
        post(SESSION_END_ALL, SignedIn, security::end_all),
        post(IDENTITY_UNLINK, SignedIn, identities::unlink),
        post(PASSKEY_BEGIN, SignedIn, passkeys::begin_adding),
        post(PASSKEY, SignedIn, passkeys::finish_adding),
        post(PASSKEY_RENAME, SignedIn, passkeys::rename),
        post(PASSKEY_REMOVE, SignedIn, passkeys::remove),
        get(PROFILE_MAIL, SignedIn, mailbox::show),
        post(PROFILE_MAIL, SignedIn, mailbox::ask),
        get(PROFILE_MAIL_LINK, SignedIn, mailbox::open),
        post(PROFILE_MAIL_LINK, SignedIn, mailbox::confirm),
        get(PROFILE_DATA, SignedIn, export::download),
        get(PROFILE_DELETE, SignedIn, delete::show),
        post(PROFILE_DELETE, SignedIn, delete::delete),
        get(HOUSES, SignedIn, houses::show),
        get(MEMBERS, owner, members::show),
        post(INVITE, owner, members::invite),
        post(INVITE_AGAIN, owner, members::invite_again),
        post(INVITE_WITHDRAW, owner, members::withdraw),
        get(MEMBER, owner, member::show),
        post(MEMBER, owner, member::save),
        post(MEMBER_REMOVE, owner, member::remove),
        get(INVITATION, ByLink, invitation::show),
        post(INVITATION, ByLink, invitation::accept),
        get(ORGANISATION, owner, house::show),
        post(ORGANISATION, owner, house::save),
        get(DEMO_SIGN_IN, DemoOnly, demo::show),
        post(DEMO_SIGN_IN, DemoOnly, demo::enter),
    ]
}

/// The entries of an organisation's menu.
#[must_use]
pub fn navigation() -> Vec<NavItem> {
    let item = |paths, label, exact| NavItem {
        paths,
        label,
        audience: Audience::Members(ManagePeople::allows),
        exact,
    };
    vec![
        item(MEMBERS, t::people_members_title as fn(Lang) -> &'static str, false),
        item(ORGANISATION, t::people_house_title, false),
    ]
}

/// Sends a browser that was just signed in where it was going.
fn welcome(core: &Core, entered: Entered) -> Response {
    let to = local_path(&entered.next).map_or_else(|| HOUSES.url(core.lang, &[]), str::to_owned);
    with_cookie(redirect(&to), entered.cookie)
}

fn with_cookie(mut response: Response, cookie: http::HeaderValue) -> Response {
    response.headers_mut().append(http::header::SET_COOKIE, cookie);
    response
}

fn link_to(lang: Lang, paths: Paths, parameters: &[&str]) -> Href {
    Href::local(paths.url(lang, parameters))
}

/// The way back to the profile, above the pages below it.
fn below_profile(lang: Lang) -> [Crumb; 1] {
    [Crumb::new(t::people_profile_title(lang), link_to(lang, PROFILE, &[]))]
}

/// What was refused, above the form it was refused in.
fn refusal(lang: Lang, text: Option<&str>) -> Markup {
    html! { @if let Some(text) = text { (ui::alert(lang, Mood::Error, text)) } }
}

fn role_choices(lang: Lang, chosen: &str) -> Vec<Choice> {
    Role::ALL
        .iter()
        .map(|role| {
            Choice::new(role.as_str(), role.label(lang))
                .hint(role.hint(lang))
                .chosen(role.as_str() == chosen)
        })
        .collect()
}

/// Things that could take the account away from its owner need a session that was begun a short time ago. Others get the address that leads through signing in
/// and then to `back`.
fn fresh(core: &Core, back: Paths) -> Result<(), Href> {
    match &core.session {
        Some(session) if session.is_fresh(&core.app.clock) => Ok(()),
        _ => Err(link_to(core.lang, SIGN_IN, &[])
            .query("next", back.url(core.lang, &[]))
            .query("igen", "1")),
    }
}

/// The session of a handler behind [`SignedIn`].
fn session(core: &Core) -> Result<&super::Session, Error> {
    core.signed_in()
}
