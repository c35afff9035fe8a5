//! All mails, the newest first.

use maud::{Markup, html};
use texts::Lang;
use ui::{Column, Href, Icon, Level, Table};

use super::{MAIL, folder, on_disk};
use crate::mail::mailbox::{self, Entry};
use crate::t;
use crate::web::{Answer, Cx, Demo};

/// More than these nobody looks through.
const SHOWN: usize = 200;

pub(super) async fn show(cx: Cx<Demo>) -> Answer {
    let (lang, folder) = (cx.lang, folder(&cx.app)?);
    let entries = on_disk(move || mailbox::newest(&folder, SHOWN)).await?;
    let body = if entries.is_empty() {
        ui::empty_state(
            Level::Two,
            Icon::Email,
            t::mailbox_empty_title(lang),
            t::mailbox_empty_text(lang),
            None,
        )
    } else {
        table(lang, &entries)
    };
    Ok(cx.page(&ui::Page::new(t::mailbox_title(lang), body).lead(t::mailbox_lead(lang)).noindex()))
}

fn table(lang: Lang, entries: &[Entry]) -> Markup {
    let columns = [
        Column::text(t::mailbox_subject(lang)),
        Column::text(t::mailbox_to(lang)),
        Column::text(t::mailbox_at(lang)),
    ];
    let rows = entries.iter().map(|entry| {
        let subject = if entry.subject.is_empty() {
            t::mailbox_no_subject(lang)
        } else {
            &entry.subject
        };
        [
            html! { a href=(Href::local(MAIL.url(lang, &[&entry.id]))) { (subject) } },
            html! { (entry.to) },
            html! { @if let Some(at) = entry.at { (texts::format::datetime(lang, at)) } },
        ]
    });
    Table::new(lang, t::mailbox_title(lang), columns)
        .caption_hidden()
        .rows(rows)
        .render()
}
