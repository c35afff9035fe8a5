//! Every component in every state, as the living page `/_ui`: to look at, to copy from, and for the browser tests.
//!
//! Its words are samples, not texts of the product, so they stand here and not in `texts/`.

mod content;
mod controls;
mod data;
mod forms;
mod words;

use maud::{Markup, html};

use crate::{Href, Lang, Level, section};

/// Content of the component page.
pub fn gallery(lang: Lang) -> Markup {
    let parts: [(&str, &str, Markup); 15] = [
        ("text", lang.pick("Tekst og lister", "Text and lists"), words::text(lang)),
        (
            "buttons",
            lang.pick("Knapper og links", "Buttons and links"),
            controls::buttons(lang),
        ),
        ("icons", lang.pick("Ikoner", "Icons"), controls::icons(lang)),
        ("alerts", lang.pick("Beskeder", "Messages"), words::alerts(lang)),
        ("badges", lang.pick("Mærker og tags", "Badges and tags"), words::badges(lang)),
        ("cards", lang.pick("Kort", "Cards"), content::cards(lang)),
        ("facts", lang.pick("Fakta", "Facts"), content::facts(lang)),
        ("steps", lang.pick("Trin", "Steps"), controls::step_ways(lang)),
        (
            "disclosure",
            lang.pick("Folde ud, faneblade og dialog", "Disclosure, tabs and dialog"),
            content::disclosure(lang),
        ),
        ("fields", lang.pick("Felter", "Fields"), forms::fields(lang)),
        ("choices", lang.pick("Valg", "Choices"), forms::choices(lang)),
        (
            "form-errors",
            lang.pick("Formular med fejl", "Form with errors"),
            forms::with_errors(lang),
        ),
        (
            "repeat",
            lang.pick("Rækker, der kan tilføjes", "Rows that can be added"),
            forms::repeated(lang),
        ),
        ("tables", lang.pick("Tabeller og sider", "Tables and paging"), data::tables(lang)),
        (
            "progress",
            lang.pick("Fremdrift, diagram og tomme sider", "Progress, chart and empty pages"),
            data::progress_and_charts(lang),
        ),
    ];
    html! {
        nav class="contents" aria-label=(lang.pick("Indhold", "Contents")) {
            ul class="no-max-width" { @for (id, title, _) in &parts { li { a href=(Href::fragment(id)) { (title) } } } }
        }
        @for (id, title, body) in &parts { (section(Level::Two, id, title, body)) }
        (section(Level::Two, "live", lang.pick("Levende dele", "Live parts"), &data::live_parts(lang)))
    }
}
