//! T5, T6, T35, T47: a file somebody sends is its content and a name that is only shown; what somebody takes away has a name and a format of ours.

use platform::people::Role;
use platform::testing::{TestApp, on_both_engines};

use super::markup::faults;
use super::stage::{count, furnish, open_form, program, staff};

/// Names that somewhere ran, led elsewhere, or chose how the file was read.
const NAMES: [&str; 9] = [
    "<img src=x canary onerror=alert(1)>.csv",
    "'><script>alert(1)<_script>.xlsx",
    "../../../../tmp/inddrag-upload.csv",
    "$(touch inddrag-upload).csv",
    "; touch inddrag-upload; .csv",
    "|id .csv",
    "liste.csv\u{202e}xslx.exe",
    "a.php",
    "",
];

on_both_engines! { program();
    async fn t5_t6_t35_t47_the_name_of_a_file_is_text_and_nothing_else(house: TestApp) {
        furnish(&house).await;
        let manager = staff(&house, Role::CourseManager).await;
        let edition = open_form(&manager).await.rsplit('/').next().unwrap().to_owned();
        let address = format!("/hus/kursushuset/hold/{edition}/indlaes");
        let form = manager.open(&address).await.is(200).form(&address);
        let seats = count(&house, db::sql!("SELECT COUNT(*) FROM registration")).await;
        let content = "Navn;Mail\r\n<x-canary onload=alert(1)>;ikke en mail\r\n";
        for name in NAMES {
            let page = manager.send_file(&form, &[("terms", "1")], ("list", name, content.as_bytes().to_vec())).await.is(422);
            assert_eq!(faults(&page.text), [""; 0], "{name}");
            // A workbook by its name, a text by its content, and the other way round.
            let page = manager.send_file(&form, &[("terms", "1")], ("list", name, b"PK\x03\x04 no workbook".to_vec())).await.is(422);
            assert_eq!(faults(&page.text), [""; 0], "{name}");
        }
        assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM registration")).await, seats);
        // Nothing has been written where the names point to, nor anywhere else in the data folder.
        let places = [std::env::temp_dir(), std::env::current_dir().unwrap(), house.app.config.data.clone()];
        for place in places {
            let found = std::fs::read_dir(&place).unwrap().flatten().any(|entry| entry.file_name().to_string_lossy().contains("inddrag-upload"));
            assert!(!found, "a file's name has led to {}", place.display());
        }
    }

    async fn t47_what_is_taken_away_has_a_name_and_a_format_of_ours(house: TestApp) {
        furnish(&house).await;
        let manager = staff(&house, Role::CourseManager).await;
        let edition = open_form(&manager).await.rsplit('/').next().unwrap().to_owned();
        let list = format!("/hus/kursushuset/hold/{edition}/deltagere");
        for format in ["csv", "xlsx"] {
            let plain = manager.get(&format!("{list}.{format}")).await.is(200);
            let asked = manager.get(&format!("{list}.{format}?format=html&filename=..%2F..%2Fevil.exe&name=%3Cscript%3E&download=0&type=text%2Fhtml")).await.is(200);
            for header in ["content-type", "content-disposition"] {
                assert_eq!(asked.header(header), plain.header(header), "{format}");
            }
            let name = plain.header("content-disposition");
            assert!(name.starts_with("attachment; ") && !name.contains(['/', '\\', '<', '\r', '\n']), "{name}");
        }
        for format in ["html", "exe", "pdf", "csv%2F..%2Fxlsx", "csv;ls", "csv%00.html", "CSV", ""] {
            manager.get(&format!("{list}.{format}")).await.is(404);
        }
    }
}
