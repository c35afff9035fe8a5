//! One mail: its text, its HTML as mail programs show it, its files.
//!
//! What is in a mail is not trusted here: the text is text, the HTML stands in a frame where no script runs and nothing is loaded, and files are only saved, never
//! opened by the browser.

use axum::body::Body;
use http::{HeaderName, HeaderValue, header};
use maud::{Markup, html};
use texts::Lang;
use ui::{Definition, Href, Level, definitions};

use super::{MAIL_FILE, MAIL_HTML, MAILBOX, folder, on_disk};
use crate::App;
use crate::mail::mailbox::{self, Opened};
use crate::t;
use crate::web::{Answer, Cx, Demo, Error, Response, file as as_file};

/// The house's policy, with a frame of our own in it.
const WITH_FRAME: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
                          manifest-src 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/// What a mail may do: look as it looks, and be left by its links.
const SANDBOX: &str = "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation; default-src 'none'; \
                       style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'self'; form-action 'none'";

async fn opened(app: &App, id: &str) -> Result<Opened, Error> {
    let (folder, id) = (folder(app)?, id.to_owned());
    on_disk(move || mailbox::read(&folder, &id)).await?.ok_or(Error::NotFound)
}

pub(super) async fn show(cx: Cx<Demo>) -> Answer {
    let mail = opened(&cx.app, cx.param("id")).await?;
    let lang = cx.lang;
    let body = html! {
        (envelope(lang, &mail))
        (ui::section(Level::Two, "tekst", t::mailbox_text(lang), &html! { div class="mail-text" { (text(&mail.text)) } }))
        @if mail.html.is_some() {
            (ui::section(Level::Two, "udseende", t::mailbox_html(lang), &html! {
                iframe src=(MAIL_HTML.url(lang, &[&mail.entry.id])) title=(t::mailbox_html(lang)) height="640"
                    sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" {}
            }))
        }
        @if !mail.files.is_empty() { (ui::section(Level::Two, "filer", t::mailbox_files(lang), &files(lang, &mail))) }
        (ui::back_link(t::mailbox_back(lang), &Href::local(MAILBOX.url(lang, &[]))))
    };
    let title = if mail.entry.subject.is_empty() {
        t::mailbox_no_subject(lang)
    } else {
        &mail.entry.subject
    };
    let mut response = cx.page(&ui::Page::new(title, body).noindex());
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(WITH_FRAME));
    Ok(response)
}

fn envelope(lang: Lang, mail: &Opened) -> Markup {
    let mut facts = vec![Definition::text(t::mailbox_from(lang), &mail.from)];
    if !mail.reply_to.is_empty() {
        facts.push(Definition::text(t::mailbox_reply_to(lang), &mail.reply_to));
    }
    facts.push(Definition::text(t::mailbox_to(lang), &mail.entry.to));
    if let Some(at) = mail.entry.at {
        facts.push(Definition::text(t::mailbox_at(lang), &texts::format::datetime(lang, at)));
    }
    definitions(&facts)
}

/// The text with its lines, and with its web addresses as links.
fn text(text: &str) -> Markup {
    html! {
        @for paragraph in text.replace("\r\n", "\n").split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
            p {
                @for (number, line) in paragraph.trim_matches('\n').split('\n').enumerate() {
                    @if number > 0 { br; }
                    @for (number, word) in line.split(' ').enumerate() {
                        @if number > 0 { " " }
                        @match Href::external(word).ok().filter(|_| word.starts_with("http")) {
                            Some(href) => { a href=(href) { (word) } },
                            None => (word),
                        }
                    }
                }
            }
        }
    }
}

fn files(lang: Lang, mail: &Opened) -> Markup {
    html! {
        ul {
            @for (place, file) in mail.files.iter().enumerate() {
                @let size = texts::format::file_size(lang, u64::try_from(file.bytes.len()).unwrap_or(u64::MAX));
                li {
                    a href=(Href::local(MAIL_FILE.url(lang, &[&mail.entry.id, &place.to_string()]))) { (name(lang, file)) }
                    " (" (file.media_type) ", " (size) ")"
                }
            }
        }
    }
}

fn name(lang: Lang, file: &mailbox::File) -> &str {
    match (file.name.as_str(), file.media_type.as_str()) {
        ("", "text/calendar") => t::mailbox_calendar(lang),
        ("", _) => t::mailbox_file(lang),
        (name, _) => name,
    }
}

pub(super) async fn html(cx: Cx<Demo>) -> Answer {
    let html = opened(&cx.app, cx.param("id")).await?.html.ok_or(Error::NotFound)?;
    // Links leave the frame, or the pages they lead to would refuse to be shown in it.
    let mut response = Response::new(Body::from(html.replacen("<head>", "<head><base target=\"_top\">", 1)));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SANDBOX));
    headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    Ok(response)
}

pub(super) async fn file(cx: Cx<Demo>) -> Answer {
    let mut mail = opened(&cx.app, cx.param("id")).await?;
    let place: usize = cx.param("part").parse().map_err(|_| Error::NotFound)?;
    if place >= mail.files.len() {
        return Err(Error::NotFound);
    }
    let file = mail.files.swap_remove(place);
    let name = match (file.name.is_empty(), file.media_type.as_str()) {
        (false, _) => file.name.as_str(),
        (true, "text/calendar") => "invite.ics",
        (true, _) => "file",
    };
    // Whatever it is, the browser saves it and does not open it.
    let name = name.to_owned();
    Ok(as_file(file.bytes, &name, "application/octet-stream"))
}
