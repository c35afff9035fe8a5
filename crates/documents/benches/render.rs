//! How long documents and lists take. The first PDF after start also makes fonts and library ready; the warm ones each have other data, so
//! that nothing remembered can answer for them.
//!
//! `cargo bench -p documents`; results are kept in `benches/README.md`.

#[path = "../tests/samples/mod.rs"]
mod samples;

use std::time::{Duration, Instant};

use documents::import;
use documents::sheet::{Cell, Dialect, Sheet, Workbook};
use texts::Lang;

const ROWS: i64 = 5_000;

fn main() {
    let (pdf, first) = timed(|| flyer(0));
    println!("flyer of two pages, first    {:>7.1} ms   {} kB", millis(first), pdf.len() / 1000);
    report("flyer of two pages, warm", 50, flyer);

    let created = samples::created();
    let xlsx = || {
        Workbook::new("Liste", "Huset", Lang::Da, created)
            .with(list())
            .to_xlsx()
            .expect("writes")
    };
    let csv = || list().to_csv(Dialect::DanishExcel, Lang::Da).expect("writes");
    report("5,000 rows to XLSX", 10, |_| xlsx());
    report("5,000 rows to CSV", 10, |_| csv());
    let (xlsx, csv) = (xlsx(), csv());
    report("5,000 rows from XLSX", 10, |_| import::read(&xlsx, "liste.xlsx").expect("reads"));
    report("5,000 rows from CSV", 10, |_| import::read(&csv, "liste.csv").expect("reads"));
}

fn flyer(round: usize) -> Vec<u8> {
    let mut flyer = samples::programme(Lang::Da);
    flyer.intro.push_str(&format!(" Udgave {round}."));
    flyer.seasons[0].courses[0].teaser.push_str(&format!(" Udgave {round}."));
    flyer.to_pdf(Lang::Da, samples::created()).expect("the sample flyer is set")
}

fn list() -> Sheet {
    let mut sheet = Sheet::new("Liste", &["Nr.", "Navn", "E-mail", "Pris", "Frokost"]);
    for number in 0..ROWS {
        sheet.push([
            number.into(),
            format!("Åse Ås nr. {number}").into(),
            format!("aase{number}@example.dk").into(),
            Cell::Money(300_000 + number),
            (number % 2 == 0).into(),
        ]);
    }
    sheet
}

/// Runs it `rounds` times after one to warm up. The fastest says what it costs, the slowest what else the machine was doing.
fn report<T>(name: &str, rounds: usize, run: impl Fn(usize) -> T) {
    run(0);
    let mut times: Vec<Duration> = (1..=rounds).map(|round| timed(|| run(round)).1).collect();
    times.sort();
    let (fastest, median, slowest) = (times[0], times[rounds / 2], times[rounds - 1]);
    println!(
        "{name:<28} {:>7.1} ms   fastest {:.1}, slowest {:.1} of {rounds}",
        millis(median),
        millis(fastest),
        millis(slowest)
    );
}

fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = run();
    (result, start.elapsed())
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
