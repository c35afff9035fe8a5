//! Keeps zip bombs out: a file of a few kilobytes can unpack to gigabytes. Says also which kind of spreadsheet it is.

use std::io::{Cursor, Read, copy, sink};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{ImportError, Limits};

/// Parts an honest workbook has at most; pictures and many tabs included.
const MOST_PARTS: usize = 2_000;

/// What an OpenDocument spreadsheet says it is, and what a template for one says.
const OPEN_DOCUMENT: &str = "application/vnd.oasis.opendocument.spreadsheet";
const OPEN_TEMPLATE: &str = "application/vnd.oasis.opendocument.spreadsheet-template";

/// The kinds of spreadsheet in a compressed file.
pub(super) enum Workbook {
    /// Of Excel.
    Xlsx,
    /// OpenDocument.
    Ods,
}

impl From<ZipError> for ImportError {
    fn from(error: ZipError) -> Self {
        Self::Damaged { detail: error.to_string() }
    }
}

/// Checks what the parts say they unpack to, then unpacks them into nothing, since a lie costs nothing. Looks also whether it is a workbook
/// at all, and of which kind.
pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<Workbook, ImportError> {
    let bomb = ImportError::Bomb { limit: limits.unpacked };
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    if archive.len() > MOST_PARTS {
        return Err(bomb);
    }
    let kind = kind(&mut archive)?;
    let mut declared = 0_u64;
    for index in 0..archive.len() {
        declared = declared.saturating_add(archive.by_index_raw(index)?.size());
    }
    if declared > limits.unpacked {
        return Err(bomb);
    }
    let mut room = limits.unpacked;
    for index in 0..archive.len() {
        let part = archive.by_index(index)?;
        let unpacked = copy(&mut part.take(room + 1), &mut sink()).map_err(|error| ImportError::Damaged { detail: error.to_string() })?;
        room = room.checked_sub(unpacked).ok_or(ImportError::Bomb { limit: limits.unpacked })?;
    }
    Ok(kind)
}

fn kind(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Workbook, ImportError> {
    if archive.index_for_name("xl/workbook.xml").is_some() {
        return Ok(Workbook::Xlsx);
    }
    let Some(index) = archive.index_for_name("mimetype") else {
        return Err(ImportError::NotAWorkbook);
    };
    let part = archive.by_index(index)?;
    let mut said = String::new();
    // Anything longer is something else.
    let most = OPEN_TEMPLATE.len() as u64 + 2;
    let read = part.take(most).read_to_string(&mut said);
    match said.trim() {
        OPEN_DOCUMENT | OPEN_TEMPLATE if read.is_ok() => Ok(Workbook::Ods),
        _ => Err(ImportError::NotAWorkbook),
    }
}
