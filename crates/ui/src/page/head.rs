//! What browsers, search engines and link previews read.

use maud::{Markup, html};

use super::{Page, Robots, Shell};
use crate::t;

pub(super) fn head(shell: &Shell, page: &Page) -> Markup {
    let lang = shell.lang;
    let canonical = format!("{}{}", shell.base_url, shell.path.as_str());
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            title {
                @if page.has_errors { (t::error_prefix(lang)) " " }
                (page.title) @if page.title != shell.site { " – " (shell.site) }
            }
            meta name="color-scheme" content="light dark";
            @for font in assets::PRELOAD_FONTS {
                link rel="preload" href=(font) as="font" type="font/woff2" crossorigin;
            }
            link rel="stylesheet" href=(assets::STYLE);
            script type="module" src=(assets::SCRIPT) {}
            link rel="icon" href=(assets::FAVICON_ICO) sizes="32x32";
            link rel="icon" href=(assets::FAVICON_SVG) type="image/svg+xml";
            link rel="apple-touch-icon" href=(assets::TOUCH_ICON);
            @if let Some(text) = &page.description { meta name="description" content=(text); }
            @if page.robots == Robots::NoIndex { meta name="robots" content="noindex"; }
            @else { (shared(shell, page, &canonical)) }
        }
    }
}

/// Addresses and previews, only on pages that may be found and shared.
fn shared(shell: &Shell, page: &Page, canonical: &str) -> Markup {
    let lang = shell.lang;
    html! {
        link rel="canonical" href=(canonical);
        @if let Some(other) = &shell.other_language {
            link rel="alternate" hreflang=(lang.code()) href=(canonical);
            link rel="alternate" hreflang=(lang.other().code()) href={ (shell.base_url) (other) };
        }
        meta property="og:type" content="website";
        meta property="og:site_name" content=(shell.site);
        meta property="og:title" content=(page.title);
        meta property="og:url" content=(canonical);
        meta property="og:locale" content=(lang.html_code().replace('-', "_"));
        meta property="og:image" content={ (shell.base_url) (assets::SHARE_IMAGE) };
        meta property="og:image:width" content="1200";
        meta property="og:image:height" content="630";
        meta property="og:image:alt" content=(shell.site);
        meta name="twitter:card" content="summary_large_image";
        @if let Some(text) = &page.description { meta property="og:description" content=(text); }
    }
}
