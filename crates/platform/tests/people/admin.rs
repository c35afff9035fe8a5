//! What those who sit at the machine can do.

use platform::people::Role;
use platform::people::admin::{self, AdminError, NewOrganisation};
use platform::testing::{TestApp, on_both_engines};
use platform::values::{Email, Line, PersonName, Slug};
use texts::Lang;

fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

fn organisation(slug: &str, domain: Option<&str>) -> NewOrganisation {
    NewOrganisation {
        slug: Slug::parse(slug).unwrap(),
        name: Line::parse("Nordby Kommune").unwrap(),
        contact: email("kontakt@nordby.example"),
        domain: domain.map(str::to_owned),
    }
}

on_both_engines! {
    TestApp::builder().empty();

    async fn an_empty_installation_gets_its_first_organisation_owner_and_sign_in(house: TestApp) {
        let app = &house.app;
        house.browser().get("/log-ind").await.is(503).says("Vi er her snart igen");
        admin::add_organisation(app, organisation("nordby", None)).await.unwrap();
        let eva = email("eva@nordby.example");
        let name = PersonName::parse("Eva Lund").unwrap();
        assert!(matches!(admin::add_member(app, "nordby", &eva, Role::Owner).await, Err(AdminError::NoAccount(_))));
        admin::add_account(app, &eva, &name, Lang::Da).await.unwrap();
        let again = admin::add_account(app, &email("EVA@nordby.example"), &PersonName::parse("En Anden").unwrap(), Lang::En).await.unwrap();
        assert_eq!(again.name, "Eva Lund", "one mailbox is one account");
        assert!(matches!(admin::add_member(app, "sydby", &eva, Role::Owner).await, Err(AdminError::NoOrganisation(_))));
        admin::add_member(app, "nordby", &eva, Role::Owner).await.unwrap();

        let link = admin::sign_in_link(app, &eva, "").await.unwrap();
        let browser = house.browser();
        browser.send(&browser.get(&link).await.only_form("/link/"), &[]).await.redirects_to("/hus");
        browser.get("/hus").await.redirects_to("/hus/nordby");
        browser.open("/hus/nordby/personer").await.is(200).says("Eva Lund");
        house.browser().get(&link).await.is(410).says("Linket virker ikke længere");
    }

    async fn two_organisations_never_share_a_name_in_addresses_or_a_host(house: TestApp) {
        let app = &house.app;
        admin::add_organisation(app, organisation("nordby", Some("Kurser.Nordby.example."))).await.unwrap();
        let taken = admin::add_organisation(app, organisation("nordby", None)).await.unwrap_err();
        assert_eq!(taken.to_string(), "there is an organisation called `nordby` in addresses already; choose another");
        let host = admin::add_organisation(app, organisation("sydby", Some("kurser.nordby.example"))).await.unwrap_err();
        assert!(matches!(&host, AdminError::DomainTaken(domain) if domain == "kurser.nordby.example"), "{host}");
        admin::add_organisation(app, organisation("sydby", None)).await.unwrap();
        let defaults: (i64,) = db::sql!("SELECT COUNT(*) FROM organisation WHERE is_default").one(&house.db).await.unwrap();
        assert_eq!(defaults, (1,), "the first organisation answers on every other host");
    }

    async fn every_statement_about_people_and_the_log_fits_this_engine(house: TestApp) {
        let unprepared = db::testing::every_statement_prepares_in(&house.db, &["platform"]).await;
        let ours = unprepared.iter().filter(|one| ["/people/", "/audit/", "/limits.rs"].iter().any(|place| one.at.contains(place)));
        let list: Vec<String> = ours.map(ToString::to_string).collect();
        assert!(list.is_empty(), "{}", list.join("\n"));
    }
}
