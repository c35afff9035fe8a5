//! Builds `web/` with npm and writes a Rust table of the result.
//!
//! `INDDRAG_WEB_DIST` may name a folder that `node build.mjs <folder>` has filled before; then neither Node nor a network
//! is needed. Cargo runs this only when a source of `web/` has changed.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::{env, fs};

/// Everything the result depends on, below `web/`.
const SOURCES: [&str; 8] = [
    "package.json",
    "package-lock.json",
    "build.mjs",
    "build",
    "styles",
    "src",
    "images",
    "icons.txt",
];
/// Variable that names a folder of assets built before.
const PREBUILT: &str = "INDDRAG_WEB_DIST";
/// Oldest Node the build is tested with.
const OLDEST_NODE: u32 = 20;

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\nThe styles and scripts could not be built.\n\n{problem}\n");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), String> {
    let crate_folder = folder_from("CARGO_MANIFEST_DIR")?;
    let target = folder_from("OUT_DIR")?.join("web");
    println!("cargo:rerun-if-env-changed={PREBUILT}");
    println!("cargo:rerun-if-changed=build.rs");
    if let Some(prebuilt) = env::var_os(PREBUILT).map(PathBuf::from) {
        println!("cargo:rerun-if-changed={}", prebuilt.display());
        copy(&prebuilt, &target)?;
    } else {
        // Relative to the crate, so that no path of this machine matters to Cargo.
        for source in SOURCES {
            println!("cargo:rerun-if-changed=../../web/{source}");
        }
        let web = crate_folder.join("../../web");
        check_node()?;
        install(&web)?;
        run(
            Command::new("node").arg("build.mjs").arg(&target).current_dir(&web),
            "node build.mjs",
            "See the message above.",
        )?;
    }
    let manifest = target.join("manifest.tsv");
    let rows = fs::read_to_string(&manifest).map_err(|error| {
        format!(
            "{} cannot be read: {error}.\nFill the folder with `node build.mjs <folder>` in web/.",
            manifest.display()
        )
    })?;
    let code = table(&rows)?;
    let file = folder_from("OUT_DIR")?.join("assets.rs");
    fs::write(&file, code).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

fn folder_from(variable: &str) -> Result<PathBuf, String> {
    env::var_os(variable)
        .map(PathBuf::from)
        .ok_or_else(|| format!("{variable} is not set; build with cargo"))
}

fn check_node() -> Result<(), String> {
    let mend = format!(
        "Install Node.js {OLDEST_NODE} or newer with npm (https://nodejs.org, or `apt-get install nodejs npm`),\n\
         or build web/ elsewhere and name the folder in {PREBUILT}."
    );
    let answer = Command::new("node")
        .arg("--version")
        .output()
        .map_err(|_| format!("Node.js was not found.\n{mend}"))?;
    let version = String::from_utf8_lossy(&answer.stdout).trim().to_owned();
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        return Err(format!("Node.js is {version}, which is too old.\n{mend}"));
    }
    Ok(())
}

/// Installs the packages when the lock file is newer than what is installed.
fn install(web: &Path) -> Result<(), String> {
    let changed = |file: &str| fs::metadata(web.join(file)).and_then(|about| about.modified()).ok();
    let (locked, installed) = (changed("package-lock.json"), changed("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= locked {
        return Ok(());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mend = format!(
        "If the network is down or closed: run `npm ci` in web/ where it is open and bring node_modules along, point npm at a\n\
         mirror (`npm config set registry …`), or build web/ elsewhere and name the folder in {PREBUILT}."
    );
    // None of the packages needs its install script, so none may run one.
    run(
        Command::new(npm)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(web),
        "npm ci",
        &mend,
    )
}

fn run(command: &mut Command, name: &str, mend: &str) -> Result<(), String> {
    // Standard output belongs to Cargo; what the tool says goes to standard error.
    let answer = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("`{name}` could not be started in web/: {error}.\n{mend}"))?;
    eprint!("{}", String::from_utf8_lossy(&answer.stdout));
    if answer.status.success() {
        Ok(())
    } else {
        Err(format!("`{name}` in web/ failed ({}).\n{mend}", answer.status))
    }
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{PREBUILT}={} cannot be read: {error}", from.display());
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).map_err(failed)?;
    for entry in fs::read_dir(from).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        fs::copy(entry.path(), to.join(entry.file_name())).map_err(failed)?;
    }
    Ok(())
}

/// The Rust code for the rows of the manifest: role, file, content type, hash, compressed forms.
fn table(rows: &str) -> Result<String, String> {
    let mut constants = String::new();
    let mut preload = Vec::new();
    let mut assets = Vec::new();
    for row in rows.lines() {
        let [role, file, kind, hash, packed] = row.split('\t').collect::<Vec<_>>()[..] else {
            return Err(format!(
                "manifest.tsv has a row that is not five fields: “{row}”. Build web/ again."
            ));
        };
        match role {
            "-" => {}
            "PRELOAD_FONT" => preload.push(format!("\"/assets/{file}\"")),
            role => line(
                &mut constants,
                &format!("/// Address of {file}.\npub const {role}: &str = \"/assets/{file}\";"),
            ),
        }
        let bytes = |suffix: &str| format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/web/{file}{suffix}\"))");
        let form = |name: &str| {
            if packed.split(',').any(|one| one == name) {
                format!("Some({})", bytes(&format!(".{name}")))
            } else {
                "None".to_owned()
            }
        };
        assets.push((
            format!("/assets/{file}"),
            format!(
                "Asset {{ path: \"/assets/{file}\", content_type: \"{kind}\", bytes: {}, gzip: {}, brotli: {}, etag: \"\\\"{hash}\\\"\" }}",
                bytes(""),
                form("gz"),
                form("br")
            ),
        ));
    }
    assets.sort();
    let mut code = constants;
    line(&mut code, "/// Fonts worth fetching before the style sheet asks for them.");
    line(&mut code, &format!("pub const PRELOAD_FONTS: &[&str] = &[{}];", preload.join(", ")));
    line(&mut code, "/// Everything, sorted by path.");
    let entries: String = assets.iter().map(|(_, entry)| format!("    {entry},\n")).collect();
    line(&mut code, &format!("pub static ALL: &[Asset] = &[\n{entries}];"));
    Ok(code)
}

fn line(code: &mut String, text: &str) {
    writeln!(code, "{text}").expect("writing to a string cannot fail");
}
