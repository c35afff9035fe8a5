//! The styles, scripts, fonts and images of `web/`, carried inside the program.
//!
//! npm and esbuild make them when this crate is built (see `build.rs`). Each has a hash of its content in its name, so a
//! browser may keep it for ever, and lies here compressed already. Pages use the typed addresses ([`STYLE`],
//! [`SCRIPT`], …); the web server answers with [`find`].

/// One file of the browser's.
#[derive(Debug)]
pub struct Asset {
    /// Its address, `/assets/app-0123456789ab.css`.
    pub path: &'static str,
    /// Value of `Content-Type`.
    pub content_type: &'static str,
    /// The file as it is.
    pub bytes: &'static [u8],
    /// The same compressed with gzip, where that helps.
    pub gzip: Option<&'static [u8]>,
    /// The same compressed with Brotli, where that helps.
    pub brotli: Option<&'static [u8]>,
    /// Value of `ETag`, with its quotes.
    pub etag: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The file at this address.
pub fn find(path: &str) -> Option<&'static Asset> {
    ALL.binary_search_by(|asset| asset.path.cmp(path)).ok().map(|at| &ALL[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_typed_address_leads_to_its_file() {
        for (path, kind) in [
            (STYLE, "text/css; charset=utf-8"),
            (SCRIPT, "text/javascript; charset=utf-8"),
            (SPRITE, "image/svg+xml"),
            (FAVICON_SVG, "image/svg+xml"),
            (FAVICON_ICO, "image/x-icon"),
            (TOUCH_ICON, "image/png"),
            (SHARE_IMAGE, "image/png"),
            (LICENCES, "text/plain; charset=utf-8"),
        ] {
            assert_eq!(find(path).map(|asset| asset.content_type), Some(kind), "{path}");
        }
        assert_eq!(PRELOAD_FONTS.len(), 2, "only the weights that every page needs are fetched early");
        assert!(PRELOAD_FONTS.iter().all(|font| find(font).is_some()));
    }

    #[test]
    fn only_known_addresses_are_found() {
        assert!(find("/assets/").is_none());
        assert!(find("/assets/../build.rs").is_none());
        for asset in ALL {
            assert!(std::ptr::eq(asset, find(asset.path).expect(asset.path)));
        }
    }

    #[test]
    fn compressed_forms_are_smaller_and_there_where_they_help() {
        for asset in ALL {
            let text = asset.content_type.starts_with("text/") || asset.content_type == "image/svg+xml";
            assert_eq!(text, asset.brotli.is_some() && asset.gzip.is_some(), "{}", asset.path);
            for packed in [asset.gzip, asset.brotli].into_iter().flatten() {
                assert!(packed.len() < asset.bytes.len(), "{}", asset.path);
            }
        }
    }

    /// A phone on a train: the first page must not cost more than 150 KB; markup takes up to 25 of them.
    #[test]
    fn the_first_page_is_light() {
        let weight = |path: &str| find(path).map_or(0, |asset| asset.brotli.unwrap_or(asset.bytes).len());
        let fonts: usize = ALL
            .iter()
            .filter(|asset| asset.content_type == "font/woff2")
            .map(|asset| asset.bytes.len())
            .sum();
        let total = weight(STYLE) + weight(SCRIPT) + weight(SPRITE) + weight(FAVICON_SVG) + fonts;
        assert!(weight(SCRIPT) < 10_000, "the script is {} bytes", weight(SCRIPT));
        assert!(total < 125_000, "styles, script, icons and fonts are {total} bytes");
    }
}
