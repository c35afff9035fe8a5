//! The compiler's whole world: one template, the house style, the data, the fonts. No disk, no network, no clock, no packages.

use std::sync::LazyLock;

use texts::Lang;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};

use super::{MAX_DATA, PdfError, Template, fonts, glyphs};

/// Built once: it takes longer than a page. Header cells for table rows (`pdf.header-cell`) still need the feature flag in Typst 0.15.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let features: Features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

/// File ids are 16-bit numbers that are never given back, so there is one per fixed name and none per document.
static HOUSE: LazyLock<Option<Source>> =
    LazyLock::new(|| file_id("house.typ").map(|id| Source::new(id, include_str!("../../templates/house.typ").to_owned())));
static DATA: LazyLock<Option<FileId>> = LazyLock::new(|| file_id("data.json"));

fn file_id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// What lies on the compiler's desk while one document is set.
pub(super) struct Desk {
    template: Source,
    data: Bytes,
}

impl Desk {
    pub(super) fn new(template: &Template, data: &serde_json::Value, lang: Lang) -> Result<Self, PdfError> {
        let name = template.name;
        let id = file_id(&format!("{name}.typ")).ok_or(PdfError::Name { name })?;
        let wrapped = serde_json::json!({ "lang": lang.code(), "data": glyphs::mended(data) });
        let bytes = wrapped.to_string().into_bytes();
        if bytes.len() > MAX_DATA {
            return Err(PdfError::TooLarge {
                template: name,
                bytes: bytes.len(),
            });
        }
        Ok(Self {
            template: Source::new(id, template.source.to_owned()),
            data: Bytes::new(bytes),
        })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        fonts::book()
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            return Ok(self.template.clone());
        }
        HOUSE.as_ref().filter(|house| house.id() == id).cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if *DATA == Some(id) {
            Ok(self.data.clone())
        } else {
            Err(missing(id))
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::font(index)
    }

    /// Never: a document's date is part of its data.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}
