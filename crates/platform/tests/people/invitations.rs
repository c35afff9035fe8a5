//! Invitations: sent, sent again, taken back, accepted once.

use jiff::SignedDuration;
use platform::people::{Role, invitation};
use platform::testing::{Browser, TestApp, on_both_engines};

const ANNE: &str = "anne@kursushuset.example";
const BO: &str = "bo@nordby.example";
const PEOPLE: &str = "/hus/kursushuset/personer";

async fn invite(owner: &Browser, email: &str, role: &str) {
    owner
        .submit(PEOPLE, "/invitationer", &[("email", email), ("role", role)])
        .await
        .redirects_to(PEOPLE);
}

async fn invited(house: &TestApp, owner: &Browser, email: &str, role: &str) -> String {
    invite(owner, email, role).await;
    house.mail().await.link("/invitation/")
}

on_both_engines! {
    async fn a_newcomer_accepts_and_is_signed_in_as_a_member(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        invite(&anne, BO, "instructor").await;
        let mail = house.mail().await;
        assert!(mail.to.contains(BO) && mail.text.contains("Anne Holm inviterer dig til Kursushuset som Underviser"), "{}", mail.text);
        anne.open(PEOPLE).await.says("Invitationen er sendt til bo@nordby.example.").says("Invitationer på vej");

        let link = mail.link("/invitation/");
        let bo = house.browser();
        let page = bo.get(&link).await.is(200);
        page.says("Anne Holm har inviteret dig til Kursushuset som Underviser");
        bo.send(&page.only_form("/invitation/"), &[("name", "")]).await.is(422).says("Skriv dit navn");
        bo.send(&page.only_form("/invitation/"), &[("name", "Bo Krag")]).await.redirects_to("/hus/kursushuset");
        bo.open("/profil").await.is(200).says("Bo Krag").says(BO);
        anne.open(PEOPLE).await.says("bo@nordby.example Underviser").keeps_quiet_about("Invitationer på vej");
        // Used once, also in the same browser.
        bo.get(&link).await.is(410).says("Linket virker ikke længere");
    }

    async fn t29_an_invitation_runs_out_is_withdrawn_and_sent_anew(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        let first = invited(&house, &anne, BO, "member").await;
        let bo = house.browser();
        let form = bo.get(&first).await.only_form("/invitation/");
        house.clock.advance(invitation::LIFETIME);
        bo.get(&first).await.is(410).says("Linket virker ikke længere");
        bo.send(&form, &[("name", "Bo Krag")]).await.is(410).says("Linket virker ikke længere");

        let anne = house.sign_in(ANNE).await;
        let page = anne.open(PEOPLE).await.is(200);
        page.says("Udløbet");
        anne.send(&page.form("/send-igen"), &[]).await.redirects_to(PEOPLE);
        let second = house.mail().await.link("/invitation/");
        bo.get(&second).await.is(200).says("Kursushuset");
        anne.send(&anne.open(PEOPLE).await.form("/send-igen"), &[]).await.redirects_to(PEOPLE);
        let third = house.mail().await.link("/invitation/");
        bo.get(&second).await.is(410).says("Linket virker ikke længere");

        anne.send(&anne.open(PEOPLE).await.form("/traek-tilbage"), &[]).await.redirects_to(PEOPLE);
        bo.get(&third).await.is(410).says("Linket virker ikke længere");
        anne.open(PEOPLE).await.keeps_quiet_about(BO);
    }

    async fn t31_an_invitation_signs_nobody_in_to_an_account_that_exists(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        house.account(BO, "Bo Krag").await;
        let link = invited(&house, &anne, BO, "course-manager").await;
        let finder = house.browser();
        let page = finder.get(&link).await.is(200);
        page.says("har allerede en konto");
        let token = page.only_form("/log-ind").value("csrf").unwrap().to_owned();
        finder.post_bare(&link, &[("csrf", &token), ("name", "Tyv")], &[]).await.is(422).says("har allerede en konto");
        finder.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");

        // Its owner is led through signing in and back here.
        finder.send(&page.only_form("/log-ind"), &[]).await.redirects_to("/log-ind/mail");
        let sign_in = house.mail().await.link("/log-ind/link/");
        let signed_in = finder.send(&finder.get(&sign_in).await.only_form("/link/"), &[]).await;
        let page = finder.follow(signed_in).await.is(200);
        let before = finder.cookie("session").unwrap();
        finder.send(&page.only_form("/invitation/"), &[]).await.redirects_to("/hus/kursushuset");
        assert_ne!(finder.cookie("session").unwrap(), before, "more rights, another token");
        anne.open(PEOPLE).await.says("bo@nordby.example Kursusansvarlig");
    }

    async fn t45_joining_again_neither_raises_nor_lowers(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        let as_owner = invited(&house, &anne, BO, "owner").await;
        // Meanwhile somebody has made the person a plain member at the command line.
        let bo = house.member(BO, "Bo Krag", Role::Member).await;
        let page = bo.get(&as_owner).await.is(200);
        bo.send(&page.only_form("/invitation/"), &[]).await.redirects_to("/hus/kursushuset");
        anne.open(PEOPLE).await.says("bo@nordby.example Medlem");
        // And the owner who is invited as a member stays owner.
        anne.submit(PEOPLE, "/invitationer", &[("email", ANNE), ("role", "member")]).await.is(422).says("allerede medlem");
    }

    async fn an_invitation_in_a_browser_of_somebody_else_says_so(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        let link = invited(&house, &anne, BO, "member").await;
        let page = anne.get(&link).await.is(200);
        page.says("Du er logget ind som anne@kursushuset.example, men invitationen er til bo@nordby.example");
        anne.send(&page.only_form("/invitation/"), &[("name", "Bo Krag")]).await.redirects_to("/hus/kursushuset");
        anne.open("/profil").await.says("Bo Krag").keeps_quiet_about("Anne Holm");
    }

    async fn of_two_who_accept_at_once_one_succeeds(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        let link = invited(&house, &anne, BO, "member").await;
        let (first, second) = (house.browser(), house.browser());
        let (first_form, second_form) = (first.get(&link).await.only_form("/invitation/"), second.get(&link).await.only_form("/invitation/"));
        let (one, two) = tokio::join!(first.send(&first_form, &[("name", "Bo Krag")]), second.send(&second_form, &[("name", "Bo Krag")]));
        let mut statuses = [one.status.as_u16(), two.status.as_u16()];
        statuses.sort_unstable();
        // The slower one finds the link dead, or the account made meanwhile.
        assert!(statuses == [303, 410] || statuses == [303, 422], "{statuses:?}");
    }

    async fn an_organisation_cannot_flood_strangers_with_invitations(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        for number in 0..60 {
            invite(&anne, &format!("nr{number}@nordby.example"), "member").await;
        }
        let page = anne.submit(PEOPLE, "/invitationer", &[("email", BO), ("role", "member")]).await.is(429);
        page.says("Vent lidt");
        house.clock.advance(SignedDuration::from_hours(1));
        invite(&anne, BO, "member").await;
    }

    async fn accepted_invitations_are_forgotten_after_two_months(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        let link = invited(&house, &anne, BO, "member").await;
        let bo = house.browser();
        bo.send(&bo.get(&link).await.only_form("/invitation/"), &[("name", "Bo Krag")]).await.redirects_to("/hus/kursushuset");
        house.later(SignedDuration::from_hours(24 * 59)).await;
        let count = || async { db::sql!("SELECT COUNT(*) FROM invitation").one::<(i64,)>(&house.db).await.unwrap().0 };
        assert_eq!(count().await, 1);
        house.later(SignedDuration::from_hours(26)).await;
        assert_eq!(count().await, 0);
    }
}
