//! Sessions: fresh tokens, limits, signing out here and elsewhere.

use jiff::SignedDuration;
use platform::people::{Role, session};
use platform::testing::{TestApp, on_both_engines};

const ANNE: &str = "anne@kursushuset.example";
const BO: &str = "bo@kursushuset.example";

on_both_engines! {
    async fn a_token_planted_before_signing_in_is_worth_nothing_after(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let (victim, attacker) = (house.browser(), house.browser());
        let planted = "A".repeat(43);
        victim.plant_cookie("session", &planted);
        attacker.plant_cookie("session", &planted);
        house.sign_in_with(&victim, ANNE).await;
        assert_ne!(victim.cookie("session").unwrap(), planted);
        attacker.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
    }

    async fn signing_in_again_ends_the_session_before(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        house.account(BO, "Bo Krag").await;
        let browser = house.sign_in(ANNE).await;
        let old = house.browser();
        old.plant_cookie("session", &browser.cookie("session").unwrap());
        old.open("/profil").await.is(200).says("Anne Holm");
        house.sign_in_with(&browser, BO).await;
        old.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
        browser.open("/profil").await.is(200).says("Bo Krag").keeps_quiet_about("Anne Holm");
    }

    async fn t46_after_signing_out_the_browser_and_its_cookie_are_worth_nothing(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let browser = house.sign_in(ANNE).await;
        let page = browser.open("/profil").await.is(200);
        assert_eq!(page.header("cache-control"), "private, no-store", "the back button must not show it to the next person");
        let kept = browser.cookie("session").unwrap();
        let out = browser.send(&page.form("/log-ud"), &[]).await;
        out.redirects_to("/log-ind");
        assert_eq!(out.header("clear-site-data"), "\"cache\", \"storage\"");
        assert_eq!((browser.cookie("session"), browser.cookie("visit")), (None, None));
        browser.follow(out).await.is(200).says("Du er logget ud.").keeps_quiet_about("Anne Holm");
        let thief = house.browser();
        thief.plant_cookie("session", &kept);
        thief.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
        // Signing out twice, or without being signed in, is no mistake.
        let token = browser.open("/log-ind").await.form("/log-ind").value("csrf").unwrap().to_owned();
        browser.post_bare("/log-ud", &[("csrf", &token)], &[]).await.redirects_to("/log-ind");
    }

    async fn a_link_asked_for_before_signing_out_does_not_sign_the_next_person_in(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let browser = house.sign_in(ANNE).await;
        browser.submit("/log-ind", "/log-ind", &[("email", ANNE)]).await.redirects_to("/log-ind/mail");
        let link = house.mail().await.link("/log-ind/link/");
        browser.send(&browser.open("/profil").await.form("/log-ud"), &[]).await.redirects_to("/log-ind");
        browser.get(&link).await.is(200).says("Linket hører til en anden browser");
        browser.get("/log-ind/mail").await.redirects_to("/log-ind");
    }

    async fn a_session_ends_when_unused_and_after_two_weeks_whatever_happens(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let browser = house.sign_in(ANNE).await;
        house.clock.advance(session::IDLE - SignedDuration::from_secs(1));
        browser.open("/profil").await.is(200).says("Anne Holm");
        house.clock.advance(session::IDLE);
        browser.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");

        let browser = house.sign_in(ANNE).await;
        let mut used = SignedDuration::ZERO;
        while used + SignedDuration::from_hours(11) < session::LONGEST {
            house.clock.advance(SignedDuration::from_hours(11));
            used += SignedDuration::from_hours(11);
            browser.open("/profil").await.is(200).says("Anne Holm");
        }
        house.clock.advance(session::LONGEST - used);
        browser.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
        house.run_jobs().await;
        house.later(SignedDuration::from_hours(1)).await;
        let left: Vec<(i64,)> = db::sql!("SELECT COUNT(*) FROM session").all(&house.db).await.unwrap();
        assert_eq!(left, [(0,)], "dead sessions are swept away");
    }

    async fn one_sees_ones_browsers_and_signs_one_of_them_out(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        house.account(BO, "Bo Krag").await;
        let here = house.sign_in(ANNE).await;
        let phone = house.browser().called("Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) Version/17.4 Mobile/15E148 Safari/604.1");
        house.sign_in_with(&phone, ANNE).await;
        let bo = house.sign_in(BO).await;
        let page = here.open("/profil/sikkerhed").await.is(200);
        page.says("Firefox på Linux").says("Safari på iPhone").says("Denne browser").keeps_quiet_about("Bo Krag");
        let other = page.form("/profil/sikkerhed/log-ud");

        // Somebody else's session is not found among one's own.
        let own_form = bo.open("/profil/sikkerhed").await.form("/profil/sikkerhed/log-ud-overalt");
        let token = own_form.value("csrf").unwrap();
        let foreign = other.value("session").unwrap();
        bo.post_bare("/profil/sikkerhed/log-ud", &[("csrf", token), ("session", foreign)], &[]).await.is(404).says("Siden findes ikke");
        phone.open("/profil").await.is(200).says("Anne Holm");

        let ended = here.send(&other, &[]).await;
        here.follow(ended).await.is(200).says("Browseren er logget ud.").keeps_quiet_about("iPhone");
        phone.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
        here.open("/profil").await.is(200).says("Anne Holm");
    }

    async fn one_signs_out_everywhere(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        house.account(BO, "Bo Krag").await;
        let (here, there, bo) = (house.sign_in(ANNE).await, house.sign_in(ANNE).await, house.sign_in(BO).await);
        here.submit("/profil/sikkerhed", "/log-ud-overalt", &[]).await.redirects_to("/log-ind");
        for browser in [&here, &there] {
            browser.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
        }
        bo.open("/profil").await.is(200).says("Bo Krag");
    }

    async fn a_changed_role_ends_the_sessions_it_was_changed_for(house: TestApp) {
        let owner = house.member(ANNE, "Anne Holm", Role::Owner).await;
        let bo = house.member(BO, "Bo Krag", Role::Member).await;
        let page = owner.open("/hus/kursushuset/personer").await.is(200);
        let member = page.links().into_iter().find(|link| {
            link.starts_with("/hus/kursushuset/personer/") && !link.contains(&account_of(&page.text, "Anne Holm"))
        });
        let member = member.unwrap();
        owner.submit(&member, &member, &[("role", "course-manager")]).await.redirects_to("/hus/kursushuset/personer");
        bo.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
        let mail = house.mail().await;
        assert!(mail.to.contains(BO) && mail.text.contains("Kursusansvarlig"), "{}: {}", mail.to, mail.text);

        // One's own session here goes on, under a new token.
        house.member(BO, "Bo Krag", Role::Owner).await;
        let before = owner.cookie("session").unwrap();
        let elsewhere = house.sign_in(ANNE).await;
        let own = format!("/hus/kursushuset/personer/{}", account_of(&page.text, "Anne Holm"));
        owner.submit(&own, &own, &[("role", "member")]).await.redirects_to("/hus");
        assert_ne!(owner.cookie("session").unwrap(), before);
        owner.open("/profil").await.is(200).says("Anne Holm");
        elsewhere.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
        let thief = house.browser();
        thief.plant_cookie("session", &before);
        thief.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
    }
}

/// The account's number in the row of the members' table that begins with a name.
pub(crate) fn account_of(html: &str, name: &str) -> String {
    let row = &html[html.find(&format!(">{name}</th>")).unwrap()..];
    let marker = "/personer/";
    let link = &row[row.find(marker).unwrap() + marker.len()..];
    link[..36].to_owned()
}
