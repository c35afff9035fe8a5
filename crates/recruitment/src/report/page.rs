//! The page around the sections.

use maud::{DOCTYPE, Markup, html};
use sortition::record::Record;
use texts::Lang;

use super::beside::{Beside, address};
use super::parts::Section;
use super::pool::Pool;
use crate::t;
use crate::words::decimal;

/// The look. It has none of the four signs that HTML escapes, because it is written into the page as any other text is.
const STYLE: &str = include_str!("style.css");

/// Nothing is fetched and no script runs, whatever the record says.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

pub(super) fn page(lang: Lang, pool: &Pool<'_>, beside: &Beside<'_>, sections: &[Section]) -> Markup {
    let record = pool.record;
    let kind = if pool.is_lottery() { "drawn" } else { "chosen" };
    let title = beside
        .title
        .map_or_else(|| t::report_title(lang, kind, pool.open_seats().into()), str::to_owned);
    let other = lang.other();
    html! {
        (DOCTYPE)
        html lang=(lang.html_code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { (title) " – " (t::report_brand(lang)) }
                style { (STYLE) }
            }
            body {
                a class="skip" href="#content" { (t::report_skip(lang)) }
                header {
                    p class="brand" { (t::report_brand(lang)) }
                    @if let Some(name) = beside.other_language {
                        p { a href=(address(name)) lang=(other.html_code()) hreflang=(other.html_code()) { (t::report_language(lang)) } }
                    }
                }
                main id="content" tabindex="-1" {
                    h1 { (title) }
                    nav aria-labelledby="contents" {
                        p id="contents" { (t::report_contents(lang)) }
                        ul { @for section in sections { li { a href={ "#" (section.id) } { (section.heading) } } } }
                    }
                    @for section in sections {
                        section id=(section.id) aria-labelledby={ (section.id) "-heading" } {
                            h2 id={ (section.id) "-heading" } { (section.heading) }
                            (section.body)
                        }
                    }
                }
                footer { p { (made(lang, record)) } }
            }
        }
    }
}

/// What made the report. A record without times, so that it is the same bytes again, says nothing of them.
fn made(lang: Lang, record: &Record) -> String {
    let made = t::report_made_by(lang, &record.program);
    if record.seconds > 0.0 {
        format!("{made} {}", t::report_took(lang, decimal(lang, record.seconds, 1)))
    } else {
        made
    }
}

#[cfg(test)]
mod tests {
    use super::STYLE;

    #[test]
    fn the_look_is_the_same_when_escaped() {
        assert!(!STYLE.contains(['<', '>', '&', '"']), "maud would escape it");
        assert!(!STYLE.contains("url(") && !STYLE.contains("@import"), "the page fetches nothing");
    }
}
