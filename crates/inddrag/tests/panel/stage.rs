//! A folder of its own for each test, and the program.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A folder that is gone afterwards.
pub(crate) struct Stage {
    place: PathBuf,
}

/// What the program answered.
pub(crate) struct Answer {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) told: String,
}

impl Answer {
    /// What it says to programs.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.out, self.told))
    }

    /// The answer, if it ended like this.
    #[track_caller]
    pub(crate) fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}\n{}", self.out, self.told);
        self
    }

    /// The codes of all findings.
    #[track_caller]
    pub(crate) fn codes(&self) -> Vec<String> {
        let json = self.json();
        let findings = json["findings"].as_array().unwrap();
        findings
            .iter()
            .map(|finding| finding["code"].as_str().unwrap().to_owned())
            .collect()
    }
}

impl Stage {
    pub(crate) fn new() -> Self {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let place = std::env::temp_dir().join(format!("inddrag-panel-test-{}-{number}", std::process::id()));
        fs::create_dir_all(&place).unwrap();
        Self { place }
    }

    /// Puts a file there.
    pub(crate) fn file(&self, name: &str, contents: impl AsRef<[u8]>) -> &Self {
        fs::write(self.place.join(name), contents).unwrap();
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.place.join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.place.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub(crate) fn record(&self, folder: &str) -> Value {
        serde_json::from_str(&self.read(&format!("{folder}/record.json"))).unwrap()
    }

    /// `inddrag panel` with these arguments, in the folder. Words are separated by blanks.
    pub(crate) fn panel(&self, arguments: &str) -> Answer {
        self.words(&arguments.split_whitespace().collect::<Vec<_>>())
    }

    pub(crate) fn words(&self, arguments: &[&str]) -> Answer {
        let output = Command::new(env!("CARGO_BIN_EXE_inddrag"))
            .arg("panel")
            .args(arguments)
            .current_dir(&self.place)
            .output()
            .unwrap();
        Answer {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            told: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The small pool that most stories are about: eight people, four seats.
    pub(crate) fn small() -> Self {
        let stage = Self::new();
        stage.file("features.csv", SMALL_FEATURES).file("people.csv", SMALL_PEOPLE);
        stage
    }

    /// Names of the files in a folder, sorted.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.place.join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.place);
    }
}

pub(crate) const SMALL_FEATURES: &str = "\
feature,value,min,max
age,young,2,2
age,old,2,2
place,town,1,3
place,land,1,3
";

pub(crate) const SMALL_PEOPLE: &str = "\
id,name,street,age,place
a,Anna,Vej 1,young,town
b,Bo,Vej 2,young,land
c,Carl,Vej 3,young,town
d,Ditte,Vej 4,old,town
e,Erik,Vej 5,old,land
f,Freja,Vej 6,old,town
g,Gorm,Vej 7,old,land
h,Hanne,Vej 7,young,land
";

/// Where the pools of the engine's tests lie.
pub(crate) fn pool(name: &str) -> (String, String) {
    let pools = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../sortition/tests/data/pools")
        .join(name);
    let read = |file: &str| fs::read_to_string(pools.join(file)).unwrap();
    (read("categories.csv"), read("respondents.csv"))
}

/// A pool of the engine's tests on a stage of its own.
pub(crate) fn staged(name: &str) -> Stage {
    let (features, people) = pool(name);
    let stage = Stage::new();
    stage.file("features.csv", features).file("people.csv", people);
    stage
}

/// A made-up pool of so many people with so many features of three values.
pub(crate) fn large(people: usize, features: usize) -> (String, String, usize) {
    let mut quotas = String::from("feature,value,min,max\n");
    for feature in 0..features {
        for value in 0..3 {
            writeln!(quotas, "f{feature},v{value},20,60").unwrap();
        }
    }
    let mut list = String::from("id");
    (0..features).for_each(|feature| write!(list, ",f{feature}").unwrap());
    list.push('\n');
    let mut state = 1_u64;
    for person in 0..people {
        write!(list, "p{person}").unwrap();
        for _ in 0..features {
            // A line of numbers that is the same on every machine.
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            write!(list, ",v{}", (state >> 33) % 3).unwrap();
        }
        list.push('\n');
    }
    (quotas, list, 110)
}
