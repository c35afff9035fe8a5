//! T41: what somebody wrote stays text in every list one can take away, and comes back as it was.

use documents::import;
use platform::people::Role;
use platform::testing::{Page, TestApp, on_both_engines};

use super::stage::{furnish, open_form, program, sent, sign_up, staff};
use super::walker::walk;

/// Names that a spreadsheet would calculate, or that would break a line of a list.
const NAMES: [&str; 8] = [
    "=cmd|'/c calc'!A1",
    "+45 Anne",
    "-2+3+cmd|' /C calc'!A0 x",
    "＠SUM(1+1)",
    "Anne \"Bo\" Holm; Krag, Lund",
    "'=1+1 x",
    "＝1+1 x",
    "%0A=1+1 x",
];

/// Files with lists among the answers, by address.
fn lists(pages: &std::collections::BTreeMap<String, Page>) -> Vec<(&String, &Page)> {
    let is_list = |page: &Page| page.header("content-type").starts_with("text/csv") || page.header("content-type").contains("spreadsheet");
    pages.iter().filter(|(_, page)| page.status == 200 && is_list(page)).collect()
}

/// The cells of a CSV file as a spreadsheet reads them: quotes taken off, nothing else.
fn cells(csv: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut rest = csv.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => cell.push(rest.next().unwrap()),
            '"' => quoted = !quoted,
            ';' | '\r' | '\n' if !quoted => cells.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    cells.push(cell);
    cells
}

fn would_calculate(cell: &str) -> bool {
    let is_number = !cell.is_empty() && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ',' | '.' | ':' | ' '));
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) && !is_number
}

on_both_engines! { program();
    async fn t41_no_list_calculates_what_somebody_wrote(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let form = open_form(&visitor).await;
        for (number, name) in NAMES.iter().enumerate() {
            sign_up(&visitor, name, &format!("=1+1-{number}@borger.example")).await;
            let interest = format!("{}/interesse", form.rsplit_once("/tilmelding/").unwrap().0);
            sent(&visitor, &interest, &[("name", name), ("email", &format!("=2+2-{number}@borger.example")), ("seats", "1"), ("organisation", &format!("@{name}"))]).await.is(303);
        }
        let owner = staff(&house, Role::Owner).await;
        let people = format!("/hus/kursushuset/hold/{}/deltagere", form.rsplit('/').next().unwrap());
        let (csv, xlsx) = (format!("{people}.csv"), format!("{people}.xlsx"));
        let pages = walk(&house, &owner, &["/hus/kursushuset", &csv, &xlsx]).await;
        let lists = lists(&pages);
        let endings = |of: &str| house.routes.iter().filter(|route| route.paths.da.ends_with(of) && route.method == http::Method::GET).count();
        assert!(lists.len() >= endings(".csv") + endings(".xlsx"), "not every list is within reach: {:?}", lists.iter().map(|(address, _)| address).collect::<Vec<_>>());
        for (address, page) in &lists {
            assert!(page.header("content-disposition").starts_with("attachment; filename="), "{address}");
            assert_eq!(page.header("x-content-type-options"), "nosniff", "{address}");
            if page.header("content-type").starts_with("text/csv") {
                let dangerous: Vec<String> = cells(&page.text).into_iter().filter(|cell| would_calculate(cell)).collect();
                assert_eq!(dangerous, [""; 0], "{address}");
            } else {
                assert!(!page.bytes.windows(3).any(|bytes| bytes == b"<f>"), "{address}");
            }
        }
        // Both lists of participants read back as what was written.
        for address in [&csv, &xlsx] {
            let table = import::read(&pages[address].bytes, address).unwrap();
            let all: Vec<&str> = table.rows.iter().flat_map(|row| row.cells.iter().map(String::as_str)).collect();
            for name in NAMES {
                assert!(all.contains(&name), "{address} has lost {name:?}: {all:?}");
            }
        }
    }

    async fn t41_a_list_sent_back_with_formulas_is_read_as_text(house: TestApp) {
        furnish(&house).await;
        let table = import::read("Navn;Mail\r\n\"=HYPERLINK(\"\"x\"\")\";a@b.example\r\n'=1+1;b@b.example\r\n".as_bytes(), "liste.csv").unwrap();
        let names: Vec<&str> = table.rows.iter().skip(1).map(|row| row.cells[0].as_str()).collect();
        assert_eq!(names, ["=HYPERLINK(\"x\")", "=1+1"]);
    }
}

#[test]
fn cells_are_read_as_a_spreadsheet_reads_them() {
    assert_eq!(cells("\u{feff}a;\"b;\"\"c\"\"\r\nd\"\r\n=1"), ["a", "b;\"c\"\r\nd", "", "=1"]);
    assert!(would_calculate("=1") && would_calculate("-x") && !would_calculate("-5,00") && !would_calculate("'=1"));
}
