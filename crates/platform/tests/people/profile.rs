//! One's own profile: name, language, mailbox, and the copy of everything kept.

use jiff::SignedDuration;
use platform::people::{AccountId, Role};
use platform::room::{Boxed, PersonalData};
use platform::testing::{TestApp, on_both_engines};
use platform::{App, Room, web};
use serde_json::{Value, json};

const ANNE: &str = "anne@kursushuset.example";
const BO: &str = "bo@kursushuset.example";

/// A room that keeps something about people: here, what their number and mailbox are.
fn notebook() -> Room {
    fn export(_: App, account: AccountId, email: String) -> Boxed<'static, Result<Value, web::Error>> {
        Box::pin(async move { Ok(json!({ "account": account, "email": email })) })
    }
    fn erase<'a>(tx: &'a mut db::Tx, account: AccountId, email: &'a str) -> Boxed<'a, Result<(), db::Error>> {
        Box::pin(async move {
            // Stands for a room's own erasure: leaves a trace the story can find.
            db::sql!("UPDATE organisation SET contact_email = $2 WHERE EXISTS (SELECT 1 FROM account WHERE id = $1)")
                .bind(account)
                .bind(format!("slettet-{email}"))
                .execute(tx)
                .await
                .map(drop)
        })
    }
    let personal = PersonalData {
        name: "notebook",
        kept: |_| Vec::new(),
        export,
        erase,
    };
    Room {
        routes: Vec::new(),
        navigation: Vec::new(),
        migrations: Vec::new(),
        jobs: |_| {},
        sitemap: None,
        personal: Some(personal),
    }
}

