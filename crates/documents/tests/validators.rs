//! Files of ours before readers that are not ours (`tests/validators/`), and files with one fault each before the same readers: a check
//! that never fails proves nothing.

mod samples;

use std::path::{Path, PathBuf};
use std::process::Command;

use documents::calendar::{Alarm, Calendar, Event, Method, Person, Status};
use documents::sheet::{Cell, Sheet, Workbook};
use jiff::civil::{date, datetime};
use samples::{created, programme};
use texts::Lang;

/// The interpreter with the validators' packages. `None` means "skip", which is only allowed where nobody asked for them.
fn python() -> Option<PathBuf> {
    let path = std::env::var_os("INDDRAG_VALIDATORS_PYTHON").filter(|path| !path.is_empty());
    let required = std::env::var("INDDRAG_REQUIRE_VALIDATORS").is_ok_and(|value| value == "1");
    match path {
        Some(path) => Some(PathBuf::from(path)),
        None if required => panic!("INDDRAG_REQUIRE_VALIDATORS=1, but INDDRAG_VALIDATORS_PYTHON names no interpreter"),
        None => {
            println!("skipped: INDDRAG_VALIDATORS_PYTHON names no interpreter with tests/validators/requirements.txt");
            None
        }
    }
}

/// Writes the file and lets a script look at it: its verdict and what it printed.
fn verdict(python: &Path, script: &str, name: &str, bytes: &[u8], options: &[&str]) -> (bool, String) {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&file, bytes).expect("the sample is written");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/validators").join(script);
    let output = Command::new(python)
        .arg(script)
        .arg(file)
        .args(options)
        .output()
        .expect("the interpreter starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.success(), said)
}

fn assert_passes(python: &Path, script: &str, name: &str, bytes: &[u8], options: &[&str]) {
    let (passed, said) = verdict(python, script, name, bytes, options);
    assert!(passed, "{name}: {said}");
}

fn assert_fails(python: &Path, script: &str, name: &str, bytes: &[u8], because: &str) {
    let (passed, said) = verdict(python, script, name, bytes, &[]);
    assert!(
        !passed && said.contains(because),
        "{name} should fail because of {because:?}: {said}"
    );
    assert!(!said.contains("Traceback"), "{name}: the script fell over: {said}");
}

#[test]
fn the_flyer_is_accessible_and_fit_for_the_archive() {
    let Some(python) = python() else { return };
    for lang in Lang::ALL {
        let pdf = programme(lang).to_pdf(lang, created()).expect("sets");
        let title = programme(lang).title;
        assert_passes(
            &python,
            "check_pdf.py",
            &format!("flyer-{lang}.pdf"),
            &pdf,
            &["--says", &title, "--says", "Sorøgade 6"],
        );
    }
}

#[test]
fn hostile_text_is_printed_as_it_was_typed() {
    let Some(python) = python() else { return };
    let mut flyer = programme(Lang::Da);
    let hostile = "#import \"a\": * $x^2$ *fed* \\ `kode` @ref <mærke> // slut";
    flyer.intro = format!("{hostile} 🎉 مرحبا שלום");
    flyer.seasons[0].courses[0].title = "= Overskrift #panic()".to_owned();
    let pdf = flyer.to_pdf(Lang::Da, created()).expect("sets");
    // Quotation marks are set as such; the rest stands letter by letter.
    let options = [
        "--says",
        "$x^2$ *fed* \\ `kode` @ref <mærke> // slut",
        "--says",
        "= Overskrift #panic()",
        "--says",
        "\u{fffd}",
    ];
    assert_passes(&python, "check_pdf.py", "hostile.pdf", &pdf, &options);
}

