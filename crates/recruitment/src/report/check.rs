//! How anybody can check the selection: the files, their fingerprints, and the programs.

use maud::html;
use texts::{Lang, format};

use super::beside::{Beside, address};
use super::parts::{Column, Section, table};
use super::pool::Pool;
use crate::t;

pub(super) fn section(lang: Lang, pool: &Pool<'_>, beside: &Beside<'_>) -> Section {
    let rows: Vec<Vec<String>> = pool
        .record
        .inputs
        .iter()
        .map(|input| {
            let size = format::file_size(lang, input.bytes);
            vec![t::role(lang, &input.role), input.name.clone(), size, input.sha256.clone()]
        })
        .collect();
    let columns = [
        Column::text(t::files_role(lang)),
        Column::text(t::files_name(lang)),
        Column::number(t::files_bytes(lang)),
        Column::text(t::files_hash(lang)),
    ];
    Section {
        id: "check",
        heading: t::check_heading(lang).to_owned(),
        body: html! {
            p { (t::check_lead(lang)) }
            ol class="steps" {
                @if let Some(record) = beside.record {
                    li { (t::check_record(lang)) " " a href=(address(record)) { (record) } }
                    li { (t::check_inddrag(lang)) " " code { "inddrag panel verify " (record) } }
                    @if let Some(verifier) = beside.verifier {
                        li { (t::check_python(lang)) " " code { "python3 " (verifier) " " (record) } }
                    }
                }
                li { (t::check_files(lang)) }
            }
            p { (if pool.has_proof() { t::check_tells(lang) } else { t::check_tells_panel(lang) }) }
            @if !rows.is_empty() { (table(t::files_caption(lang), &columns, &rows)) }
        },
    }
}