on_both_engines! {
    TestApp::builder().room(notebook());

    async fn name_and_language_of_mails_are_changed(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Member).await;
        anne.submit("/profil", "/profil", &[("name", "anne@kursushuset.example"), ("language", "da")]).await.is(422).says("Skriv navnet her");
        anne.submit("/profil", "/profil", &[("name", ""), ("language", "tlh")]).await.is(422).says("Skriv dit navn");
        anne.submit("/profil", "/profil", &[("name", "Anne Holm Lund"), ("language", "en")]).await.redirects_to("/profil");
        anne.open("/profil").await.is(200).says("Ændringerne er gemt.").says("Anne Holm Lund");
        house.browser().submit("/log-ind", "/log-ind", &[("email", ANNE)]).await.redirects_to("/log-ind/mail");
        let mail = house.mail().await;
        assert_eq!(mail.subject, "Sign in at Kursushuset");
        assert!(mail.link("/en/sign-in/link/").starts_with("http://localhost"));
    }

    async fn t54_fields_nobody_asked_for_change_nothing(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Member).await;
        let more = [("name", "Anne Lund"), ("is_operator", "true"), ("email", "chef@kursushuset.example"), ("role", "owner"), ("id", "1")];
        anne.submit("/profil", "/profil", &more).await.redirects_to("/profil");
        anne.open("/profil").await.is(200).says("Anne Lund").says(ANNE);
        anne.get("/drift/log").await.is(404).says("Siden findes ikke");
        anne.get("/hus/kursushuset/personer").await.is(403).says("Du har ikke adgang");
    }

    async fn the_mailbox_changes_when_its_link_is_used_by_the_person_who_asked(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Member).await;
        let elsewhere = house.sign_in(ANNE).await;
        let bo = house.member(BO, "Bo Krag", Role::Member).await;
        anne.submit("/profil/mail", "/profil/mail", &[("email", "anne@ny.example")]).await.redirects_to("/profil");
        let mail = house.mail().await;
        assert!(mail.to.contains("anne@ny.example"), "{}", mail.to);
        let link = mail.link("/profil/mail/");
        // Somebody else who finds the link can do nothing with it, signed in or not.
        house.browser().get(&link).await.is(303).location().unwrap();
        bo.get(&link).await.is(410).says("Linket virker ikke længere");
        let token = bo.open("/profil").await.form("/profil").value("csrf").unwrap().to_owned();
        bo.post_bare(&link, &[("csrf", &token)], &[]).await.is(410).says("Linket virker ikke længere");

        let before = anne.cookie("session").unwrap();
        let page = anne.get(&link).await.is(200);
        anne.send(&page.only_form("/profil/mail/"), &[]).await.redirects_to("/profil");
        assert_ne!(anne.cookie("session").unwrap(), before);
        anne.open("/profil").await.is(200).says("anne@ny.example");
        elsewhere.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
        let told = house.mail().await;
        assert!(told.to.contains(ANNE) && told.text.contains("anne@ny.example"), "the old mailbox is told: {}", told.text);
        anne.get(&link).await.is(410).says("Linket virker ikke længere");
    }

    async fn t29_the_link_to_a_new_mailbox_runs_out(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Member).await;
        anne.submit("/profil/mail", "/profil/mail", &[("email", "anne@ny.example")]).await.redirects_to("/profil");
        let link = house.mail().await.link("/profil/mail/");
        let form = anne.get(&link).await.only_form("/profil/mail/");
        house.clock.advance(SignedDuration::from_mins(15));
        anne.send(&form, &[]).await.is(410).says("Linket virker ikke længere");
        anne.open("/profil").await.says(ANNE);
    }

    async fn a_mailbox_of_another_account_is_refused_only_to_its_owner(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Member).await;
        house.account(BO, "Bo Krag").await;
        // Asking says nothing about who has an account.
        anne.submit("/profil/mail", "/profil/mail", &[("email", BO)]).await.redirects_to("/profil");
        let link = house.mail().await.link("/profil/mail/");
        let page = anne.get(&link).await.is(200);
        anne.send(&page.only_form("/profil/mail/"), &[]).await.is(422).says("hører til en anden konto");
        anne.open("/profil").await.says(ANNE);
    }

    async fn what_could_take_the_account_away_needs_a_sign_in_of_the_last_hour(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Member).await;
        let form = anne.open("/profil/mail").await.is(200).form("/profil/mail");
        let delete = anne.open("/profil/slet").await.is(200).form("/profil/slet");
        house.clock.advance(SignedDuration::from_mins(61));
        let again = "/log-ind?next=%2Fprofil%2Fmail&igen=1";
        anne.get("/profil/mail").await.redirects_to(again);
        anne.send(&form, &[("email", "anne@ny.example")]).await.redirects_to(again);
        anne.send(&delete, &[("email", ANNE)]).await.redirects_to("/log-ind?next=%2Fprofil%2Fslet&igen=1");
        assert!(house.mails().await.is_empty());
        anne.open("/profil").await.is(200).says("Anne Holm");
    }

    async fn t23_t24_t51_the_copy_of_ones_data_is_ones_own_and_has_no_address_for_others(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        let bo = house.member(BO, "Bo Krag", Role::Member).await;
        anne.submit("/profil", "/profil", &[("name", "Anne Holm Lund"), ("language", "da")]).await.redirects_to("/profil");
        house.browser().submit("/log-ind", "/log-ind", &[("email", "Anne@kursushuset.example")]).await.redirects_to("/log-ind/mail");
        let (annes, bos) = (anne.get("/profil/data").await.is(200), bo.get("/profil/data").await.is(200));
        house.browser().get("/profil/data").await.redirects_to("/log-ind?next=%2Fprofil%2Fdata");
        assert!(annes.header("content-disposition").contains("mine-data.json"), "{}", annes.header("content-disposition"));
        assert_eq!(annes.header("cache-control"), "private, no-store");
        let read = |page: &platform::testing::Page| serde_json::from_slice::<Value>(&page.bytes).unwrap();
        let (hers, his) = (read(&annes), read(&bos));
        assert_eq!((&hers["account"]["email"], &his["account"]["email"]), (&json!(ANNE), &json!(BO)));
        assert_eq!(hers["account"]["name"], json!("Anne Holm Lund"));
        assert_eq!(hers["memberships"], json!([{ "organisation": "Kursushuset", "role": "owner", "since": "2026-11-02T08:00:00Z" }]));
        assert_eq!(hers["sessions"].as_array().unwrap().len(), 1);
        assert_eq!(hers["rooms"]["notebook"], json!({ "account": hers["account"]["id"], "email": ANNE }));
        assert_eq!(hers["mails"][0]["subject"], json!("Log ind hos Kursushuset"));
        let actions: Vec<&str> = hers["log"].as_array().unwrap().iter().map(|entry| entry["action"].as_str().unwrap()).collect();
        assert_eq!(actions, ["account.signed-in", "account.changed"]);
        assert!(!annes.text.contains(BO) && !bos.text.contains(ANNE));
    }

    async fn an_account_is_erased_with_everything_rooms_keep(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        let bo = house.member(BO, "Bo Krag", Role::Member).await;
        anne.submit("/hus/kursushuset/personer", "/invitationer", &[("email", "bo@privat.example"), ("role", "member")]).await.is(303);
        bo.submit("/profil/mail", "/profil/mail", &[("email", "bo@ny.example")]).await.redirects_to("/profil");
        house.mails().await;
        bo.submit("/profil/slet", "/profil/slet", &[("email", "")]).await.is(422).says("Skriv din mailadresse for at bekræfte");
        bo.submit("/profil/slet", "/profil/slet", &[("email", ANNE)]).await.is(422).says("Det er ikke kontoens mailadresse");
        let gone = bo.submit("/profil/slet", "/profil/slet", &[("email", "BO@kursushuset.example")]).await;
        bo.follow(gone).await.is(200).says("Din konto er slettet.");
        bo.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
        let mail = house.mail().await;
        assert!(mail.to.contains(BO) && mail.subject == "Din konto hos Kursushuset er slettet", "{}", mail.subject);

        let counts = |rows: Vec<(i64,)>| rows[0].0;
        let db = &house.db;
        assert_eq!(counts(db::sql!("SELECT COUNT(*) FROM account").all(db).await.unwrap()), 1);
        assert_eq!(counts(db::sql!("SELECT COUNT(*) FROM membership").all(db).await.unwrap()), 1);
        assert_eq!(counts(db::sql!("SELECT COUNT(*) FROM mail_link WHERE account_id IS NOT NULL").all(db).await.unwrap()), 0);
        assert_eq!(counts(db::sql!("SELECT COUNT(*) FROM organisation WHERE contact_email = 'slettet-bo@kursushuset.example'").all(db).await.unwrap()), 1);
        assert_eq!(counts(db::sql!("SELECT COUNT(*) FROM session WHERE account_id NOT IN (SELECT id FROM account)").all(db).await.unwrap()), 0);
        // The log stays whole and says so.
        assert!(platform::audit::verify_across_organisations(db).await.unwrap().is_empty());
        // A person who comes back is a new one.
        house.member(BO, "Bo Krag", Role::Member).await.open("/profil").await.is(200).says("Bo Krag");
    }

    async fn a_sole_owner_hands_over_first(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        let page = anne.submit("/profil/slet", "/profil/slet", &[("email", ANNE)]).await.is(422);
        page.says("Du er eneste administrator i Kursushuset.");
        house.member(BO, "Bo Krag", Role::Owner).await;
        anne.submit("/profil/slet", "/profil/slet", &[("email", ANNE)]).await.redirects_to("/log-ind");
    }
}
