//! T21, T22, T52: what belongs to one organisation is nothing at another's address.

use platform::people::Role;
use platform::testing::{Browser, Page, TestApp, on_both_engines};

use super::stage::{OTHER_HOST, button, furnish, give_up, open_form, other_owner, path_of, program, sent, sign_up, staff};
use super::walker::places;

/// Asks the other organisation's site.
async fn there(browser: &Browser, path: &str) -> Page {
    browser.get_with(path, &[("host", OTHER_HOST)]).await
}

on_both_engines! { program();
    async fn t22_links_of_one_organisation_are_dead_at_another(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let order = sign_up(&visitor, "Anne Holm", "anne@borger.example").await;
        let course = open_form(&visitor).await.rsplit_once("/tilmelding/").unwrap().0.to_owned();
        sent(&visitor, &format!("{course}/interesse"), &[("name", "Bo"), ("email", "bo@borger.example"), ("seats", "1")]).await.redirects_to(&course);
        let mails = house.mails().await;
        let interest = mails.iter().find(|mail| mail.text.contains("/interesse/")).unwrap().link("/interesse/");
        let interest = path_of(&house, &interest);
        for path in [order.clone(), format!("{order}/kalender.ics"), interest.to_owned()] {
            visitor.get(&path).await.is(200);
            there(&visitor, &path).await.is(410).says("Linket virker ikke længere");
        }
        // Not by a form of the right house sent to the wrong one either.
        let page = visitor.open(&order).await.is(200);
        let form = page.form("/afmeld");
        let fields = [("csrf", form.value("csrf").unwrap().to_owned()), ("registration", button(&page, "registration"))];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        visitor.post_bare(&form.action, &fields, &[("host", OTHER_HOST)]).await.is(410);
        visitor.post_bare(interest, &fields, &[("host", OTHER_HOST)]).await.is(410);
        visitor.open(&order).await.is(200).says("Tilmeldt");
        visitor.open(interest).await.is(200);
        give_up(&visitor, &order).await.redirects_to(&order);
    }

    async fn t21_t52_each_host_shows_only_its_own(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let form = open_form(&visitor).await;
        let own = places(&visitor.get("/sitemap.xml").await.is(200).text);
        let others = places(&there(&visitor, "/sitemap.xml").await.is(200).text);
        let course = |path: &&String| path.matches('/').count() == 2 && path.starts_with("/kurser/");
        let differ = |a: &[String], b: &[String]| a.iter().filter(course).filter(|path| !b.contains(path)).cloned().collect::<Vec<_>>();
        let (mine, theirs) = (differ(&own, &others), differ(&others, &own));
        assert!(mine.len() >= 3 && !theirs.is_empty(), "{own:?} {others:?}");
        for path in mine.iter().chain([&form]) {
            visitor.get(path).await.is(200);
            there(&visitor, path).await.is(404);
        }
        for path in &theirs {
            there(&visitor, path).await.is(200);
            visitor.get(path).await.is(404);
            visitor.get(&format!("{path}/live")).await.is(404);
            visitor.get(&format!("{path}/interesse")).await.is(404);
        }
        let title = there(&visitor, &theirs[0]).await.words();
        assert!(title.contains("Nordby Kommune"), "{title}");
        visitor.get("/kurser").await.is(200).keeps_quiet_about("Nordby");
        there(&visitor, "/kurser").await.is(200).keeps_quiet_about("Kursushuset");
        // Whoever holds an edition's number cannot use it under another course, or house, either.
        let edition = form.rsplit('/').next().unwrap();
        there(&visitor, &format!("{}/tilmelding/{edition}", theirs[0])).await.is(404);
        let page = visitor.open(&form).await.is(200);
        let token = page.form(&form).value("csrf").unwrap().to_owned();
        visitor.post_bare(&form, &[("csrf", &token)], &[("host", OTHER_HOST)]).await.is(404);
    }

    async fn t55_a_host_name_is_compared_whole(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        for host in ["evilnordby.localhost", "nordby.localhost.evil.example", "nordby.localhost@evil.example", "x.nordby.localhost", "nordby.localhostx", "ordby.localhost", "%", "' OR '1'='1"] {
            let page = visitor.get_with("/kurser", &[("host", host)]).await;
            if page.status == 200 {
                page.keeps_quiet_about("Nordby").says("Kursushuset");
            } else {
                assert_eq!(page.status, 400, "{host}");
            }
        }
        visitor.get_with("/kurser", &[("host", "nordby.localhost:8443")]).await.is(200).says("Nordby");
    }

    async fn t22_an_invitation_makes_a_member_of_the_inviting_house_only_wherever_it_is_opened(house: TestApp) {
        furnish(&house).await;
        let owner = staff(&house, Role::Owner).await;
        owner.submit("/hus/kursushuset/personer", "/invitationer", &[("email", "ny@by.example"), ("role", "member")]).await.is(303);
        let link = house.mail().await.link("/invitation/");
        let link = path_of(&house, &link);
        let newcomer = house.browser();
        let page = there(&newcomer, link).await.is(200);
        let form = page.only_form("/invitation/");
        newcomer.post_bare(link, &[("csrf", form.value("csrf").unwrap()), ("name", "Ny Nyman")], &[("host", OTHER_HOST)]).await.redirects_to("/hus/kursushuset");
        newcomer.get("/hus/kursushuset").await.is(200);
        newcomer.get("/hus/nordby").await.is(404);
        let nora = other_owner(&house).await;
        nora.get("/hus/nordby/personer").await.is(200).keeps_quiet_about("Ny Nyman");
        nora.get("/hus/kursushuset/personer").await.is(404);
    }
}
