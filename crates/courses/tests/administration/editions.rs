//! Planning editions, and finding them again.

use platform::testing::{TestApp, on_both_engines};

use super::support::{at, builder, course, edition, enter, manager, open_edition, running, series, step};

on_both_engines! {
    builder();

    async fn a_new_edition_begins_with_what_is_usual(house: TestApp) {
        let mette = manager(&house).await;
        series(&mette).await;
        let course = course(&mette, "Kom godt i gang").await;
        mette.open(&at("/hold/nyt")).await.is(200).says("Hvilket kursus?").says("Kom godt i gang (da)");
        let page = mette.open(&format!("{}?course={course}", at("/hold/nyt"))).await.is(200);
        let form = page.form("/hold/nyt");
        for (name, usual) in [("minimum", "18"), ("deadline-days", "10"), ("price", "3.000"), ("vat-rate", "25"), ("days-0-start", "09:00"), ("days-0-end", "16:00")] {
            assert_eq!(form.value(name), Some(usual), "{name}");
        }
        let id = edition(&mette, &course, &[]).await;
        mette.open(&at(&format!("/hold/{id}"))).await.says("Kladde").says("16. november 2026");
        house.browser().open("/kurser/kom-godt-i-gang-da").await.says("Der er ikke planlagt noget hold endnu");
    }

    async fn every_mistake_in_a_plan_is_told_at_once_and_days_come_and_go(house: TestApp) {
        let mette = manager(&house).await;
        series(&mette).await;
        let course = course(&mette, "Workshop").await;
        let address = format!("{}?course={course}", at("/hold/nyt"));
        let typed = [("days-0-date", "26.11.2026"), ("days-0-end", "8.00"), ("mode", "online"), ("online-link", "javascript:alert(1)"), ("capacity", "mange")];
        let page = mette.submit(&address, "/hold/nyt", &typed).await.is(422);
        page.says("Dagen slutter, før den begynder").says("begynder med https://");
        let form = page.form("/hold/nyt");
        assert_eq!((form.value("days-0-date"), form.value("capacity")), (Some("26.11.2026"), Some("mange")));
        let page = mette.send(&form, &[("repeat", "add:days")]).await.is(200);
        assert!(page.form("/hold/nyt").value("days-1-date").is_some());
    }

    async fn the_plan_of_an_open_edition_keeps_what_people_were_promised(house: TestApp) {
        let running = running(&house).await;
        let mette = &running.browser;
        enter(mette, &running.edition, 1, 2).await.is(303);
        let plan = at(&format!("/hold/{}/plan", running.edition));
        mette.submit(&plan, &plan, &[("capacity", "1")]).await.is(422).says("2 personer har en plads");
        let no_date = [("when", "season"), ("season-first", "2027-spring"), ("season-last", "2027-spring")];
        mette.submit(&plan, &plan, &no_date).await.is(422).says("Der mangler dato");
        mette.submit(&plan, &plan, &[("capacity", "30")]).await.is(303);
        mette.open(&at(&format!("/hold/{}", running.edition))).await.says("2 af 30 pladser er taget");
    }

    async fn who_has_a_seat_is_told_of_a_new_day_and_of_nothing_else(house: TestApp) {
        let running = running(&house).await;
        let mette = &running.browser;
        enter(mette, &running.edition, 1, 2).await.is(303);
        house.mails().await;
        let plan = at(&format!("/hold/{}/plan", running.edition));
        mette.submit(&plan, &plan, &[("capacity", "30")]).await.is(303);
        assert!(house.mails().await.is_empty(), "more seats are nobody's news");
        let page = mette.submit(&plan, &plan, &[("days-0-date", "2026-12-03")]).await;
        mette.follow(page).await.says("2 deltagere får en mail");
        let mails = house.mails().await;
        assert_eq!(mails.len(), 2);
        for mail in &mails {
            assert!(mail.subject.starts_with("Ændret:"), "{}", mail.subject);
            assert!(mail.text.contains("3. december 2026") && mail.text.contains("https://video.example/rum"), "{}", mail.text);
        }
    }

    async fn two_editors_of_a_plan_both_see_what_the_other_wrote(house: TestApp) {
        let running = running(&house).await;
        let mette = &running.browser;
        let plan = at(&format!("/hold/{}/plan", running.edition));
        let (first, second) = (mette.open(&plan).await, mette.open(&plan).await);
        mette.send(&first.form(&plan), &[("capacity", "40")]).await.is(303);
        let clash = mette.send(&second.form(&plan), &[("minimum", "12")]).await.is(422);
        clash.says("En anden har gemt imens").says("Antal pladser").says("40");
        assert_eq!(clash.form(&plan).value("minimum"), Some("12"));
        mette.open(&plan).await.says("Plan");
    }

    async fn the_list_is_filtered_searched_and_sorted_by_known_words_only(house: TestApp) {
        let running = running(&house).await;
        let mette = &running.browser;
        let other = course(mette, "Digital inddragelse").await;
        edition(mette, &other, &[("days-0-date", "2027-03-01")]).await;
        let list = mette.open(&at("/hold")).await.is(200);
        list.says("2 hold").says("Digital inddragelse (da)");
        mette.open(&at("/hold?state=draft")).await.says("1 hold").keeps_quiet_about(">Kom godt i gang (da)</a>");
        mette.open(&at("/hold?season=2027-spring")).await.says("1 hold");
        mette.open(&at("/hold?q=digital+online")).await.says("1 hold");
        let sorted = mette.open(&at("/hold?sort=course&order=down")).await.words();
        assert!(sorted.rfind("Kom godt i gang (da)") < sorted.rfind("Digital inddragelse (da)"));
        for hostile in ["sort=1;DROP%20TABLE%20edition", "sort=%22%3E%3Cscript%3E", "state=%27", "season=x&course=y&order=z", "q=%3Cscript%3Ealert(1)%3C/script%3E"] {
            mette.open(&at(&format!("/hold?{hostile}"))).await.is(200).keeps_quiet_about("<script>alert");
        }
    }

    async fn a_place_is_written_once_and_chosen_again(house: TestApp) {
        let mette = manager(&house).await;
        series(&mette).await;
        let course = course(&mette, "Kom godt i gang").await;
        let place = [("mode", "venue"), ("venue", "new"), ("venue-name", "Rådhuset"), ("venue-street", "Torvet 1"), ("venue-town", "Nordby")];
        let id = open_edition(&mette, &course, &place).await;
        mette.open(&at(&format!("/hold/{id}"))).await.says("Rådhuset, Torvet 1, Nordby");
        let page = mette.open(&format!("{}?course={course}", at("/hold/nyt"))).await;
        page.says("Rådhuset, Torvet 1, Nordby");
        let no_place = edition(&mette, &course, &[("mode", "venue"), ("venue", "")]).await;
        step(&mette, &no_place, "open", &[]).await.is(422).says("Der mangler sted");
    }
}
