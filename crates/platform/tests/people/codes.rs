//! Signing in with the digits of the mail, typed where one asked.

use jiff::SignedDuration;
use platform::people::mail_link;
use platform::testing::{TestApp, on_both_engines};

use super::sign_in::ask;

const ANNE: &str = "anne@kursushuset.example";

/// Six digits that are not these.
fn another(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}

on_both_engines! {
    async fn the_code_of_the_mail_signs_in_where_one_asked(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let browser = house.browser();
        ask(&browser, ANNE).await;
        let code = house.mail().await.code();
        let (first, second) = code.split_at(3);
        let typed = format!(" {first} {second} ");
        browser.submit("/log-ind/mail", "/log-ind/mail", &[("code", &typed)]).await.redirects_to("/hus");
        browser.open("/profil").await.is(200).says("Anne Holm");
        // Used once.
        let next = house.browser();
        ask(&next, ANNE).await;
        next.submit("/log-ind/mail", "/log-ind/mail", &[("code", &code)]).await.is(422).says("Koden passer ikke");
    }

    async fn a_code_is_worth_nothing_in_another_browser(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let (asker, thief) = (house.browser(), house.browser());
        ask(&asker, ANNE).await;
        let code = house.mail().await.code();
        thief.get("/log-ind/mail").await.redirects_to("/log-ind");
        let token = thief.open("/log-ind").await.form("/log-ind").value("csrf").unwrap().to_owned();
        let page = thief.post_bare("/log-ind/mail", &[("csrf", &token), ("code", &code)], &[]).await.is(422);
        page.says("Koden virker ikke længere");
        thief.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
    }

    async fn after_five_wrong_codes_the_right_one_is_worth_nothing_either(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let browser = house.browser();
        ask(&browser, ANNE).await;
        let code = house.mail().await.code();
        for left in [4, 3, 2, 1] {
            let page = browser.submit("/log-ind/mail", "/log-ind/mail", &[("code", &another(&code))]).await.is(422);
            page.says(&format!("Du har {left} forsøg tilbage"));
        }
        let form = browser.open("/log-ind/mail").await.form("/log-ind/mail");
        browser.send(&form, &[("code", &another(&code))]).await.is(422).says("Koden virker ikke længere");
        browser.send(&form, &[("code", &code)]).await.is(422).says("Koden virker ikke længere");
        browser.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
    }

    async fn codes_for_one_mailbox_are_counted_across_browsers_and_then_only_the_link_works(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        for _ in 0..5 {
            let browser = house.browser();
            ask(&browser, ANNE).await;
            let code = house.mail().await.code();
            for _ in 0..4 {
                browser.submit("/log-ind/mail", "/log-ind/mail", &[("code", &another(&code))]).await.is(422).says("Koden passer ikke");
            }
        }
        house.clock.advance(SignedDuration::from_hours(1));
        let browser = house.browser();
        ask(&browser, ANNE).await;
        let mail = house.mail().await;
        let form = browser.open("/log-ind/mail").await.form("/log-ind/mail");
        for typed in [another(&mail.code()), mail.code()] {
            browser.send(&form, &[("code", &typed)]).await.is(429).says("Der er skrevet mange koder i dag");
        }
        let link = browser.get(&mail.link("/log-ind/link/")).await.only_form("/link/");
        browser.send(&link, &[]).await.redirects_to("/hus");
    }

    async fn a_slip_that_cannot_be_a_code_costs_no_try(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let browser = house.browser();
        ask(&browser, ANNE).await;
        for slip in ["", "12345", "1234567", "12345a", "anne@kursushuset.example"] {
            browser.submit("/log-ind/mail", "/log-ind/mail", &[("code", slip)]).await.is(422).says("Koden er 6 tal");
        }
        let code = house.mail().await.code();
        browser.submit("/log-ind/mail", "/log-ind/mail", &[("code", &code)]).await.redirects_to("/hus");
    }

    async fn a_code_runs_out_with_its_link(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let browser = house.browser();
        ask(&browser, ANNE).await;
        let code = house.mail().await.code();
        let form = browser.open("/log-ind/mail").await.form("/log-ind/mail");
        house.clock.advance(mail_link::LIFETIME);
        browser.send(&form, &[("code", &code)]).await.is(422).says("Koden virker ikke længere");
    }

    async fn only_hashes_of_links_and_codes_are_kept(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let browser = house.browser();
        ask(&browser, ANNE).await;
        let mail = house.mail().await;
        let (token, code) = (mail.link("/log-ind/link/").rsplit('/').next().unwrap().to_owned(), mail.code());
        let kept: Vec<(Vec<u8>, Vec<u8>)> = db::sql!("SELECT token_hash, code_hash FROM mail_link").all(&house.db).await.unwrap();
        for secret in kept.iter().flat_map(|(token, code)| [token, code]) {
            assert_eq!(secret.len(), 32);
            assert!(secret != token.as_bytes() && !secret.starts_with(code.as_bytes()));
        }
        house.later(SignedDuration::from_hours(26)).await;
        let left: Vec<(i64,)> = db::sql!("SELECT COUNT(*) FROM mail_link").all(&house.db).await.unwrap();
        assert_eq!(left, [(0,)], "links that ran out yesterday are swept away");
    }
}
