//! T27, T45: what is pressed twice, by one or by many at once, happens once.
//!
//! Two hundred for the last seat, with a control that must oversell, are in `tests/rush.rs`; here is everything else that happens once.

use std::sync::Arc;

use platform::people::Role;
use platform::testing::{Browser, Page, PostForm, TestApp, on_both_engines};

use super::stage::{button, count, furnish, open_form, program, sent, sign_up, staff, typed};

/// So many press at once.
const CROWD: usize = 12;

/// Sends one form many times at the same moment.
async fn press(browser: Browser, form: PostForm, typed: Vec<(String, String)>) -> Vec<Page> {
    let (browser, form, typed) = (Arc::new(browser), Arc::new(form), Arc::new(typed));
    let mut crowd = Vec::new();
    for _ in 0..CROWD {
        let (browser, form, typed) = (Arc::clone(&browser), Arc::clone(&form), Arc::clone(&typed));
        crowd.push(tokio::spawn(async move {
            let fields: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            browser.send(&form, &fields).await
        }));
    }
    let mut pages = Vec::new();
    for one in crowd {
        pages.push(one.await.unwrap());
    }
    pages
}

fn owned(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    fields
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn how_many(pages: &[Page], status: u16) -> usize {
    assert!(
        pages.iter().all(|page| page.status.as_u16() < 500),
        "{:?}",
        pages.iter().map(|page| page.status).collect::<Vec<_>>()
    );
    pages.iter().filter(|page| page.status == status).count()
}

on_both_engines! { program();
    async fn t27_a_form_sent_twice_from_two_tabs_is_one_order_and_one_mail(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let form = open_form(&visitor).await;
        let first = visitor.open(&form).await.form(&form);
        let second = visitor.open(&form).await.form(&form);
        let before = count(&house, db::sql!("SELECT COUNT(*) FROM course_order")).await;
        let fields = typed("Anne Holm", "anne@borger.example");
        let order = visitor.send(&first, &fields).await.is(303).location().unwrap().to_owned();
        // Pressed again, and once more after "back": the same order.
        visitor.send(&first, &fields).await.redirects_to(&order);
        visitor.open(&order).await.is(200);
        visitor.send(&first, &fields).await.redirects_to(&order);
        // The other tab is another form: the person has a seat, and is told so with everything still typed.
        let page = visitor.send(&second, &fields).await.is(422);
        assert_eq!(page.form(&form).value("participants-0-email"), Some("anne@borger.example"));
        assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM course_order")).await, before + 1);
        assert_eq!(house.mails().await.len(), 1);
    }

    async fn t27_many_presses_at_once_are_one_order(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let form = open_form(&visitor).await;
        let blank = visitor.open(&form).await.form(&form);
        let before = count(&house, db::sql!("SELECT COUNT(*) FROM course_order")).await;
        let pages = press(visitor, blank, owned(&typed("Anne Holm", "anne@borger.example"))).await;
        assert_eq!(how_many(&pages, 303), CROWD);
        assert!(pages.windows(2).all(|pair| pair[0].location() == pair[1].location()));
        assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM course_order")).await, before + 1);
        assert_eq!(house.mails().await.len(), 1);
    }

    async fn t27_a_mailbox_is_on_an_interest_list_once(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let course = open_form(&visitor).await.rsplit_once("/tilmelding/").unwrap().0.to_owned();
        let address = format!("{course}/interesse");
        let form = visitor.open(&address).await.form(&address);
        let pages = press(visitor, form, owned(&[("name", "Bo"), ("email", "bo@borger.example"), ("seats", "3")])).await;
        assert_eq!(how_many(&pages, 303), CROWD);
        assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM interest_entry WHERE email_key = 'bo@borger.example'")).await, 1);
        assert_eq!(house.mails().await.len(), 1);
        // Joining again raises and lowers nothing (T45), and says the same to whoever asks.
        let again = house.browser();
        sent(&again, &address, &[("name", "Andet"), ("email", "BO@borger.example"), ("seats", "50")]).await.redirects_to(&course);
        let entry: Vec<(String, i64)> = db::sql!("SELECT name, seats FROM interest_entry WHERE email_key = 'bo@borger.example'").all(&house.db).await.unwrap();
        assert_eq!(entry, [("Bo".to_owned(), 3)]);
        assert!(house.mails().await.is_empty());
    }

    async fn t27_a_seat_is_given_up_once(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let order = sign_up(&visitor, "Anne Holm", "anne@borger.example").await;
        house.mails().await;
        let page = visitor.open(&order).await;
        let (form, seat) = (page.form("/afmeld"), button(&page, "registration"));
        let before = count(&house, db::sql!("SELECT COUNT(*) FROM audit_entry")).await;
        let pages = press(visitor, form, owned(&[("registration", &seat)])).await;
        assert_eq!(how_many(&pages, 303), CROWD);
        assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM audit_entry")).await, before + 1);
        assert_eq!(house.mails().await.len(), 1);
        let (sequence,): (i64,) = db::sql!("SELECT calendar_sequence FROM registration WHERE email_key = 'anne@borger.example'").one(&house.db).await.unwrap();
        assert_eq!(sequence, 1);
    }

    async fn t27_t31_a_sign_in_link_signs_in_once(house: TestApp) {
        house.account("anne@kursushuset.example", "Anne Holm").await;
        let visitor = house.browser();
        visitor.submit("/log-ind", "/log-ind", &[("email", "anne@kursushuset.example")]).await.redirects_to("/log-ind/mail");
        let link = house.mail().await.link("/log-ind/link/");
        let form = visitor.get(&link).await.is(200).only_form("/link/");
        let pages = press(visitor, form, Vec::new()).await;
        assert_eq!(how_many(&pages, 303), 1);
        assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM session")).await, 1);
    }

    async fn t27_t45_an_invitation_makes_one_member_with_the_role_it_names(house: TestApp) {
        let owner = staff(&house, Role::Owner).await;
        owner.submit("/hus/kursushuset/personer", "/invitationer", &[("email", "ny@by.example"), ("role", "instructor")]).await.is(303);
        let link = house.mail().await.link("/invitation/");
        let newcomer = house.browser();
        let form = newcomer.get(&link).await.is(200).only_form("/invitation/");
        let pages = press(newcomer, form, owned(&[("name", "Ny Nyman"), ("role", "owner")])).await;
        assert_eq!(how_many(&pages, 303), 1);
        let members: Vec<(String,)> =
            db::sql!("SELECT m.role FROM membership m JOIN account a ON a.id = m.account_id WHERE a.email_key = 'ny@by.example' AND m.organisation_id = $1").bind(house.scope).all(&house.db).await.unwrap();
        assert_eq!(members, [("instructor".to_owned(),)]);
    }

    async fn t27_the_last_owner_stays_when_two_owners_leave_at_once(house: TestApp) {
        let olga = staff(&house, Role::Owner).await;
        let bo = house.member("bo@kursushuset.example", "Bo Krag", Role::Owner).await;
        let mut leaving = Vec::new();
        for (browser, email) in [(olga, "olga@kursushuset.example"), (bo, "bo@kursushuset.example")] {
            let form = browser.open("/profil/slet").await.is(200).form("/profil/slet");
            leaving.push(tokio::spawn(async move { browser.send(&form, &[("email", email)]).await }));
        }
        let mut statuses = Vec::new();
        for one in leaving {
            statuses.push(one.await.unwrap().status.as_u16());
        }
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422], "one leaves, the other must hand over first");
        assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM membership WHERE role = 'owner'")).await, 1);
    }
}