#[test]
fn a_faulty_pdf_is_found_out() {
    let Some(python) = python() else { return };
    let pdf = programme(Lang::Da).to_pdf(Lang::Da, created()).expect("sets");
    let broken = |find: &str, replace: &str| replaced(&pdf, find, replace);
    for (name, bytes, because) in [
        ("no-language.pdf", broken("/Lang", "/Lxng"), "ua1"),
        ("not-marked.pdf", broken("/Marked true", "/Marked null"), "ua1"),
        (
            "not-for-the-archive.pdf",
            broken("<pdfaid:conformance>A", "<pdfaid:conformance>B"),
            "2a",
        ),
        ("no-alternative-text.pdf", broken("/Alt", "/Alx"), "outloud"),
        ("cut-off.pdf", pdf[..pdf.len() / 2].to_vec(), ""),
        ("untagged.pdf", UNTAGGED.as_bytes().to_vec(), "ua1"),
    ] {
        assert_fails(&python, "check_pdf.py", name, &bytes, because);
    }
}

/// A PDF as most programs write it.
const UNTAGGED: &str = "%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
xref
0 4
0000000000 65535 f 
0000000009 00000 n 
0000000052 00000 n 
0000000101 00000 n 
trailer<</Size 4/Root 1 0 R>>
startxref
162
%%EOF
";

fn replaced(bytes: &[u8], find: &str, replace: &str) -> Vec<u8> {
    assert_eq!(find.len(), replace.len(), "places in the file must stay the same");
    let mut out = bytes.to_vec();
    let places: Vec<usize> = (0..=bytes.len() - find.len())
        .filter(|&at| bytes[at..].starts_with(find.as_bytes()))
        .collect();
    assert!(!places.is_empty(), "{find:?} is not in the file");
    for at in places {
        out[at..at + find.len()].copy_from_slice(replace.as_bytes());
    }
    out
}

fn event(day: i8) -> Event {
    Event {
        uid: format!("dag-{day}@kurser.example.dk"),
        sequence: 2,
        stamp: created(),
        start: date(2026, 10, day).at(9, 0, 0, 0),
        end: date(2026, 10, day).at(16, 0, 0, 0),
        summary: "Kom godt i gang med borgerinddragelse; æøå, \"gåseøjne\" og \\ 🎉".to_owned(),
        description: "Første linje\r\nEND:VEVENT\r\nOg en meget lang linje, der skal foldes: ".to_owned() + &"blåbærgrød ".repeat(30),
        location: "Sorøgade 6, København Ø".to_owned(),
        url: Some("https://kurser.example.dk/kurser/kom-godt-i-gang".to_owned()),
        organiser: Person {
            name: "Kursushuset; ved \"Åse\"".to_owned(),
            mail: "kursus@example.dk".to_owned(),
        },
        attendee: Some(Person {
            name: "Ås, Åse".to_owned(),
            mail: "aase@example.dk".to_owned(),
        }),
        status: Status::Confirmed,
        alarms: vec![Alarm {
            minutes_before: 1440,
            text: "I morgen".to_owned(),
        }],
    }
}

fn ics(method: Method, events: Vec<Event>) -> Vec<u8> {
    Calendar {
        method,
        prod_id: "-//Inddrag//Kurser//DA".to_owned(),
        events,
    }
    .to_ics()
    .expect("writes")
}

#[test]
fn invitations_and_cancellations_name_the_right_hour_around_the_change_of_clocks() {
    let Some(python) = python() else { return };
    for (day, begins) in [
        (24, "2026-10-24T09:00+02:00"),
        (25, "2026-10-25T09:00+01:00"),
        (26, "2026-10-26T09:00+01:00"),
    ] {
        let options = ["--method", "REQUEST", "--begins", begins];
        assert_passes(
            &python,
            "check_ics.py",
            &format!("request-{day}.ics"),
            &ics(Method::Request, vec![event(day)]),
            &options,
        );
        let options = ["--method", "CANCEL", "--begins", begins];
        assert_passes(
            &python,
            "check_ics.py",
            &format!("cancel-{day}.ics"),
            &ics(Method::Cancel, vec![event(day)]),
            &options,
        );
    }
    let open = |day| Event {
        attendee: None,
        ..event(day)
    };
    let night = Event {
        start: datetime(2027, 3, 28, 1, 30, 0, 0),
        end: datetime(2027, 3, 28, 3, 30, 0, 0),
        ..open(1)
    };
    let published = ics(Method::Publish, vec![open(24), open(26), night]);
    let options = [
        "--method",
        "PUBLISH",
        "--begins",
        "2026-10-24T07:00Z",
        "--begins",
        "2027-03-28T01:30+01:00",
    ];
    assert_passes(&python, "check_ics.py", "publish.ics", &published, &options);
}

