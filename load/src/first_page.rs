//! What a phone fetches to show the first page: the page, its styles, its script, its fonts and icons, compressed as a browser gets them.

use std::collections::BTreeSet;

use ::http::{Method, header};
use hyper::body::Bytes;

use crate::Failure;
use crate::http::Server;
use crate::visitor::addresses;

/// One thing fetched.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its address.
    pub path: String,
    /// Bytes of its body as sent.
    pub bytes: usize,
    /// How it was compressed; empty if it was not.
    pub encoding: String,
}

/// The page and everything that it, or its styles, name on this site. Fonts count even where the page shows no letter of them, so this is rather too much than
/// too little.
///
/// # Errors
/// If something cannot be fetched.
pub async fn weigh(server: &Server, path: &str) -> Result<Vec<Part>, Failure> {
    let page = fetch(server, path, "identity").await?.1;
    let mut wanted: BTreeSet<String> = assets(&page, &["href", "src"]);
    let styles: Vec<String> = wanted.iter().filter(|path| path.ends_with(".css")).cloned().collect();
    for style in styles {
        wanted.extend(fonts_in_styles(&fetch(server, &style, "identity").await?.1));
    }
    let mut parts = vec![fetch(server, path, "gzip, br").await?.0];
    for path in wanted {
        parts.push(fetch(server, &path, "gzip, br").await?.0);
    }
    Ok(parts)
}

async fn fetch(server: &Server, path: &str, encodings: &str) -> Result<(Part, String), Failure> {
    let headers = [(header::ACCEPT_ENCODING, encodings.to_owned())];
    let answer = server.ask(Method::GET, path, &headers, Bytes::new()).await?;
    if !answer.status.is_success() {
        return Err(Failure::new(format!("GET {path}"), answer.status));
    }
    let part = Part {
        path: path.to_owned(),
        bytes: answer.body.len(),
        encoding: answer.header(header::CONTENT_ENCODING).to_owned(),
    };
    Ok((part, answer.text()))
}

/// Assets in a page. Icons stand in one file and are named with a fragment; pictures for other sites' previews are not fetched by browsers and stand with a full
/// address. The licences are only linked to.
fn assets(page: &str, attributes: &[&str]) -> BTreeSet<String> {
    let all = attributes.iter().flat_map(|attribute| addresses(page, attribute));
    all.filter(|address| address.starts_with("/assets/"))
        .map(|address| address.split('#').next().unwrap_or_default().to_owned())
        .filter(|address| !address.contains("touch-icon") && ![".ico", ".txt"].iter().any(|ending| address.ends_with(ending)))
        .collect()
}

/// Fonts that styles name. Pictures are fetched only where a rule meets an element, and ours stand in the page.
fn fonts_in_styles(styles: &str) -> BTreeSet<String> {
    let urls = styles.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
    urls.map(|url| url.trim_matches(['"', '\'']))
        .filter(|url| url.ends_with(".woff2"))
        .map(|url| {
            if url.starts_with('/') {
                url.to_owned()
            } else {
                format!("/assets/{}", url.trim_start_matches("./"))
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_a_browser_fetches_is_found_once() {
        let page = r##"<link rel="stylesheet" href="/assets/app-1.css"><script src="/assets/app-1.js"></script><svg><use href="/assets/icons-1.svg#pil"/></svg>
            <svg><use href="/assets/icons-1.svg#x"/></svg><a href="/kurser">k</a><link rel="apple-touch-icon" href="/assets/touch-icon-1.png"><a href="/assets/licences-1.txt">l</a>"##;
        let found: Vec<_> = assets(page, &["href", "src"]).into_iter().collect();
        assert_eq!(found, ["/assets/app-1.css", "/assets/app-1.js", "/assets/icons-1.svg"]);
        let styles = "@font-face{src:url(\"/assets/a.woff2\")}@font-face{src:url(./b.woff2)}i{background:url('data:image/svg+xml,x')}";
        let found: Vec<_> = fonts_in_styles(styles).into_iter().collect();
        assert_eq!(found, ["/assets/a.woff2", "/assets/b.woff2"]);
    }
}
