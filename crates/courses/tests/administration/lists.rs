//! Lists of people as files: out of the house and into it.

use platform::people::Role;
use platform::testing::{TestApp, on_both_engines};

use super::support::{at, borrowed, builder, people, running};

/// A list to take in, as text.
const HEAD: &str = "Navn;Mail;Organisation;Type;EAN-nummer;Ordrenummer;Kost\r\n";

on_both_engines! {
    builder();

    async fn t41_a_list_keeps_hostile_names_as_text_and_shows_payers_only_to_those_who_bill(house: TestApp) {
        let running = running(&house).await;
        let (mette, id) = (&running.browser, &running.edition);
        let mut typed = people(1, 1);
        typed.extend([("participants-0-title", "=HYPERLINK(\"http://evil.example\")"), ("participants-0-department", "Teknik; \"Miljø\"")].map(|(name, value)| (name.to_owned(), value.to_owned())));
        let address = at(&format!("/hold/{id}/tilmeld"));
        mette.submit(&address, &address, &borrowed(&typed)).await.is(303);
        let file = mette.open(&at(&format!("/hold/{id}/deltagere.csv"))).await.is(200);
        assert!(file.header("content-disposition").contains("deltagere-kom-godt-i-gang-da-2026-11-26.csv"));
        assert!(file.text.contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\""), "{}", file.text);
        assert!(file.text.contains("\"Teknik; \"\"Miljø\"\"\"") && file.text.contains("5798000880016"));
        let sheet = mette.open(&at(&format!("/hold/{id}/deltagere.xlsx"))).await.is(200);
        assert!(sheet.bytes.starts_with(b"PK"));
        let ida = house.member("ida@kursushuset.example", "Ida Instruktør", Role::Instructor).await;
        let hers = ida.open(&at(&format!("/hold/{id}/deltagere.csv"))).await.is(200);
        hers.keeps_quiet_about("5798000880016");
        assert!(hers.text.contains("Nordby Kommune"));
        let mikkel = house.member("mikkel@kursushuset.example", "Mikkel Medlem", Role::Member).await;
        mikkel.open(&at(&format!("/hold/{id}/deltagere.csv"))).await.is(403);
        house.browser().get(&at(&format!("/hold/{id}/deltagere.xlsx"))).await.is(303);
    }

    async fn a_list_is_taken_in_whole_or_not_at_all(house: TestApp) {
        let running = running(&house).await;
        let (mette, id) = (&running.browser, &running.edition);
        let address = at(&format!("/hold/{id}/indlaes"));
        let page = mette.open(&address).await.is(200);
        let form = page.form(&address);
        mette.send(&form, &[("terms", "on")]).await.is(422).says("Vælg en fil");
        let good = "Anne Holm;anne@nordby.example;Nordby Kommune;kommune;5798000880016;42;Vegetar\r\n";
        let bad = "Bo Lund;bo@nordby;Nordby Kommune;kommune;5798000880017;42;\r\n";
        let list = |rows: &str| format!("{HEAD}{rows}").into_bytes();
        let refused = mette.send_file(&form, &[("terms", "on")], ("list", "liste.csv", list(&format!("{good}{bad}")))).await.is(422);
        refused.says("Der er 2 ting at rette i listen").says("Intet er indlæst").says("Række 3, kolonne B").says("Række 3, kolonne E");
        mette.open(&at(&format!("/hold/{id}"))).await.says("0 af 24 pladser er taget");
        mette.send_file(&form, &[], ("list", "liste.csv", list(good))).await.is(422).says("når vilkårene er accepteret");
        let many: String = (0..25).map(|number| good.replace("anne@", &format!("anne{number}@")).replace(";42;", &format!(";{number};"))).collect();
        mette.send_file(&form, &[("terms", "on")], ("list", "liste.csv", list(&many))).await.is(422).says("Der skal bruges 25 pladser, men der er 24 tilbage");
        let second = good.replace("anne@", "ida@").replace("Anne", "Ida");
        let taken = mette.send_file(&form, &[("terms", "on")], ("list", "liste.csv", list(&format!("{good}{second}")))).await;
        mette.follow(taken).await.says("2 pladser er tilmeldt").says("Vegetar");
        mette.open(&address).await;
        let again = mette.open(&address).await.form(&address);
        let twice = mette.send_file(&again, &[("terms", "on")], ("list", "liste.csv", list(&format!("{good}{second}")))).await.is(422);
        twice.says("Række 2: Anne Holm er allerede tilmeldt").says("Række 3: Ida Holm er allerede tilmeldt");
    }

    async fn a_file_that_is_no_list_is_explained(house: TestApp) {
        let running = running(&house).await;
        let (mette, id) = (&running.browser, &running.edition);
        let address = at(&format!("/hold/{id}/indlaes"));
        let form = mette.open(&address).await.form(&address);
        let send = async |name: &str, bytes: &[u8]| mette.send_file(&form, &[("terms", "on")], ("list", name, bytes.to_vec())).await.is(422);
        send("tom.csv", b" \r\n").await;
        send("noget.csv", b"Fornavn;Efternavn\r\nAnne;Holm\r\n").await.says("kolonnen »Navn« mangler").says("kolonnen »Mail« mangler");
        send("<script>alert(1)</script>.xlsx", b"PK\x03\x04 nothing").await.keeps_quiet_about("<script>alert");
        let template = mette.open(&at(&format!("/hold/{id}/indlaes.xlsx"))).await.is(200);
        assert!(template.bytes.starts_with(b"PK"));
    }
}
