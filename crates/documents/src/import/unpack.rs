//! Keeps zip bombs out: a file of a few kilobytes can unpack to gigabytes.

use std::io::{Cursor, Read, copy, sink};

use zip::ZipArchive;

use super::{ImportError, Limits};

/// Parts an honest workbook has at most; pictures and many tabs included.
const MOST_PARTS: usize = 2_000;

/// Checks what the parts say they unpack to, then unpacks them into nothing, since a lie costs nothing. Looks also whether it is a workbook
/// at all.
pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<(), ImportError> {
    let bomb = ImportError::Bomb { limit: limits.unpacked };
    let damaged = |error: zip::result::ZipError| ImportError::Damaged { detail: error.to_string() };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(bomb);
    }
    if archive.index_for_name("xl/workbook.xml").is_none() {
        return Err(ImportError::NotAWorkbook);
    }
    let mut declared = 0_u64;
    for index in 0..archive.len() {
        declared = declared.saturating_add(archive.by_index_raw(index).map_err(damaged)?.size());
    }
    if declared > limits.unpacked {
        return Err(bomb);
    }
    let mut room = limits.unpacked;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(damaged)?;
        let unpacked = copy(&mut part.take(room + 1), &mut sink()).map_err(|error| ImportError::Damaged { detail: error.to_string() })?;
        room = room.checked_sub(unpacked).ok_or(ImportError::Bomb { limit: limits.unpacked })?;
    }
    Ok(())
}
