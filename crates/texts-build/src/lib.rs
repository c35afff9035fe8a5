//! Turns the Fluent files of a crate into one typed function per text, when the crate is built.
//!
//! A crate that shows texts has `texts/da.ftl` and `texts/en.ftl` (or several files in `texts/da/` and `texts/en/`, when one grows long),
//! a `build.rs` of one line:
//!
//! ```no_run
//! texts_build::generate();
//! ```
//!
//! and a private module that takes the result in:
//!
//! ```text
//! mod t { include!(concat!(env!("OUT_DIR"), "/texts.rs")); }
//! ```
//!
//! The crate needs `texts` among its dependencies and `texts-build` among its build dependencies.
//!
//! # From message to function
//!
//! ```text
//! signup-title = Tilmeld dig
//! seats-left = { $n ->
//!     [0] Der er ingen pladser
//!     [one] Der er én plads
//!    *[other] Der er { $n } pladser
//! } på { $course }
//! ```
//!
//! gives `t::signup_title(lang) -> &'static str` and `t::seats_left(lang, n: i64, course: impl Display) -> String`.
//!
//! * Arguments come in the order in which the **Danish** text first names them, and carry the names of the text.
//! * A variable that picks between numbers (`[one]`, `[other]`, `[0]`) is an `i64`, and so is one printed with `{ NUMBER($n) }`. Wherever
//!   it is printed it gets the thousands separator of the language.
//! * A variable that picks between words (`{ $role -> [admin] … *[member] … }`) is a `&str`.
//! * Every other variable is anything that implements `Display`: dates and money are formatted by the caller with `texts::format`.
//! * `-brand = Inddrag` is a term: a name that texts of the same language use as `{ -brand }`. It is put in when the crate is built.
//! * The functions are `pub(crate)`, so the compiler reports a text that nobody shows.
//!
//! # What stops the build
//!
//! A text missing in one language, a key given twice, different variables in the two languages, word choices that differ, HTML, syntax
//! errors, and everything of Fluent that we do not use (attributes, references between messages, other functions, other plural forms).
//! All mistakes of a crate are reported together, each with file, line, key and mend.

mod check;
mod emit;
mod message;
mod parse;
mod problem;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::{env, fs};

use problem::Problem;

/// Reads the texts of the crate being built and writes `$OUT_DIR/texts.rs`.
///
/// # Panics
///
/// When a text is wrong or missing: that is how a build script stops a build. The message lists every mistake.
pub fn generate() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo tells build scripts where the crate is"));
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo tells build scripts where to write")).join("texts.rs");
    println!("cargo:rerun-if-changed=texts");

    let code = sources(&root, "da")
        .and_then(|da| Ok((da, sources(&root, "en")?)))
        .and_then(|(da, en)| compile(&da, &en));
    match code {
        Ok(code) => {
            if let Err(error) = fs::write(&target, code) {
                panic!("cannot write {}: {error}", target.display());
            }
        }
        Err(problems) => {
            let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
            panic!("the texts have {} mistake(s):\n\n{}\n", list.len(), list.join("\n"));
        }
    }
}

/// One Fluent file.
struct Source {
    /// Path as shown in messages, relative to the crate.
    file: String,
    text: String,
}

/// From the files of both languages to Rust code.
fn compile(da: &[Source], en: &[Source]) -> Result<String, Vec<Problem>> {
    let da = parse::language(da);
    let en = parse::language(en);
    let (da, en) = match (da, en) {
        (Ok(da), Ok(en)) => (da, en),
        (da, en) => return Err([da.err(), en.err()].into_iter().flatten().flatten().collect()),
    };
    check::pair(da, en).map(|messages| emit::code(&messages))
}

/// `texts/da.ftl` and everything in `texts/da/`, in order of name.
fn sources(root: &Path, language: &str) -> Result<Vec<Source>, Vec<Problem>> {
    let mut files = Vec::new();
    let single = root.join("texts").join(format!("{language}.ftl"));
    if single.is_file() {
        files.push(single);
    }
    if let Ok(entries) = fs::read_dir(root.join("texts").join(language)) {
        let mut several: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        several.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
        several.sort();
        files.extend(several);
    }
    if files.is_empty() {
        let file = format!("texts/{language}.ftl");
        let mend = format!("create {file}, or files in texts/{language}/");
        return Err(vec![Problem::new(&file, 1, "", "there are no texts in this language", mend)]);
    }
    files
        .into_iter()
        .map(|path| {
            let file = path.strip_prefix(root).unwrap_or(&path).display().to_string();
            match fs::read_to_string(&path) {
                Ok(text) => Ok(Source { file, text }),
                Err(error) => {
                    let what = format!("the file cannot be read: {error}");
                    Err(vec![Problem::new(&file, 1, "", what, "make it readable and UTF-8")])
                }
            }
        })
        .collect()
}
