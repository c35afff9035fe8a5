//! The front page of the house.

use platform::people::Role;
use platform::testing::{TestApp, on_both_engines};

use super::support::{at, builder, course, days_later, enter, manager, running, series};

on_both_engines! {
    builder();

    async fn an_empty_house_says_where_to_begin(house: TestApp) {
        let mette = manager(&house).await;
        mette.open(&at("")).await.is(200).says("Begynd med en kursusrække").says("Ny kursusrække");
        series(&mette).await;
        mette.open(&at("")).await.says("Der er ingen kurser endnu");
        course(&mette, "Metoder").await;
        mette.open(&at("")).await.says("Planlæg det første hold");
        let mikkel = house.member("mikkel@kursushuset.example", "Mikkel Medlem", Role::Member).await;
        mikkel.open(&at("")).await.is(200).keeps_quiet_about("/hold/nyt");
        mette.open("/en/house/kursushuset").await.is(200).says("Plan the first edition");
    }

    async fn new_sign_ups_are_counted_and_name_nobody(house: TestApp) {
        let running = running(&house).await;
        running.browser.open(&at("")).await.says("Intet venter").says("Ingen har tilmeldt sig de seneste 7 dage");
        enter(&running.browser, &running.edition, 1, 5).await.is(303);
        let mikkel = house.member("mikkel@kursushuset.example", "Mikkel Medlem", Role::Member).await;
        let page = mikkel.open(&at("")).await.is(200);
        page.says("5 af 24 pladser er taget").keeps_quiet_about("Anne Holm").keeps_quiet_about("nordby.example");
        days_later(&house, &running.browser, 8).await;
        running.browser.open(&at("")).await.says("Ingen har tilmeldt sig de seneste 7 dage");
    }

    async fn twelve_of_eighteen_who_wait_propose_a_new_edition(house: TestApp) {
        let mette = manager(&house).await;
        series(&mette).await;
        course(&mette, "Metoder").await;
        let visitor = house.browser();
        for (number, seats) in [("1", "5"), ("2", "6")] {
            let mail = format!("venter{number}@nordby.example");
            let typed = [("name", "Vera Venter"), ("email", mail.as_str()), ("seats", seats), ("consent", "on"), ("notice", "on")];
            visitor.submit("/kurser/metoder-da/interesse", "/interesse", &typed).await;
        }
        mette.open(&at("")).await.says("11 af 18 ønskede pladser").keeps_quiet_about("Nok til et nyt hold?");
        let typed = [("name", "Vera Venter"), ("email", "venter3@nordby.example"), ("seats", "1"), ("consent", "on"), ("notice", "on")];
        visitor.submit("/kurser/metoder-da/interesse", "/interesse", &typed).await;
        let page = mette.open(&at("")).await;
        page.says("Nok til et nyt hold?").says("ønsker 12 pladser. Der skal 18 til").keeps_quiet_about("venter3@nordby.example");
        let list = mette.open(&at("/interesse")).await.is(200);
        list.says("3 personer ønsker i alt 12 pladser").says("venter3@nordby.example");
        let remove = list.links().into_iter().find(|link| link.ends_with("/fjern")).expect("the page leads there");
        mette.submit(&remove, &remove, &[]).await.redirects_to(&at("/interesse"));
        mette.open(&at("/interesse")).await.says("2 personer");
        mette.open(&remove).await.is(404);
    }
}
