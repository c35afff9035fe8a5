//! T29, T31, T25, T42: a secret in a link does one thing, for as long as that thing makes sense, and signs nobody in on the side.
//!
//! Stories of each kind alone are in `platform/tests/people`; here all kinds there are meet all addresses there are, and the clock is turned on each.

use jiff::SignedDuration;
use platform::people::Role;
use platform::testing::{Browser, TestApp, on_both_engines};
use platform::web::Rule;
use texts::Lang;

use super::stage::{button, count, furnish, give_up, open_form, path_of, program, sent, sign_up, staff};

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// A live token of every kind, with the pattern of the one address it belongs to.
struct Tokens {
    tokens: Vec<(&'static str, String)>,
    /// The browser that asked for them.
    visitor: Browser,
    owner: Browser,
}

fn token_in(address: &str, after: &str) -> String {
    address.split(after).nth(1).unwrap().split('/').next().unwrap().to_owned()
}

async fn tokens(house: &TestApp) -> Tokens {
    let visitor = house.browser();
    let owner = staff(house, Role::Owner).await;
    let order = sign_up(&visitor, "Anne Holm", "anne@borger.example").await;
    let course = open_form(&visitor).await.rsplit_once("/tilmelding/").unwrap().0.to_owned();
    sent(
        &visitor,
        &format!("{course}/interesse"),
        &[("name", "Bo"), ("email", "bo@borger.example"), ("seats", "1")],
    )
    .await
    .redirects_to(&course);
    owner
        .submit(
            "/hus/kursushuset/personer",
            "/invitationer",
            &[("email", "ny@by.example"), ("role", "member")],
        )
        .await
        .is(303);
    owner
        .submit("/profil/mail", "/profil/mail", &[("email", "olga@ny.example")])
        .await
        .redirects_to("/profil");
    visitor
        .submit("/log-ind", "/log-ind", &[("email", "olga@kursushuset.example")])
        .await
        .redirects_to("/log-ind/mail");
    let mails = house.mails().await;
    let found = |after: &str| mails.iter().find(|mail| mail.text.contains(after)).unwrap().link(after);
    Tokens {
        tokens: vec![
            ("/tilmelding/{token}", token_in(&order, "/tilmelding/")),
            ("/interesse/{token}", token_in(&found("/interesse/"), "/interesse/")),
            ("/invitation/{token}", token_in(&found("/invitation/"), "/invitation/")),
            ("/log-ind/link/{token}", token_in(&found("/log-ind/link/"), "/log-ind/link/")),
            ("/profil/mail/{token}", token_in(&found("/profil/mail/"), "/profil/mail/")),
        ],
        visitor,
        owner,
    }
}

on_both_engines! { program();
    async fn t31_a_token_is_nothing_at_any_address_but_its_own(house: TestApp) {
        furnish(&house).await;
        let Tokens { tokens, visitor, owner } = tokens(&house).await;
        let with_token: Vec<_> = house.routes.iter().filter(|route| route.paths.da.contains("{token}")).collect();
        assert!(with_token.iter().filter(|route| matches!(route.rule, Rule::ByLink)).count() >= 9);
        for (own, token) in &tokens {
            let known = with_token.iter().any(|route| route.paths.da == *own);
            assert!(known, "{own} is no route any more");
            for route in with_token.iter().filter(|route| !route.paths.da.starts_with(own)) {
                for lang in Lang::ALL {
                    let address = route.paths.url(lang, &[token]);
                    let answer = if route.method == http::Method::GET {
                        owner.get(&address).await
                    } else {
                        let csrf = owner.open("/profil").await.form("/profil").value("csrf").unwrap().to_owned();
                        owner.post_bare(&address, &[("csrf", &csrf), ("name", "Ny"), ("registration", "1")], &[]).await
                    };
                    assert_eq!(answer.status, 410, "the token of {own} at {} {address}", route.method);
                }
            }
        }
        // And all of them still do what they are for.
        for (own, token) in &tokens {
            let browser = if own.starts_with("/profil") { &owner } else { &visitor };
            browser.get(&own.replace("{token}", token)).await.is(200);
        }
    }

    async fn t31_t25_t42_no_link_but_the_one_for_it_signs_anybody_in(house: TestApp) {
        furnish(&house).await;
        let Tokens { tokens, .. } = tokens(&house).await;
        for (own, token) in tokens.iter().filter(|(own, _)| own.starts_with("/tilmelding") || own.starts_with("/interesse")) {
            let stranger = house.browser();
            stranger.get(&own.replace("{token}", token)).await.is(200);
            assert_eq!(stranger.cookie("session"), None, "{own}");
            stranger.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
        }
        // Opening links, as mail filters do, uses none of them up and does nothing.
        let before = count(&house, db::sql!("SELECT COUNT(*) FROM audit_entry")).await;
        for (own, token) in tokens.iter().filter(|(own, _)| !own.starts_with("/profil")) {
            for _ in 0..3 {
                let filter = house.browser().called("MailScanner/1.0");
                filter.get(&own.replace("{token}", token)).await.is(200);
            }
        }
        assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM audit_entry")).await, before);
        assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM mail_link WHERE used_at IS NOT NULL AND purpose = 'confirm-email'")).await, 0);
        assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM interest_entry WHERE email = 'bo@borger.example'")).await, 1);
    }

    async fn t29_every_kind_of_token_runs_out(house: TestApp) {
        furnish(&house).await;
        let Tokens { tokens, visitor, owner } = tokens(&house).await;
        let forms = {
            let mut forms = Vec::new();
            for (own, token) in tokens.iter().filter(|(own, _)| !own.starts_with("/tilmelding")) {
                let browser = if own.starts_with("/profil") { &owner } else { &visitor };
                let address = own.replace("{token}", token);
                forms.push((*own, browser.get(&address).await.is(200).only_form(address.rsplit_once('/').unwrap().0)));
            }
            forms
        };
        let form = |own: &str| &forms.iter().find(|(known, _)| known.starts_with(own)).unwrap().1;
        // A quarter of an hour: what proves who one is.
        house.later(SignedDuration::from_mins(15)).await;
        visitor.send(form("/log-ind/"), &[]).await.is(410);
        owner.send(form("/profil/"), &[]).await.is(410);
        assert_eq!(visitor.cookie("session"), None);
        // Two weeks: what makes a member.
        house.later(DAY * 14).await;
        visitor.send(form("/invitation/"), &[("name", "Ny Nyman")]).await.is(410);
        assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM account WHERE email = 'ny@by.example'")).await, 0);
        // Two years: the interest itself, and with it the link to leave.
        house.later(DAY * 740).await;
        house.later(DAY).await;
        visitor.send(form("/interesse/"), &[]).await.is(410);
        // The order's link shows what was agreed for as long as the order is kept, and changes nothing any more.
        let order = tokens[0].0.replace("{token}", &tokens[0].1);
        let page = visitor.get(&order).await.is(200);
        let seat: Vec<(uuid::Uuid, String)> =
            db::sql!("SELECT id, state FROM registration WHERE email_key = 'anne@borger.example'").all(&house.db).await.unwrap();
        let token = visitor.open("/log-ind").await.form("/log-ind").value("csrf").unwrap().to_owned();
        let late = visitor.post_bare(&format!("{order}/afmeld"), &[("csrf", &token), ("registration", &seat[0].0.to_string())], &[]).await;
        assert!(matches!(late.status.as_u16(), 303 | 409), "{}", late.words());
        let after: Vec<(String,)> = db::sql!("SELECT state FROM registration WHERE email_key = 'anne@borger.example'").all(&house.db).await.unwrap();
        assert_eq!(after[0].0, seat[0].1, "a seat of a course that is over was given up: {}", page.words());
        house.later(DAY * 365 * 5).await;
        house.later(DAY).await;
        visitor.get(&order).await.is(410);
    }

    async fn t29_t31_a_used_token_is_used_up(house: TestApp) {
        furnish(&house).await;
        let Tokens { tokens, visitor, owner } = tokens(&house).await;
        let address = |own: &str| tokens.iter().find(|(known, _)| *known == own).map(|(own, token)| own.replace("{token}", token)).unwrap();
        let newcomer = house.browser();
        for (browser, own, fields) in [
            (&visitor, "/interesse/{token}", &[][..]),
            (&newcomer, "/invitation/{token}", &[("name", "Ny Nyman")][..]),
            (&owner, "/profil/mail/{token}", &[][..]),
        ] {
            let address = address(own);
            let form = browser.get(&address).await.is(200).only_form(address.rsplit_once('/').unwrap().0);
            browser.send(&form, fields).await.is(303);
            // Where the first use has changed the session, the form is asked for anew before the token is looked at.
            browser.send(&form, fields).await.is(if own.starts_with("/interesse") { 410 } else { 403 });
            browser.get(&address).await.is(410);
        }
        let order = address("/tilmelding/{token}");
        let seat = button(&visitor.open(&order).await, "registration");
        give_up(&visitor, &order).await.redirects_to(&order);
        let (mails, entries) = (house.mails().await.len(), count(&house, db::sql!("SELECT COUNT(*) FROM audit_entry")).await);
        assert!(mails > 0);
        let token = visitor.open("/log-ind").await.form("/log-ind").value("csrf").unwrap().to_owned();
        visitor.post_bare(&format!("{order}/afmeld"), &[("csrf", &token), ("registration", &seat)], &[]).await.redirects_to(&order);
        assert_eq!((house.mails().await.len(), count(&house, db::sql!("SELECT COUNT(*) FROM audit_entry")).await), (0, entries), "given up twice");
    }

    async fn t29_a_token_cannot_be_guessed_or_made_from_numbers(house: TestApp) {
        furnish(&house).await;
        let Tokens { tokens, visitor, .. } = tokens(&house).await;
        for (own, token) in &tokens {
            assert_eq!(token.len(), 43, "256 bits: {own}");
        }
        let (order,): (uuid::Uuid,) = db::sql!("SELECT order_id FROM registration WHERE email_key = 'anne@borger.example'").one(&house.db).await.unwrap();
        let token = &tokens[0].1;
        let changed = format!("{}{}", &token[..42], if token.ends_with('A') { "B" } else { "A" });
        for wrong in [order.to_string(), changed, token.to_lowercase(), format!("{token}="), format!("{token}%00"), format!("%20{token}"), "0".to_owned(), token[..42].to_owned()] {
            let page = visitor.get(&format!("/tilmelding/{wrong}")).await;
            assert!(matches!(page.status.as_u16(), 404 | 410), "{wrong}: {}", page.status);
            page.keeps_quiet_about("Anne Holm");
        }
        assert!(path_of(&house, "x") == "x");
    }
}
