//! The letter as HTML. Mail programs drop style sheets, so styles stand on the elements; nothing is loaded from anywhere, so opening the mail tells nobody.

use maud::{DOCTYPE, Markup, html};

use super::{Block, Letter, text};
use crate::t;

const PAGE: &str = "margin:0;padding:24px 12px;background:#ffffff;color:#1a1a1a;font-family:'IBM Plex Sans',Arial,sans-serif;font-size:16px;line-height:1.5";
const SHEET: &str = "max-width:600px;margin:0 auto";
const PARAGRAPH: &str = "margin:0 0 16px";
const HEADING: &str = "margin:24px 0 8px;font-size:20px;line-height:1.3";
const TABLE: &str = "margin:0 0 16px;border-collapse:collapse;width:100%";
const NAME: &str = "padding:8px 16px 8px 0;border-bottom:1px solid #bfbfbf;text-align:left;vertical-align:top;font-weight:bold";
const VALUE: &str = "padding:8px 0;border-bottom:1px solid #bfbfbf;vertical-align:top";
const BUTTON: &str =
    "display:inline-block;padding:12px 24px;background:#0f4f5c;color:#ffffff;text-decoration:none;font-weight:bold;border-radius:4px";
const SMALL: &str = "margin:0 0 16px;font-size:14px;color:#454545;word-break:break-all";
const FOOTER: &str = "margin:32px 0 0;padding:16px 0 0;border-top:1px solid #bfbfbf;font-size:14px;color:#454545";

pub(super) fn write(letter: &Letter) -> String {
    let lang = letter.lang;
    let page = html! {
        (DOCTYPE)
        html lang=(lang.html_code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (letter.subject) }
            }
            body style=(PAGE) {
                div style=(SHEET) {
                    p style=(PARAGRAPH) { (text::salutation(letter)) }
                    @for each in &letter.blocks { (block(each, letter)) }
                    @if let Some(from) = &letter.from {
                        p style=(PARAGRAPH) { (t::mail_regards(lang)) br; (from.name) }
                    }
                    div style=(FOOTER) {
                        @match letter.from.as_ref().and_then(|from| from.email.as_ref()) {
                            Some(email) => (t::mail_footer_answer(lang, email)),
                            None => (t::mail_footer_no_answer(lang)),
                        }
                    }
                }
            }
        }
    };
    page.into_string()
}

fn block(block: &Block, letter: &Letter) -> Markup {
    match block {
        Block::Heading(text) => html! { h2 style=(HEADING) { (text) } },
        Block::Paragraph(text) => html! { p style=(PARAGRAPH) { (broken(text)) } },
        Block::List(items) => html! { ul style=(PARAGRAPH) { @for item in items { li { (broken(item)) } } } },
        Block::Facts(facts) => html! {
            table style=(TABLE) {
                @for (name, value) in facts {
                    tr { th scope="row" style=(NAME) { (name) } td style=(VALUE) { (broken(value)) } }
                }
            }
        },
        Block::Button(label, link) => html! {
            p style=(PARAGRAPH) { a href=(link.as_str()) style=(BUTTON) { (label) } }
            p style=(SMALL) { (t::mail_button_fallback(letter.lang)) " " (link.as_str()) }
        },
    }
}

/// Line breaks of the text as line breaks of the page.
fn broken(text: &str) -> Markup {
    html! {
        @for (number, line) in text.split('\n').enumerate() {
            @if number > 0 { br; }
            (line)
        }
    }
}
