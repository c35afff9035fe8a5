//! What the house says about itself.

use platform::testing::{TestApp, on_both_engines};

use super::support::{at, builder, course, manager, series};

on_both_engines! {
    builder();

    async fn a_section_is_written_and_two_editors_see_each_other(house: TestApp) {
        let mette = manager(&house).await;
        series(&mette).await;
        mette.open(&at("/tekster")).await.is(200).says("Ikke skrevet endnu").says("title (da)");
        let address = at("/tekster/mission");
        let (first, second) = (mette.open(&address).await, mette.open(&address).await);
        let text = [("heading-da", "Formål"), ("heading-en", "Mission"), ("body-da", "Vi støtter samfundet"), ("body-en", "We support society")];
        mette.send(&first.form(&address), &text).await.redirects_to(&at("/tekster"));
        let clash = mette.send(&second.form(&address), &[("heading-da", "Mål"), ("heading-en", "Aim"), ("body-da", "x"), ("body-en", "y")]).await.is(422);
        clash.says("En anden har gemt imens").says("Vi støtter samfundet").says("Tekst (dansk)");
        house.browser().open("/kurser/om").await.says("Vi støtter samfundet");
        mette.send(&clash.form(&address), &[]).await.redirects_to(&at("/tekster"));
        mette.open(&at("/tekster/hemmelig")).await.is(404);
        mette.submit(&address, &address, &[("body-en", "")]).await.is(422).says("Udfyld »Tekst (engelsk)«.");
    }

    async fn a_series_is_changed_and_hidden(house: TestApp) {
        let mette = manager(&house).await;
        let id = series(&mette).await;
        let address = at(&format!("/kursusraekke/{id}"));
        mette.submit(&address, &address, &[("title-da", "Borgerinddragelse"), ("minimum", "12"), ("end", "8")]).await.is(422).says("Dagen slutter, før den begynder");
        mette.submit(&address, &address, &[("title-da", "Borgerinddragelse"), ("minimum", "12")]).await.redirects_to(&address);
        house.browser().open("/kurser").await.says("Borgerinddragelse").says("Teknologirådet");
        let page = mette.open(&address).await;
        assert_eq!(page.form(&address).value("minimum"), Some("12"));
        mette.send(&page.form("/vis"), &[("publish", "no")]).await.is(303);
        house.browser().open("/kurser").await.keeps_quiet_about("Borgerinddragelse");
        let (first, second) = (mette.open(&address).await, mette.open(&address).await);
        mette.send(&first.form(&address), &[("price", "2.500")]).await.is(303);
        let clash = mette.send(&second.form(&address), &[("price", "2.800")]).await.is(422);
        clash.says("Pris pr. person uden moms").says("2.500");
        assert_eq!(clash.form(&address).value("price"), Some("2.800"));
    }

    async fn what_was_held_before_is_listed_changed_and_removed(house: TestApp) {
        let mette = manager(&house).await;
        let typed = [
            ("kind", "training"), ("title-da", "Facilitatorer"), ("title-en", "Facilitators"), ("first-year", "2020"), ("last-year", "2023"),
            ("participants", "105"), ("note-da", "EU's borgerpaneler"), ("note-en", "EU citizens' panels"),
        ];
        mette.submit(&at("/afholdte/ny"), "/afholdte/ny", &typed).await.redirects_to(&at("/afholdte"));
        house.browser().open("/kurser/afholdte").await.says("Facilitatorer").says("105");
        let list = mette.open(&at("/afholdte")).await;
        list.says("2020–2023");
        let one = list.links().into_iter().find(|link| link.starts_with(&at("/afholdte/")) && !link.ends_with("/ny")).expect("the page leads there");
        mette.submit(&one, &one, &[("participants", "106")]).await.is(303);
        house.browser().open("/kurser/afholdte").await.says("106");
        mette.submit(&one, &format!("{one}/fjern"), &[]).await.is(303);
        mette.open(&one).await.is(404);
        mette.open(&at("/afholdte")).await.says("Ingen afholdte kurser endnu");
    }

    async fn nobodys_words_are_shown_without_leave(house: TestApp) {
        let mette = manager(&house).await;
        series(&mette).await;
        let course = course(&mette, "Metoder").await;
        let typed = [("quote-da", "En god dag"), ("quote-en", "A good day"), ("course", course.as_str()), ("year", "2026")];
        let page = mette.submit(&at("/udtalelser/ny"), "/udtalelser/ny", &typed).await.is(422);
        page.says("når deltageren har sagt ja");
        mette.send(&page.form("/udtalelser/ny"), &[("consent-given", "on")]).await.redirects_to(&at("/udtalelser"));
        let visitor = house.browser();
        visitor.open("/kurser/metoder-da").await.says("En god dag");
        let list = mette.open(&at("/udtalelser")).await;
        let one = list.links().into_iter().find(|link| link.starts_with(&at("/udtalelser/")) && !link.ends_with("/ny")).expect("the page leads there");
        mette.submit(&one, &one, &[("quote-da", "En rigtig god dag")]).await.is(303);
        visitor.open("/kurser/metoder-da").await.says("En rigtig god dag");
        mette.submit(&one, &format!("{one}/samtykke"), &[]).await.is(303);
        visitor.open("/kurser/metoder-da").await.keeps_quiet_about("god dag");
        mette.open(&one).await.says("Samtykke trukket tilbage").keeps_quiet_about("/samtykke");
        mette.submit(&one, &format!("{one}/fjern"), &[]).await.is(303);
        mette.open(&at("/udtalelser")).await.says("Der er ingen udtalelser endnu");
    }
}
