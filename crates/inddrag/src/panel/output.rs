//! The folder of results: written beside its place and then put there at once, so that it holds all of them or nothing.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::complaint::Complaint;
use crate::t;

/// The files that we write. A folder with these alone is an earlier record of ours, and may be written anew.
const OURS: [&str; 13] = [
    "areas.csv",
    "invited.csv",
    "invite.json",
    "panels.csv",
    "public.json",
    "receipts.csv",
    "record.json",
    "record.zip",
    "remaining.csv",
    "report.en.html",
    "report.html",
    "selected.csv",
    "summary.csv",
];

/// What a reserve adds to the folder of a record.
pub(super) const RESERVE: [&str; 2] = ["reserve.csv", "reserve.json"];

/// Files in the making.
#[derive(Debug, Default)]
pub(super) struct Folder {
    files: Vec<(&'static str, Vec<u8>)>,
}

impl Folder {
    pub(super) fn put(&mut self, name: &'static str, contents: impl Into<Vec<u8>>) {
        debug_assert!(OURS.contains(&name), "{name} is told to be ours");
        self.files.push((name, contents.into()));
    }

    /// The names, in the order in which they came.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.files.iter().map(|(name, _)| *name)
    }

    /// Puts the folder in its place.
    pub(super) fn write(&self, out: &Path, may_replace: bool) -> Result<(), Complaint> {
        if !may_replace {
            may_be_written(out)?;
        }
        self.put_in_place(out).map_err(|error| unwritable(out, &error))
    }

    fn put_in_place(&self, out: &Path) -> io::Result<()> {
        let out = std::path::absolute(out)?;
        if let Some(parent) = out.parent() {
            fs::create_dir_all(parent)?;
        }
        let new = beside(&out, "new")?;
        let made = self.make(&new).and_then(|()| exchange(&new, &out));
        if made.is_err() {
            // The first error is the one to tell.
            let _ = fs::remove_dir_all(&new);
        }
        made
    }

    fn make(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir(folder)?;
        for (name, contents) in &self.files {
            fs::write(folder.join(name), contents)?;
        }
        Ok(())
    }
}

/// Says early whether results could be written, before anybody waits for them.
pub(super) fn may_be_written(out: &Path) -> Result<(), Complaint> {
    let entries = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(unwritable(out, &error)),
    };
    for entry in entries {
        let name = entry.map_err(|error| unwritable(out, &error))?.file_name();
        let is_ours = OURS.iter().chain(&RESERVE).any(|ours| name == *ours);
        if !is_ours {
            return Err(Complaint::asked("output.other-things", |lang| {
                t::panel_other_things(lang, out.display(), name.display())
            }));
        }
    }
    Ok(())
}

/// Puts a few files into a folder that is there, each at once.
pub(super) fn add(folder: &Path, files: &[(&'static str, Vec<u8>)]) -> Result<(), Complaint> {
    let put = |(name, contents): &(&'static str, Vec<u8>)| {
        let new = folder.join(format!(".{name}.new"));
        fs::write(&new, contents)?;
        fs::rename(&new, folder.join(name))
    };
    files.iter().try_for_each(put).map_err(|error| unwritable(folder, &error))
}

/// A name beside the folder that nobody else uses.
fn beside(out: &Path, what: &str) -> io::Result<PathBuf> {
    let name = out.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{what}-{}", std::process::id()));
    Ok(out.with_file_name(hidden))
}

/// The new folder takes the place of the old one; if it cannot, the old one comes back.
fn exchange(new: &Path, out: &Path) -> io::Result<()> {
    if !out.exists() {
        return fs::rename(new, out);
    }
    let old = beside(out, "old")?;
    fs::rename(out, &old)?;
    if let Err(error) = fs::rename(new, out) {
        fs::rename(&old, out)?;
        return Err(error);
    }
    fs::remove_dir_all(&old)
}

fn unwritable(out: &Path, error: &io::Error) -> Complaint {
    Complaint::asked("output.unwritable", |lang| t::panel_unwritable(lang, out.display(), error))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of this test alone.
    fn place(name: &str) -> PathBuf {
        let place = std::env::temp_dir().join(format!("inddrag-panel-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&place);
        fs::create_dir_all(&place).expect("a folder for the test");
        place
    }

    fn folder(text: &str) -> Folder {
        let mut folder = Folder::default();
        folder.put("record.json", text);
        folder
    }

    #[test]
    fn an_earlier_record_is_written_anew_and_other_things_are_left_alone() {
        let place = place("anew");
        let out = place.join("one/two");
        folder("1").write(&out, false).expect("a new folder");
        folder("2").write(&out, false).expect("an earlier record");
        fs::write(out.join("notes.txt"), "mine").expect("writes");
        assert!(folder("3").write(&out, false).is_err());
        assert_eq!(fs::read_to_string(out.join("record.json")).expect("is there"), "2");
        folder("3").write(&out, true).expect("was asked for");
        let left: Vec<_> = fs::read_dir(out.parent().expect("one"))
            .expect("lists")
            .map(|entry| entry.expect("an entry").file_name())
            .collect();
        assert_eq!(left, ["two"], "nothing is left beside it");
        assert_eq!(fs::read_dir(&out).expect("lists").count(), 1);
        fs::remove_dir_all(place).expect("removes");
    }
}
