//! The list for the door: who comes, with a field to sign for each day.

use maud::{Markup, html};
use platform::web::Answer;
use texts::format;
use ui::{Column, Page, Table};

use super::list::{Edition, Viewer};
use crate::model::Days;
use crate::t;

pub(super) async fn show(cx: Viewer) -> Answer {
    let lang = cx.lang;
    let edition = Edition::read(&cx).await?;
    let days = edition.stored.edition.plan().days().map(Days::as_slice).unwrap_or_default();
    let fixed = [
        Column::text(t::admin_people_name(lang)),
        Column::text(t::admin_people_organisation(lang)),
        Column::text(t::admin_people_job(lang)),
    ];
    let signed = days
        .iter()
        .map(|day| Column::text(t::admin_people_signature(lang, format::date_short(lang, day.date))));
    let columns: Vec<Column> = fixed.into_iter().chain(signed).collect();
    let rows = edition.taking_part().map(|seat| {
        let participant = &seat.seat.participant;
        let mut cells: Vec<Markup> = vec![
            html! { (participant.name) },
            html! { (seat.organisation().unwrap_or_default()) },
            html! { (participant.title.as_ref().map(AsRef::as_ref).unwrap_or_default()) },
        ];
        cells.extend(days.iter().map(|_| html! {}));
        cells
    });
    let empty = html! { p { (t::admin_people_none(lang)) } };
    let table = Table::new(lang, edition.title(lang), columns)
        .scrolling()
        .rows(rows)
        .empty(empty)
        .render();
    let page = Page::new(t::admin_people_print(lang), table)
        .crumbs(edition.crumbs_of_people(&cx))
        .lead(t::admin_people_print_lead(lang));
    Ok(cx.page(&page.wide().noindex()))
}
