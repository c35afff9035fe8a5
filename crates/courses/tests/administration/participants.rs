//! Who takes part.

use platform::people::Role;
use platform::testing::{TestApp, on_both_engines};

use super::support::{at, borrowed, builder, days_later, enter, open_edition, people, running, take};

on_both_engines! {
    builder();

    async fn mails_are_typed_in_with_the_rules_of_the_public_form(house: TestApp) {
        let running = running(&house).await;
        let (mette, id) = (&running.browser, &running.edition);
        let address = at(&format!("/hold/{id}/tilmeld"));
        let page = mette.submit(&address, &address, &[("participants-0-name", "Anne")]).await.is(422);
        assert_eq!(page.form(&address).value("participants-0-name"), Some("Anne"));
        let form = mette.open(&address).await.form(&address);
        let done = mette.send(&form, &borrowed(&people(1, 2))).await;
        mette.follow(done).await.says("2 pladser er tilmeldt").says("Anne Holm 1").says("Nordby Kommune");
        assert_eq!(house.mails().await.len(), 2, "the usual confirmation");
        mette.send(&form, &borrowed(&people(1, 2))).await.is(303);
        mette.open(&at(&format!("/hold/{id}"))).await.says("2 af 24 pladser er taget");
        enter(mette, id, 2, 2).await.is(422).says("Anne Holm 2 er allerede tilmeldt");
        enter(mette, id, 10, 20).await.is(303);
        enter(mette, id, 40, 3).await.is(422).says("Der skal bruges 3 pladser, men der er 2 tilbage");
        mette.open(&at(&format!("/hold/{id}"))).await.says("22 af 24 pladser er taget");
    }

    async fn a_mail_that_came_in_time_is_entered_after_the_deadline_and_quietly_if_wanted(house: TestApp) {
        let running = running(&house).await;
        let (mette, id) = (&running.browser, &running.edition);
        days_later(&house, mette, 16).await;
        let address = at(&format!("/hold/{id}/tilmeld"));
        let mut form = mette.open(&address).await.form(&address);
        form.fields.retain(|(name, _)| name != "confirm");
        mette.send(&form, &borrowed(&people(1, 1))).await.is(303);
        assert!(house.mails().await.is_empty());
        take(mette, id, "cancel", &[("reason", "For få")]).await;
        enter(mette, id, 5, 1).await.is(422).says("Holdet tager ikke imod deltagere");
    }

    async fn the_list_is_searched_and_the_needs_are_counted(house: TestApp) {
        let running = running(&house).await;
        let (mette, id) = (&running.browser, &running.edition);
        let mut typed = people(1, 2);
        typed.extend([("participants-0-diet", "Vegetar"), ("participants-1-access", "Teleslynge"), ("participants-1-title", "Planlægger"), ("participants-1-stage", "idea"), ("participants-1-case", "Klimaborgerting i Nordby")]
            .map(|(name, value)| (name.to_owned(), value.to_owned())));
        let address = at(&format!("/hold/{id}/tilmeld"));
        mette.submit(&address, &address, &borrowed(&typed)).await.is(303);
        let ida = house.member("ida@kursushuset.example", "Ida Instruktør", Role::Instructor).await;
        let list = at(&format!("/hold/{id}/deltagere"));
        let page = ida.open(&list).await.is(200);
        page.says("2 personer").says("1 har skrevet om kost.").says("Vegetar").says("Teleslynge").keeps_quiet_about("/skridt/");
        ida.open(&format!("{list}?q=planl%C3%A6gger")).await.says("1 person").keeps_quiet_about("anne1@nordby.example");
        ida.open(&format!("{list}?state=attended")).await.says("Ingen deltagere her");
        ida.open(&format!("{list}?q=%22%3E%3Cscript%3Ealert(1)&state=%27")).await.is(200).keeps_quiet_about("<script>alert");
        ida.open(&at(&format!("/hold/{id}/sager"))).await.says("1 af 2 deltagere har en sag med").says("Klimaborgerting i Nordby");
        ida.open(&at(&format!("/hold/{id}/deltagerliste"))).await.says("Anne Holm 1").says("Underskrift 26. nov. 2026").keeps_quiet_about("Vegetar");
        ida.open(&at(&format!("/hold/{id}/tilmeld"))).await.is(403);
    }

    async fn a_seat_is_ended_after_a_question_and_everybody_is_told(house: TestApp) {
        let running = running(&house).await;
        let (mette, id) = (&running.browser, &running.edition);
        enter(mette, id, 1, 2).await.is(303);
        house.mails().await;
        let list = mette.open(&at(&format!("/hold/{id}/deltagere"))).await;
        let ask = list.links().into_iter().find(|link| link.ends_with("/skridt/cancel-by-house")).expect("the page leads there");
        mette.open(&ask).await.is(200).says("mister sin plads");
        let done = mette.submit(&ask, &ask, &[]).await;
        mette.follow(done).await.says("er nu »afmeldt af os«").says("1 person");
        let mails = house.mails().await;
        assert!(!mails.is_empty() && mails.iter().all(|mail| mail.text.contains("gratis")));
        mette.submit(&ask, &ask, &[]).await.is(422).says("Det kan ikke lade sig gøre");
        mette.open(&at(&format!("/hold/{id}"))).await.says("1 af 24 pladser er taget");
        let other = open_edition(mette, &running.course, &[("days-0-date", "2027-02-01")]).await;
        mette.open(&ask.replace(id.as_str(), &other)).await.is(404);
        for step in ["confirm", "withdraw", "substitute", "x"] {
            mette.open(&ask.replace("cancel-by-house", step)).await.is(404);
        }
    }

    async fn who_was_there_is_noted_from_the_first_day_and_can_be_corrected(house: TestApp) {
        let running = running(&house).await;
        let (mette, id) = (&running.browser, &running.edition);
        enter(mette, id, 1, 1).await.is(303);
        let list = at(&format!("/hold/{id}/deltagere"));
        mette.open(&list).await.keeps_quiet_about("/skridt/attend");
        days_later(&house, mette, 24).await;
        let page = mette.open(&list).await;
        page.keeps_quiet_about("cancel-by-house");
        mette.send(&page.only_form("/skridt/attend"), &[]).await.redirects_to(&list);
        let page = mette.open(&list).await;
        page.says("Deltog");
        mette.send(&page.only_form("/skridt/miss"), &[]).await.redirects_to(&list);
        mette.open(&list).await.says("Udeblev");
    }
}
