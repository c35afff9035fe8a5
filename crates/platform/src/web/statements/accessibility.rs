//! The accessibility statement. Public bodies make their official one in the state's tool; this page says the same about the program, with its known limits.

use jiff::civil::{Date, date};
use maud::{Markup, html};
use texts::{Lang, format};
use ui::{Column, Level, Table, section, time};

use super::{authority, write_to};
use crate::t;
use crate::web::{Answer, Cx, Visitor};

/// When somebody last held this page against the program. Move it with every release.
const REVIEWED: Date = date(2026, 11, 23);

/// Where public bodies publish their official statement, and where people complain.
const NATIONAL_TOOL: &str = "https://www.was.digst.dk";

pub(super) async fn show(cx: Cx<Visitor>) -> Answer {
    let lang = cx.lang;
    let house = cx.organisation.name.as_str();
    let body = html! {
        (section(Level::Two, "maal", t::accessibility_goal(lang), &html! { p { (t::accessibility_goal_text(lang)) } }))
        (section(Level::Two, "saadan", t::accessibility_works(lang), &html! {
            ul {
                li { (t::accessibility_works_keyboard(lang)) }
                li { (t::accessibility_works_script(lang)) }
                li { (t::accessibility_works_zoom(lang)) }
                li { (t::accessibility_works_colours(lang)) }
                li { (t::accessibility_works_time(lang)) }
                li { (t::accessibility_works_pdf(lang)) }
            }
        }))
        (section(Level::Two, "proevet", t::accessibility_tested(lang), &html! {
            p { (t::accessibility_tested_text(lang)) }
            p { (t::accessibility_tested_people(lang)) }
        }))
        (section(Level::Two, "mangler", t::accessibility_limits(lang), &limits(lang)))
        (section(Level::Two, "skriv", t::accessibility_report(lang), &html! {
            p { (t::accessibility_report_text(lang)) }
            (write_to(&cx))
        }))
        (section(Level::Two, "officielt", t::accessibility_official(lang), &html! {
            p { (t::accessibility_official_text(lang, house)) }
            (authority(NATIONAL_TOOL))
        }))
        p { (t::accessibility_reviewed(lang)) " " (time(&REVIEWED.to_string(), &format::date(lang, REVIEWED))) }
    };
    Ok(cx.page(&ui::Page::new(t::accessibility_title(lang), body).lead(t::accessibility_lead(lang, house))))
}

fn limits(lang: Lang) -> Markup {
    let columns = [
        Column::text(t::accessibility_limit(lang)),
        Column::text(t::accessibility_instead(lang)),
    ];
    Table::new(lang, t::accessibility_limits_caption(lang), columns)
        .row([
            html! { (t::accessibility_limit_readers(lang)) },
            html! { (t::accessibility_limit_readers_instead(lang)) },
        ])
        .row([
            html! { (t::accessibility_limit_passkeys(lang)) },
            html! { (t::accessibility_limit_passkeys_instead(lang)) },
        ])
        .row([
            html! { (t::accessibility_limit_texts(lang)) },
            html! { (t::accessibility_limit_texts_instead(lang)) },
        ])
        .row([
            html! { (t::accessibility_limit_live(lang)) },
            html! { (t::accessibility_limit_live_instead(lang)) },
        ])
        .render()
}
