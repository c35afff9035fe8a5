//! The files that people hand in: read whole, hashed, and taken apart as tables.

use std::path::{Path, PathBuf};

use documents::import::{self, Limits};
use sha2::{Digest, Sha256};
use sortition::read::{Sheet, SheetRow};
use sortition::record::Input;

use super::complaint::Complaint;

/// Room for the register of a large city: far more than what is taken in over the web, since whoever sits here could fill the memory in simpler ways.
const LIMITS: Limits = Limits {
    bytes: 500 << 20,
    unpacked: 2 << 30,
    rows: 300_000,
    columns: 500,
    cells: 10_000_000,
    cell_length: 32_767,
};

/// A register may be longer than a pool.
const REGISTER: Limits = Limits {
    rows: 3_000_000,
    cells: 60_000_000,
    ..LIMITS
};

/// A file as it was read.
#[derive(Debug)]
pub(super) struct File {
    source: &'static str,
    path: PathBuf,
    bytes: Vec<u8>,
}

impl File {
    /// Reads a file. `source` is what it should hold, by the name that findings and records use.
    pub(super) fn read(source: &'static str, path: &Path) -> Result<Self, Complaint> {
        let unreadable = |detail: String| Complaint::Unreadable {
            source,
            path: path.display().to_string(),
            detail,
        };
        let size = std::fs::metadata(path).map_err(|error| unreadable(error.to_string()))?.len();
        if size > LIMITS.bytes as u64 {
            let error = import::ImportError::TooLarge {
                bytes: usize::try_from(size).unwrap_or(usize::MAX),
                limit: LIMITS.bytes,
            };
            return Err(Complaint::NoTable {
                source,
                path: path.display().to_string(),
                error,
            });
        }
        let bytes = std::fs::read(path).map_err(|error| unreadable(error.to_string()))?;
        Ok(Self {
            source,
            path: path.to_owned(),
            bytes,
        })
    }

    /// The file as text.
    pub(super) fn text(&self) -> Result<&str, Complaint> {
        std::str::from_utf8(&self.bytes).map_err(|_| self.no_table(import::ImportError::NotATable))
    }

    /// The rows of a pool, quotas or list.
    pub(super) fn sheet(&self, complaints: &mut Vec<Complaint>) -> Result<Sheet, Complaint> {
        self.rows(&LIMITS, complaints)
    }

    /// The rows of a register.
    pub(super) fn register(&self, complaints: &mut Vec<Complaint>) -> Result<Sheet, Complaint> {
        self.rows(&REGISTER, complaints)
    }

    /// A file without rows is no table for the reader, but an empty one for the engine, which has better words for it.
    fn rows(&self, limits: &Limits, complaints: &mut Vec<Complaint>) -> Result<Sheet, Complaint> {
        let name = self.path.to_string_lossy();
        let table = match import::read_within(&self.bytes, &name, limits) {
            Ok(table) => table,
            Err(import::ImportError::Empty) => return Ok(Sheet::default()),
            Err(error) => return Err(self.no_table(error)),
        };
        let source = self.source;
        complaints.extend(table.notices.into_iter().map(|notice| Complaint::Notice { source, notice }));
        let rows = table.rows.into_iter().map(|row| SheetRow {
            number: row.number,
            cells: row.cells,
        });
        Ok(Sheet { rows: rows.collect() })
    }

    fn no_table(&self, error: import::ImportError) -> Complaint {
        Complaint::NoTable {
            source: self.source,
            path: self.path.display().to_string(),
            error,
        }
    }

    /// What the record says of the file.
    pub(super) fn input(&self) -> Input {
        let name = self
            .path
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        Input {
            role: self.source.to_owned(),
            name,
            sha256: hash(&self.bytes),
            bytes: self.bytes.len() as u64,
        }
    }
}

/// SHA-256 as 64 hexadecimal digits.
pub(super) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
