//! The folder of results. Files are written beside their places and then put there, and nothing that is not ours is touched.

use std::fs;
use std::io;
use std::path::Path;

use super::complaint::Complaint;
use crate::t;

/// The files that we write.
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

/// What an earlier selection or invitation of ours is known by. It is put in place last: where it is, the others are.
const SIGNS: [&str; 2] = ["record.json", "invite.json"];

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

    /// Puts the files in their place. What an earlier selection has left there and this one has not goes; what is not ours stays.
    pub(super) fn write(&self, out: &Path) -> Result<(), Complaint> {
        let stale = OURS.iter().chain(&RESERVE).filter(|ours| !self.names().any(|name| name == **ours));
        fs::create_dir_all(out)
            .and_then(|()| put_in_place(out, &self.files))
            .and_then(|()| {
                stale
                    .map(|name| out.join(name))
                    .filter(|path| path.exists())
                    .try_for_each(fs::remove_file)
            })
            .map_err(|error| unwritable(out, &error))
    }
}

/// Writes all files beside their places before the first of them is moved there: what does not fit on the disk changes nothing.
fn put_in_place(out: &Path, files: &[(&'static str, Vec<u8>)]) -> io::Result<()> {
    let new = |name: &str| out.join(format!(".{name}.new"));
    let written = files.iter().try_for_each(|(name, contents)| fs::write(new(name), contents));
    let (signs, others): (Vec<_>, Vec<_>) = files.iter().map(|(name, _)| *name).partition(|name| SIGNS.contains(name));
    let mut in_turn = others.into_iter().chain(signs);
    let placed = written.and_then(|()| in_turn.try_for_each(|name| fs::rename(new(name), out.join(name))));
    if placed.is_err() {
        for (name, _) in files {
            // The first error is the one to tell.
            let _ = fs::remove_file(new(name));
        }
    }
    placed
}

/// Says early whether results could be written, before anybody waits for them: nothing that is read, and nothing of the same name that is not an earlier result of ours, is
/// overwritten.
pub(super) fn may_be_written(out: &Path, inputs: &[&Path]) -> Result<(), Complaint> {
    match fs::read_dir(out) {
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(unwritable(out, &error)),
    }
    let is_earlier = SIGNS.iter().any(|sign| out.join(sign).exists());
    let is_read = |place: &Path| {
        let same = |input: &&Path| matches!((fs::canonicalize(input), fs::canonicalize(place)), (Ok(input), Ok(place)) if input == place);
        inputs.iter().any(same)
    };
    let in_the_way = OURS.iter().chain(&RESERVE).find(|name| {
        let place = out.join(name);
        place.exists() && (!is_earlier || is_read(&place))
    });
    match in_the_way {
        None => Ok(()),
        Some(name) => Err(Complaint::asked("output.in-the-way", |lang| {
            t::panel_in_the_way(lang, out.display(), name)
        })),
    }
}

/// Puts a few files into a folder that is there, all of them or none.
pub(super) fn add(folder: &Path, files: &[(&'static str, Vec<u8>)]) -> Result<(), Complaint> {
    put_in_place(folder, files).map_err(|error| unwritable(folder, &error))
}

fn unwritable(out: &Path, error: &io::Error) -> Complaint {
    Complaint::asked("output.unwritable", |lang| t::panel_unwritable(lang, out.display(), error))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

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
        folder("1").write(&out).expect("a new folder");
        let names = ["notes.txt", "panels.csv"];
        for name in names {
            fs::write(out.join(name), "earlier").expect("writes");
        }
        may_be_written(&out, &[]).expect("an earlier record");
        folder("2").write(&out).expect("an earlier record");
        let mut left: Vec<_> = fs::read_dir(&out)
            .expect("lists")
            .map(|entry| entry.expect("an entry").file_name())
            .collect();
        left.sort();
        assert_eq!(left, ["notes.txt", "record.json"], "its list of panels goes with it");
        assert_eq!(fs::read_to_string(out.join("record.json")).expect("is there"), "2");
        fs::remove_dir_all(place).expect("removes");
    }

    #[test]
    fn what_is_read_or_somebody_elses_is_not_overwritten() {
        let place = place("others");
        may_be_written(&place.join("none"), &[]).expect("is made");
        may_be_written(&place, &[]).expect("is empty");
        let selected = place.join("selected.csv");
        fs::write(&selected, "mine").expect("writes");
        assert!(may_be_written(&place, &[]).is_err(), "there is no record that it belongs to");
        fs::write(place.join("record.json"), "ours").expect("writes");
        may_be_written(&place, &[]).expect("an earlier record");
        assert!(
            may_be_written(
                &place,
                &[&place.join("../").join(place.file_name().expect("a name")).join("selected.csv")]
            )
            .is_err()
        );
        fs::remove_dir_all(place).expect("removes");
    }
}
