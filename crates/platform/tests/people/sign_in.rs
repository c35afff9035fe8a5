//! Signing in with a link sent by mail.

use jiff::SignedDuration;
use platform::people::{Role, mail_link};
use platform::testing::{Browser, Page, TestApp, on_both_engines};

const ANNE: &str = "anne@kursushuset.example";

/// Asks for a link as a person would.
pub(crate) async fn ask(browser: &Browser, email: &str) -> Page {
    browser.submit("/log-ind", "/log-ind", &[("email", email)]).await
}

/// The path of the link in the newest mail.
pub(crate) async fn link_in_mail(house: &TestApp) -> String {
    house.mail().await.link("/log-ind/link/")
}

on_both_engines! {
    async fn a_person_signs_in_with_a_link_and_arrives_where_they_were_going(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let browser = house.browser();
        let asked = browser.get("/profil/data").await;
        asked.redirects_to("/log-ind?next=%2Fprofil%2Fdata");
        let page = browser.submit("/log-ind?next=%2Fprofil%2Fdata", "/log-ind", &[("email", ANNE)]).await;
        browser.follow(page).await.is(200).says("Vi har sendt en mail til anne@kursushuset.example");
        let mail = house.mail().await;
        assert_eq!(mail.subject, "Log ind hos Kursushuset");
        assert!(mail.text.contains("15 minutter"), "{}", mail.text);

        // Opening the link, as mail filters do, changes nothing: it can still be used.
        let link = mail.link("/log-ind/link/");
        for _ in 0..3 {
            browser.get(&link).await.is(200).says("Tryk på knappen for at logge ind som anne@kursushuset.example.");
        }
        let page = browser.get(&link).await;
        assert_eq!(page.header("cache-control"), "private, no-store");
        let signed_in = browser.send(&page.only_form("/link/"), &[]).await;
        signed_in.redirects_to("/profil/data");
        browser.open("/profil").await.is(200).says("anne@kursushuset.example");
    }

    async fn t29_a_link_works_once_and_for_fifteen_minutes(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let browser = house.browser();
        ask(&browser, ANNE).await;
        let link = link_in_mail(&house).await;
        let form = browser.get(&link).await.only_form("/link/");
        browser.send(&form, &[]).await.redirects_to("/hus");
        let again = browser.get(&link).await.is(410);
        again.says("Linket virker ikke længere");
        browser.send(&browser.open("/profil").await.form("/log-ud"), &[]).await.redirects_to("/log-ind");

        ask(&browser, ANNE).await;
        let link = link_in_mail(&house).await;
        let form = browser.get(&link).await.only_form("/link/");
        house.clock.advance(mail_link::LIFETIME - SignedDuration::from_secs(1));
        browser.get(&link).await.is(200).says("Tryk på knappen");
        house.clock.advance(SignedDuration::from_secs(1));
        browser.get(&link).await.is(410).says("Linket virker ikke længere");
        browser.send(&form, &[]).await.is(410).says("Linket virker ikke længere");
        browser.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
    }

    async fn a_link_signs_in_only_the_browser_that_asked(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let (asker, other) = (house.browser(), house.browser());
        ask(&asker, ANNE).await;
        let link = link_in_mail(&house).await;
        let page = other.get(&link).await.is(200);
        page.says("Linket hører til en anden browser").says("skriv koden fra mailen");
        // Sent by hand, without the page's help, it is refused just the same and stays good for its owner.
        let token = page.only_form("/log-ind").value("csrf").unwrap().to_owned();
        other.post_bare(&link, &[("csrf", &token)], &[]).await.is(422).says("en anden browser");
        other.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
        let form = asker.get(&link).await.only_form("/link/");
        asker.send(&form, &[]).await.redirects_to("/hus");
    }

    async fn the_other_browser_can_ask_for_a_link_of_its_own(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let (asker, other) = (house.browser(), house.browser());
        ask(&asker, ANNE).await;
        let page = other.get(&link_in_mail(&house).await).await;
        other.send(&page.only_form("/log-ind"), &[]).await.redirects_to("/log-ind/mail");
        let form = other.get(&link_in_mail(&house).await).await.only_form("/link/");
        other.send(&form, &[]).await.redirects_to("/hus");
        // Signed in once, the account's other links are worth nothing.
        asker.get("/log-ind/mail").await.redirects_to("/log-ind");
    }

    async fn an_unknown_mailbox_gets_the_same_answer_and_a_helpful_mail(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let (known, unknown) = (house.browser(), house.browser());
        let of_known = known.follow(ask(&known, ANNE).await).await.is(200);
        let of_unknown = unknown.follow(ask(&unknown, "fremmed@nordby.example").await).await.is(200);
        let without_address = |page: &Page, address: &str| page.words().replace(address, "…");
        assert_eq!(without_address(&of_known, ANNE), without_address(&of_unknown, "fremmed@nordby.example"));
        let mails = house.mails().await;
        let mail = mails.iter().find(|mail| mail.to.contains("fremmed@nordby.example")).unwrap();
        assert!(mail.text.contains("der er ingen konto"), "{}", mail.text);
        assert!(!mail.text.contains("/log-ind/link/"), "{}", mail.text);
        assert_eq!(mails.len(), 2);
        // No account came of it.
        let accounts: Vec<(i64,)> = db::sql!("SELECT COUNT(*) FROM account").all(&house.db).await.unwrap();
        assert_eq!(accounts, [(1,)]);
        // The code page behaves alike as well.
        let wrong = unknown.submit("/log-ind/mail", "/log-ind/mail", &[("code", "000000")]).await;
        assert_eq!(wrong.status.as_u16(), 422);
    }

    async fn links_to_one_mailbox_are_limited_and_known_and_unknown_ones_alike(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        for email in [ANNE, "fremmed@nordby.example"] {
            let browser = house.browser();
            for _ in 0..5 {
                ask(&browser, email).await.redirects_to("/log-ind/mail");
            }
            // Another browser does not help, and writing the address differently does not either.
            let page = ask(&house.browser(), &email.to_uppercase()).await;
            page.is(429).says("Der er sendt mange links til denne mailadresse");
        }
        house.clock.advance(SignedDuration::from_hours(1));
        ask(&house.browser(), ANNE).await.redirects_to("/log-ind/mail");
    }

    async fn t31_a_link_of_one_purpose_is_nothing_at_the_address_of_another(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Member).await;
        anne.submit("/profil/mail", "/profil/mail", &[("email", "anne@ny.example")]).await.redirects_to("/profil");
        let confirm = house.mail().await.link("/profil/mail/");
        let token = confirm.rsplit('/').next().unwrap();
        house.browser().get(&format!("/log-ind/link/{token}")).await.is(410).says("Linket virker ikke længere");
        house.browser().get(&format!("/invitation/{token}")).await.is(410).says("Linket virker ikke længere");

        let browser = house.browser();
        ask(&browser, ANNE).await;
        let link = house.mails().await.into_iter().find(|mail| mail.to.contains(ANNE)).unwrap().link("/log-ind/link/");
        let token = link.rsplit('/').next().unwrap();
        anne.get(&format!("/profil/mail/{token}")).await.is(410).says("Linket virker ikke længere");
        anne.get(&format!("/invitation/{token}")).await.is(410).says("Linket virker ikke længere");
    }

    async fn t40_t49_signing_in_leads_nowhere_but_to_this_site(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        for hostile in ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/%09/evil.example\u{9}"] {
            let browser = house.browser();
            let address = platform::web::with_query("/log-ind", &[("next", hostile)]);
            browser.open(&address).await.is(200).keeps_quiet_about("evil.example/\"");
            browser.submit(&address, "/log-ind", &[("email", ANNE), ("next", hostile)]).await.redirects_to("/log-ind/mail");
            let link = link_in_mail(&house).await;
            let form = browser.get(&link).await.only_form("/link/");
            browser.send(&form, &[]).await.redirects_to("/hus");
            house.clock.advance(SignedDuration::from_hours(1));
        }
    }

    async fn mistakes_keep_what_was_typed(house: TestApp) {
        let browser = house.browser();
        let page = ask(&browser, "anne.kursushuset.example").await.is(422);
        assert_eq!(page.form("/log-ind").value("email"), Some("anne.kursushuset.example"));
        ask(&browser, " ").await.is(422).says("Skriv din mailadresse");
        assert!(house.mails().await.is_empty());
    }

    async fn everything_is_there_in_english(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let browser = house.browser();
        let page = browser.submit("/en/sign-in", "/en/sign-in", &[("email", ANNE)]).await;
        browser.follow(page).await.is(200).says("We have sent a mail to");
        browser.submit("/en/sign-in", "/en/sign-in", &[("email", "")]).await.is(422).says("Write your mail address");
    }

    async fn t28_forms_without_their_token_or_from_elsewhere_are_refused(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let browser = house.browser();
        browser.post_bare("/log-ind", &[("email", ANNE)], &[]).await.is(403).says("Formularen skal sendes igen");
        let form = browser.open("/log-ind").await.form("/log-ind");
        let token = form.value("csrf").unwrap();
        let fields = [("csrf", token), ("email", ANNE)];
        browser.post_bare("/log-ind", &fields, &[("sec-fetch-site", "cross-site")]).await.is(403).says("et andet websted");
        browser.post_bare("/log-ind", &fields, &[("origin", "https://evil.example")]).await.is(403).says("et andet websted");
        // The token of one browser is worth nothing in another.
        house.browser().post_bare("/log-ind", &fields, &[]).await.is(403).says("Formularen skal sendes igen");
        assert!(house.mails().await.is_empty());
    }
}
