//! The privacy notice (articles 13 and 14 of the General Data Protection Regulation), put together from what the rooms say they keep.

use maud::{Markup, html};
use ui::{Column, Href, Level, Table, section};

use super::{authority, kept, write_to};
use crate::people::{pages::PROFILE, session};
use crate::t;
use crate::web::{Answer, Core, Cx, Visitor, cookie_name, shell};

/// Where complaints about the handling of personal data go.
const DATA_PROTECTION_AGENCY: &str = "https://www.datatilsynet.dk";

pub(super) async fn show(cx: Cx<Visitor>) -> Answer {
    let lang = cx.lang;
    let house = cx.organisation.name.as_str();
    let body = html! {
        (section(Level::Two, "ansvarlig", t::privacy_controller(lang), &html! {
            p { (t::privacy_controller_text(lang, house)) }
            (write_to(&cx))
        }))
        (section(Level::Two, "oplysninger", t::privacy_kept(lang), &html! {
            p { (t::privacy_kept_text(lang)) }
            (kept_table(&cx))
            p { (t::privacy_backups(lang)) }
        }))
        (section(Level::Two, "cookies", t::privacy_cookies(lang), &html! {
            p { (t::privacy_cookies_text(lang)) }
            (cookie_table(&cx))
        }))
        (section(Level::Two, "andre", t::privacy_others(lang), &html! {
            p { (t::privacy_others_text(lang, house)) }
            @if let Some(provider) = &cx.app.config.oidc { p { (t::privacy_others_oidc(lang, &provider.name)) } }
        }))
        (section(Level::Two, "rettigheder", t::privacy_rights(lang), &rights(&cx)))
        (section(Level::Two, "klage", t::privacy_complaint(lang), &html! {
            p { (t::privacy_complaint_text(lang)) }
            (authority(DATA_PROTECTION_AGENCY))
        }))
    };
    Ok(cx.page(&ui::Page::new(t::privacy_title(lang), body).lead(t::privacy_lead(lang, house))))
}

fn kept_table(core: &Core) -> Markup {
    let lang = core.lang;
    let columns = [
        Column::text(t::privacy_column_purpose(lang)),
        Column::text(t::privacy_column_what(lang)),
        Column::text(t::privacy_column_basis(lang)),
        Column::text(t::privacy_column_until(lang)),
    ];
    let by_rooms = core.app.personal.iter().flat_map(|room| (room.kept)(lang));
    Table::new(lang, t::privacy_kept_caption(lang), columns)
        .rows(by_rooms.chain(kept::by_platform(lang)).map(|row| {
            [
                html! { (row.purpose) },
                html! { (row.what) },
                html! { (row.basis) },
                html! { (row.until) },
            ]
        }))
        .render()
}

/// Every cookie this program sets; the names are those of this site.
fn cookie_table(core: &Core) -> Markup {
    let lang = core.lang;
    let columns = [
        Column::text(t::privacy_cookie_name(lang)),
        Column::text(t::privacy_cookie_what(lang)),
        Column::text(t::privacy_cookie_until(lang)),
    ];
    let name = |short| html! { (cookie_name(&core.app.config, short)) };
    let (hours, days) = (session::IDLE.as_hours(), session::LONGEST.as_hours() / 24);
    Table::new(lang, t::privacy_cookies_caption(lang), columns)
        .row([
            name(session::COOKIE),
            html! { (t::privacy_cookie_session(lang)) },
            html! { (t::privacy_cookie_session_until(lang, hours, days)) },
        ])
        .row([
            name(shell::VISIT_COOKIE),
            html! { (t::privacy_cookie_visit(lang)) },
            html! { (t::privacy_cookie_visit_until(lang)) },
        ])
        .row([
            name(shell::NOTICE_COOKIE),
            html! { (t::privacy_cookie_notice(lang)) },
            html! { (t::privacy_cookie_notice_until(lang)) },
        ])
        .render()
}

fn rights(core: &Core) -> Markup {
    let lang = core.lang;
    html! {
        p { (t::privacy_rights_text(lang)) }
        ul {
            li { (t::privacy_right_access(lang)) }
            li { (t::privacy_right_correct(lang)) }
            li { (t::privacy_right_delete(lang)) }
            li { (t::privacy_right_object(lang)) }
            li { (t::privacy_right_move(lang)) }
            li { (t::privacy_right_withdraw(lang)) }
        }
        p { (t::privacy_rights_account(lang)) " " a href=(Href::local(PROFILE.url(lang, &[]))) { (t::site_profile(lang)) } }
        p { (t::privacy_rights_else(lang)) }
        (write_to(core))
    }
}
