//! Writing courses.

use platform::testing::{TestApp, on_both_engines};

use super::support::{at, builder, course, manager, series};

on_both_engines! {
    builder();

    async fn a_course_is_written_previewed_and_shown_to_the_public(house: TestApp) {
        let mette = manager(&house).await;
        mette.open(&at("/kurser")).await.is(200).says("Der er ingen kurser endnu");
        mette.open(&at("/kurser/nyt")).await.is(200).says("Først en kursusrække");
        series(&mette).await;
        let id = course(&mette, "Kom godt i gang").await;
        let visitor = house.browser();
        visitor.open("/kurser/kom-godt-i-gang-da").await.is(200).says("Kom godt i gang (da)");
        let page = mette.open(&at(&format!("/kurser/{id}"))).await.is(200);
        mette.send(&page.form("/vis"), &[("publish", "no")]).await.is(303);
        visitor.open("/kurser/kom-godt-i-gang-da").await.is(404);
        let preview = mette.open(&at(&format!("/kurser/{id}/eksempel"))).await.is(200);
        preview.says("Kun I kan se det nu").says("Kom godt i gang (da)").says("outcomes-0 (da)");
        house.browser().open(&at(&format!("/kurser/{id}/eksempel"))).await.keeps_quiet_about("outcomes-0 (da)");
        mette.open(&format!("/en/house/kursushuset/courses/{id}/preview")).await.is(200).says("Kom godt i gang (en)");
    }

    async fn a_mistake_loses_nothing_that_was_typed(house: TestApp) {
        let mette = manager(&house).await;
        series(&mette).await;
        let typed = [("title-da", "Metoder"), ("teaser-da", "<script>alert(1)</script>"), ("slug", "om")];
        let page = mette.submit(&at("/kurser/nyt"), "/kurser/nyt", &typed).await.is(422);
        page.says("Udfyld »Titel (engelsk)«.").says("»om« er optaget af en anden side");
        let form = page.form("/kurser/nyt");
        assert_eq!((form.value("title-da"), form.value("slug")), (Some("Metoder"), Some("om")));
        assert_eq!(form.value("teaser-da").map(str::trim), Some("<script>alert(1)</script>"));
        page.keeps_quiet_about("<script>alert");
    }

    async fn a_list_grows_and_shrinks_without_script(house: TestApp) {
        let mette = manager(&house).await;
        series(&mette).await;
        let typed = [("outcomes-0-da", "Første"), ("repeat", "add:outcomes")];
        let page = mette.submit(&at("/kurser/nyt"), "/kurser/nyt", &typed).await.is(200);
        let form = page.form("/kurser/nyt");
        assert_eq!((form.value("outcomes-0-da").map(str::trim), form.value("outcomes-1-da")), (Some("Første"), Some("")));
        let page = mette.send(&form, &[("outcomes-1-da", "Anden"), ("repeat", "remove:outcomes:0")]).await.is(200);
        let form = page.form("/kurser/nyt");
        assert_eq!((form.value("outcomes-0-da").map(str::trim), form.value("outcomes-1-da")), (Some("Anden"), None));
    }

    async fn two_editors_both_see_what_the_other_wrote(house: TestApp) {
        let mette = manager(&house).await;
        series(&mette).await;
        let id = course(&mette, "Metoder").await;
        let address = at(&format!("/kurser/{id}"));
        let (first, second) = (mette.open(&address).await, mette.open(&address).await);
        mette.send(&first.form(&address), &[("title-da", "Metoder til samskabelse")]).await.redirects_to(&address);
        let clash = mette.send(&second.form(&address), &[("title-da", "Metoder til borgersamling")]).await.is(422);
        clash.says("En anden har gemt imens").says("Metoder til samskabelse");
        let form = clash.form(&address);
        assert_eq!(form.value("title-da"), Some("Metoder til borgersamling"), "what was typed stays in the form");
        mette.open(&address).await.says("Metoder til samskabelse");
        mette.send(&form, &[]).await.redirects_to(&address);
        mette.open(&address).await.says("Metoder til borgersamling");
    }

    async fn the_order_is_changed_with_buttons(house: TestApp) {
        let mette = manager(&house).await;
        series(&mette).await;
        let (first, second) = (course(&mette, "Alfa").await, course(&mette, "Beta").await);
        let places = |words: &str| (words.find("Alfa (da)"), words.find("Beta (da)"));
        let page = mette.open(&at("/kurser")).await;
        let (alfa, beta) = places(&page.words());
        assert!(alfa < beta);
        mette.send(&page.form(&format!("/{second}/flyt")), &[("shift", "up")]).await.is(303);
        let page = mette.open(&at("/kurser")).await;
        let (alfa, beta) = places(&page.words());
        assert!(beta < alfa);
        assert!(page.form(&format!("/{first}/flyt")).fields.iter().all(|(name, _)| name != "shift"), "a button is not pressed by itself");
    }

    async fn many_who_sort_and_write_at_once_wait_for_each_other(house: TestApp) {
        let mette = manager(&house).await;
        series(&mette).await;
        let mut ids = Vec::new();
        for title in ["Alfa", "Beta", "Gamma"] {
            ids.push(course(&mette, title).await);
        }
        let page = mette.open(&at("/kurser")).await;
        let forms: Vec<_> = ids.iter().map(|id| page.form(&format!("/{id}/flyt"))).collect();
        let text = mette.open(&at(&format!("/kurser/{}", ids[1]))).await.form(&at(&format!("/kurser/{}", ids[1])));
        for _ in 0..3 {
            let (one, two, three, four) = tokio::join!(
                mette.send(&forms[0], &[("shift", "down")]),
                mette.send(&forms[2], &[("shift", "up")]),
                mette.send(&forms[1], &[("shift", "down")]),
                mette.send(&text, &[("teaser-da", "Ny")]),
            );
            for answer in [&one, &two, &three] {
                assert_eq!(answer.status.as_u16(), 303, "{}", answer.words());
            }
            assert!([303, 422].contains(&four.status.as_u16()), "{}", four.words());
        }
        let words = mette.open(&at("/kurser")).await.words();
        assert!(["Alfa (da)", "Beta (da)", "Gamma (da)"].iter().all(|title| words.contains(title)));
    }

    async fn an_address_belongs_to_one_course_only(house: TestApp) {
        let mette = manager(&house).await;
        series(&mette).await;
        course(&mette, "Metoder").await;
        let id = course(&mette, "Praksis").await;
        let address = at(&format!("/kurser/{id}"));
        let page = mette.submit(&address, &address, &[("slug", "metoder-da")]).await.is(422);
        page.says("Et andet kursus har dette navn i adressen");
    }

    async fn t21_what_another_house_has_is_not_found(house: TestApp) {
        let mette = manager(&house).await;
        series(&mette).await;
        let id = course(&mette, "Metoder").await;
        let other = house.organisation("nordby", "Nordby Kommune").await;
        let account = house.account("niels@nordby.example", "Niels Nabo").await;
        let mut tx = house.db.begin().await.expect("a transaction");
        platform::people::membership::join(&mut tx, &house.clock, other, account.id, platform::people::Role::Owner).await.expect("a membership");
        tx.commit().await.expect("a commit");
        let niels = house.sign_in("niels@nordby.example").await;
        niels.open(&format!("/hus/nordby/kurser/{id}")).await.is(404);
        niels.open(&format!("/hus/nordby/kurser/{id}/eksempel")).await.is(404);
        niels.open(&at(&format!("/kurser/{id}"))).await.is(404);
        let page = niels.open("/hus/nordby/kursusraekke").await.is(200);
        let token = page.form("/kursusraekke");
        let forged = platform::testing::PostForm { action: format!("/hus/nordby/kurser/{id}/vis"), ..token.clone() };
        niels.send(&forged, &[("publish", "no")]).await.is(404);
        let forged = platform::testing::PostForm { action: format!("/hus/nordby/kurser/{id}/flyt"), ..token };
        niels.send(&forged, &[("shift", "up")]).await.is(404);
        house.browser().open("/kurser/metoder-da").await.is(200);
    }
}
