//! Members of an organisation: who they are, what they may, how they come and go.

use platform::people::Role;
use platform::testing::{Browser, Page, TestApp, on_both_engines};

use super::sessions::account_of;

const ANNE: &str = "anne@kursushuset.example";
const BO: &str = "bo@kursushuset.example";
const PEOPLE: &str = "/hus/kursushuset/personer";

async fn member_page(owner: &Browser, name: &str) -> String {
    format!("{PEOPLE}/{}", account_of(&owner.open(PEOPLE).await.text, name))
}

async fn change(owner: &Browser, name: &str, role: &str) -> Page {
    let page = member_page(owner, name).await;
    owner.submit(&page, &page, &[("role", role)]).await
}

async fn remove(owner: &Browser, name: &str) -> Page {
    let page = member_page(owner, name).await;
    owner.submit(&page, "/fjern", &[]).await
}

on_both_engines! {
    async fn the_owner_sees_members_changes_a_role_and_removes_one(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        house.member(BO, "Bo Krag", Role::Member).await;
        let page = anne.open(PEOPLE).await.is(200);
        page.says("Anne Holm").says("Bo Krag").says("Administrator").says("Medlem");
        change(&anne, "Bo Krag", "instructor").await.redirects_to(PEOPLE);
        anne.open(PEOPLE).await.is(200).says("Bo Krag er nu Underviser.").says("bo@kursushuset.example Underviser");
        remove(&anne, "Bo Krag").await.redirects_to(PEOPLE);
        anne.open(PEOPLE).await.is(200).keeps_quiet_about(BO);
        // The account is still there.
        house.sign_in(BO).await.open("/hus").await.is(200).says("Du er ikke med i en organisation endnu");
    }

    async fn an_organisation_always_keeps_an_owner(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        house.member(BO, "Bo Krag", Role::Member).await;
        change(&anne, "Anne Holm", "member").await.is(422).says("altid have en administrator");
        remove(&anne, "Anne Holm").await.is(422).says("altid have en administrator");
        change(&anne, "Bo Krag", "owner").await.redirects_to(PEOPLE);
        change(&anne, "Anne Holm", "member").await.redirects_to("/hus");
        anne.get(PEOPLE).await.is(403).says("Du har ikke adgang");
    }

    async fn two_owners_cannot_both_leave_at_the_same_moment(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        let bo = house.member(BO, "Bo Krag", Role::Owner).await;
        let (anne_page, bo_page) = (member_page(&anne, "Anne Holm").await, member_page(&bo, "Bo Krag").await);
        let anne_form = anne.open(&anne_page).await.form("/fjern");
        let bo_form = bo.open(&bo_page).await.form("/fjern");
        let (first, second) = tokio::join!(anne.send(&anne_form, &[]), bo.send(&bo_form, &[]));
        let statuses = [first.status.as_u16(), second.status.as_u16()];
        assert!(statuses == [303, 422] || statuses == [422, 303], "{statuses:?}");
        let owners: Vec<(i64,)> = db::sql!("SELECT COUNT(*) FROM membership WHERE role = 'owner'").all(&house.db).await.unwrap();
        assert_eq!(owners, [(1,)]);
    }

    async fn t20_only_owners_manage_people(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        let bo_page = {
            house.member(BO, "Bo Krag", Role::Member).await;
            member_page(&anne, "Bo Krag").await
        };
        for role in [Role::CourseManager, Role::Instructor, Role::Member] {
            let email = format!("{role}@kursushuset.example");
            let browser = house.member(&email, "En Kollega", role).await;
            for path in [PEOPLE, &bo_page, "/hus/kursushuset/organisation", "/hus/kursushuset/log"] {
                browser.get(path).await.is(403).says("Du har ikke adgang");
            }
            let token = browser.open("/profil").await.form("/profil").value("csrf").unwrap().to_owned();
            for (path, field, value) in [
                (bo_page.as_str(), "role", "owner"),
                (&format!("{bo_page}/fjern"), "", ""),
                ("/hus/kursushuset/invitationer", "email", "x@y.example"),
                ("/hus/kursushuset/organisation", "name", "Kapret"),
            ] {
                browser.post_bare(path, &[("csrf", &token), (field, value), ("role", "owner")], &[]).await.is(403).says("Du har ikke adgang");
            }
        }
        anne.open(PEOPLE).await.says("bo@kursushuset.example Medlem");
        assert!(house.mails().await.is_empty());
    }

    async fn t21_t22_the_owner_of_one_organisation_is_nobody_in_another(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        let bo_page = {
            house.member(BO, "Bo Krag", Role::Member).await;
            member_page(&anne, "Bo Krag").await
        };
        house.organisation("nordby", "Nordby Kommune").await;
        house.account("eva@nordby.example", "Eva Lund").await;
        let email = platform::values::Email::parse("eva@nordby.example").unwrap();
        platform::people::admin::add_member(&house.app, "nordby", &email, Role::Owner).await.unwrap();
        let eva = house.sign_in("eva@nordby.example").await;
        eva.open("/hus/nordby/personer").await.is(200).says("Eva Lund").keeps_quiet_about("Anne Holm");
        // Another organisation is not even known to exist, nor are its members under one's own address.
        for path in [PEOPLE, &bo_page, "/hus/kursushuset/log", "/hus/kursushuset/organisation", "/hus/findes-ikke/personer"] {
            eva.get(path).await.is(404).says("Siden findes ikke");
        }
        let id = bo_page.rsplit('/').next().unwrap();
        let token = eva.open("/profil").await.form("/profil").value("csrf").unwrap().to_owned();
        for path in [format!("/hus/nordby/personer/{id}"), format!("/hus/nordby/personer/{id}/fjern"), bo_page.clone()] {
            eva.post_bare(&path, &[("csrf", &token), ("role", "owner")], &[]).await.is(404).says("Siden findes ikke");
        }
        // An invitation of one is nothing in the other.
        anne.submit(PEOPLE, "/invitationer", &[("email", "ny@nordby.example"), ("role", "member")]).await.redirects_to(PEOPLE);
        let pending = anne.open(PEOPLE).await.form("/traek-tilbage").action;
        let foreign = pending.replace("/kursushuset/", "/nordby/");
        eva.post_bare(&foreign, &[("csrf", &token)], &[]).await.is(404).says("Siden findes ikke");
        anne.open(PEOPLE).await.says("ny@nordby.example").says("bo@kursushuset.example Medlem");
    }

    async fn unknown_roles_and_numbers_are_mistakes_and_nothing_more(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        house.member(BO, "Bo Krag", Role::Member).await;
        change(&anne, "Bo Krag", "emperor").await.is(422).says("Vælg");
        change(&anne, "Bo Krag", "").await.is(422).says("Vælg en rolle");
        for path in [format!("{PEOPLE}/1"), format!("{PEOPLE}/00000000-0000-0000-0000-000000000000"), format!("{PEOPLE}/%27")] {
            anne.get(&path).await.is(404).says("Siden findes ikke");
        }
    }

    async fn who_belongs_to_one_house_goes_there_and_who_belongs_to_several_chooses(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        anne.get("/hus").await.redirects_to("/hus/kursushuset");
        anne.get("/en/house").await.redirects_to("/en/house/kursushuset");
        house.organisation("nordby", "Nordby Kommune").await;
        let email = platform::values::Email::parse(ANNE).unwrap();
        platform::people::admin::add_member(&house.app, "nordby", &email, Role::Instructor).await.unwrap();
        let anne = house.sign_in(ANNE).await;
        let page = anne.get("/hus").await.is(200);
        page.says("Nordby Kommune").says("Underviser").says("Kursushuset");
        assert!(page.links().contains(&"/hus/nordby".to_owned()));
    }

    async fn the_owner_changes_the_organisations_name_and_contact(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        let path = "/hus/kursushuset/organisation";
        let page = anne.submit(path, path, &[("name", " "), ("contact", "ikke en adresse")]).await.is(422);
        page.says("Skriv organisationens navn");
        assert_eq!(page.form(path).value("contact"), Some("ikke en adresse"));
        anne.submit(path, path, &[("name", "Kursus & Co"), ("contact", "hej@kursushuset.example")]).await.redirects_to(path);
        anne.open(path).await.is(200).says("Ændringerne er gemt.").says("Kursus & Co").says("hej@kursushuset.example");
    }
}