#[test]
fn a_faulty_calendar_is_found_out() {
    let Some(python) = python() else { return };
    let good = String::from_utf8(ics(Method::Request, vec![event(26)])).expect("is UTF-8");
    let broken = |find: &str, replace: &str| {
        assert!(good.contains(find), "{find:?} is not in the file");
        good.replace(find, replace)
    };
    let without_zone = {
        let (before, rest) = good.split_once("BEGIN:VTIMEZONE\r\n").expect("has a time zone");
        before.to_owned() + rest.split_once("END:VTIMEZONE\r\n").expect("which ends").1
    };
    for (name, text, because) in [
        ("line-ends.ics", good.replace("\r\n", "\n"), "CRLF"),
        ("long-line.ics", good.replace("\r\n ", ""), "octets"),
        ("no-zone.ics", without_zone, "time zones without description"),
        ("wrong-zone.ics", broken("TZOFFSETTO:+0100", "TZOFFSETTO:+0200"), "from UTC"),
        ("two-stamps.ics", broken("DTSTAMP:2023", "DTSTAMP:x023"), ""),
        ("no-uid.ics", broken("UID:dag-26", "X-A:dag-26"), "UID"),
        (
            "no-attendee.ics",
            broken("ATTENDEE;", "X-A;"),
            "attendees do not go with method REQUEST",
        ),
        ("still-confirmed.ics", broken("METHOD:REQUEST", "METHOD:CANCEL"), "status CONFIRMED"),
        ("cut-off.ics", good.replace("END:VCALENDAR\r\n", ""), ""),
    ] {
        assert_fails(&python, "check_ics.py", name, text.as_bytes(), because);
    }
}

#[test]
fn lists_open_and_calculate_nothing() {
    let Some(python) = python() else { return };
    let mut people = Sheet::new("Deltagere", &["Navn", "Telefon", "Pris", "Dag", "Frokost"]);
    people.push([
        "=HYPERLINK(\"http://example.org\")".into(),
        "+45 12345678".into(),
        Cell::Money(300_000),
        date(2026, 10, 26).into(),
        true.into(),
    ]);
    people.push(["Åse 🎉 \u{1}".into(), "-".into(), Cell::Empty, Cell::Empty, false.into()]);
    let empty = Sheet::new("Interesseliste", &["Navn"]);
    let xlsx = Workbook::new("Deltagere", "Kursushuset", Lang::Da, created())
        .with(people)
        .with(empty)
        .to_xlsx()
        .expect("writes");
    let options = ["--says", "=HYPERLINK(\"http://example.org\")", "--says", "+45 12345678"];
    assert_passes(&python, "check_xlsx.py", "list.xlsx", &xlsx, &options);
}

#[test]
fn a_faulty_spreadsheet_is_found_out() {
    let Some(python) = python() else { return };
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write_formula(0, 0, "=1+1").expect("writes");
    let formula = book.save_to_buffer().expect("writes");
    assert_fails(&python, "check_xlsx.py", "formula.xlsx", &formula, "A1 is a formula");
    assert_fails(&python, "check_xlsx.py", "formula.xlsx", &formula, "does not stay in view");
    assert_fails(
        &python,
        "check_xlsx.py",
        "cut-off.xlsx",
        &formula[..formula.len() / 2],
        "cannot be read",
    );
}
