use super::*;

const HEAD: &str = "Navn;E-mail;Organisation;Type;EAN-nummer;Ordrenummer;CVR-nummer;Mail til faktura;Vej og nummer;Postnr;By;Kontaktperson;Kontaktmail;Kost;Status\n";

fn read(rows: &str) -> Result<Vec<ImportRow>, Vec<String>> {
    let table = import::read(format!("{HEAD}{rows}").as_bytes(), "liste.csv").unwrap();
    import::all_or_nothing(&table, &columns::to_read(), import_row::read).map_err(|report| report.lines(Lang::Da))
}

#[test]
fn colleagues_with_one_payer_are_one_order_and_others_have_their_own() {
    let rows = "Anne Holm;anne@nordby.example;Nordby Kommune;kommune;5798000880016;42;;;;;;Bo Lund;bo@nordby.example;Vegetar;\n\
                Ida Kjær;ida@nordby.example;Nordby Kommune;Municipality;5798000880016;42;;;;;;Bo Lund;bo@nordby.example;;\n\
                Ulla Friis;ulla@privat.example;;;;;;;Havnegade 1;8000;Aarhus;;;;Tilmeldt\n";
    let rows = read(rows).unwrap();
    let groups = group(rows);
    assert_eq!(groups.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(groups[0][0].contact.as_ref().map(|contact| contact.name.as_str()), Some("Bo Lund"));
    assert_eq!(
        groups[0][0].participant.diet.as_ref().map(platform::values::Text::as_str),
        Some("Vegetar")
    );
    assert_eq!((groups[1][0].bill.code(), groups[1][0].number), ("private", 4));
}

#[test]
fn everything_wrong_is_told_by_row_and_column_and_nothing_is_taken() {
    let rows = "Anne Holm;anne@nordby;Nordby Kommune;kommune;5798000880017;;;;;;;;;;\n\
                ;ida@nordby.example;Nordby Kommune;by;;;10000009;faktura@nordby.example;;;;;;;\n\
                Bo Lund;bo@nordby.example;Nordby Kommune;kommune;;;10000009;faktura@nordby.example;;;;;;;\n";
    let lines = read(rows).unwrap_err();
    for (number, words) in [
        (2, "E-mail"),
        (2, "EAN-nummer"),
        (2, "Ordrenummer"),
        (3, "Navn"),
        (3, "Type"),
        (4, "EAN-nummer"),
    ] {
        assert!(
            lines
                .iter()
                .any(|line| line.starts_with(&format!("Række {number}, ")) && line.contains(words)),
            "{number} {words}: {lines:#?}"
        );
    }
}

#[test]
fn the_same_person_twice_is_told_at_the_second_row() {
    let row = "Anne Holm;anne@nordby.example;;;;;;;Havnegade 1;8000;Aarhus;;;;\n";
    let lines = read(&format!("{row}{}", row.to_uppercase())).unwrap_err();
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert!(lines[0].starts_with("Række 3"));
}

#[test]
fn our_own_list_can_be_put_back_without_those_who_gave_up() {
    let rows = "Anne Holm;anne@nordby.example;;;;;;;Havnegade 1;8000;Aarhus;;;;Tilmeldt\n\
                Bo Lund;bo@nordby.example;;;;;;;Havnegade 2;8000;Aarhus;;;;Afmeldt\n\
                Ida Kjær;ida@nordby.example;;;;;;;Havnegade 3;8000;Aarhus;;;;Did not come\n";
    let names: Vec<String> = read(rows)
        .unwrap()
        .into_iter()
        .map(|row| row.participant.name.to_string())
        .collect();
    assert_eq!(names, ["Anne Holm", "Ida Kjær"]);
    let all = [headings(Lang::Da, &PERSON), headings(Lang::Da, &PAYER)].concat();
    let row = import::Row {
        number: 1,
        cells: all.iter().map(|heading| (*heading).to_owned()).collect(),
    };
    assert!(
        columns::to_read().find(&row).unwrap().ignored.is_empty(),
        "every heading of our list is read"
    );
}
