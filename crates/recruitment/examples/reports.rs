//! Writes reports of many kinds to `target/reports`, to be looked at: `cargo run -p recruitment --example reports`.

#[path = "../tests/support/mod.rs"]
mod support;

use std::fs;
use std::path::Path;

use recruitment::{Beside, report};
use sortition::fair::Objective;
use sortition::record::Record;
use support::{drawn, pool, record, thrown, town};
use texts::Lang;

fn main() -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/reports");
    fs::create_dir_all(&folder)?;
    let certified = record(&town(), Objective::Leximin);
    let mut bounded = certified.clone();
    bounded.status = "bounded".to_owned();
    bounded.gap = Some(0.001_2);
    for (name, record) in [
        ("certified", drawn(certified.clone())),
        ("not-drawn", certified.clone()),
        ("thrown", thrown(certified)),
        ("bounded", bounded),
        ("nash", drawn(record(&town(), Objective::Nash))),
        ("goldilocks", drawn(record(&town(), Objective::Goldilocks { gamma: 1.0 }))),
        ("estimated", support::estimated()),
        ("no-lottery", support::chosen()),
        ("replacement", support::replacement()),
        ("parallel", support::parallel()),
        ("households", support::households()),
        ("hostile", support::hostile()),
        ("large", drawn(record(&pool("like_sf_e_110", 110), Objective::Leximin))),
    ] {
        write(&folder, name, &record)?;
    }
    Ok(())
}

/// The report in both languages.
fn write(folder: &Path, name: &str, record: &Record) -> std::io::Result<()> {
    for lang in Lang::ALL {
        let other = format!("{name}.{}.html", lang.other());
        let beside = Beside {
            title: None,
            other_language: Some(&other),
            record: Some("record.json"),
            panels: record.lottery.is_some().then_some("panels.csv"),
            verifier: Some("verify_panel.py"),
        };
        let html = report(record, lang, &beside);
        let path = folder.join(format!("{name}.{lang}.html"));
        println!("{} ({} kB)", path.display(), html.len() / 1000);
        fs::write(path, html)?;
    }
    Ok(())
}
