//! Whether an edition runs.

use platform::testing::{TestApp, on_both_engines};

use super::support::{at, builder, days_later, edition, enter, open_edition, running, step, take};

on_both_engines! {
    builder();

    async fn eighteen_signed_up_and_the_house_says_that_it_runs(house: TestApp) {
        let running = running(&house).await;
        let (mette, id) = (&running.browser, &running.edition);
        enter(mette, id, 1, 18).await.is(303);
        house.mails().await;
        step(mette, id, "close-signup", &[]).await.is(422).says("tilmelde sig til og med 16. november 2026");
        days_later(&house, mette, 15).await;
        mette.open(&at("")).await.says("Gennemfør eller aflys?").says("Forslag: Gennemfør");
        take(mette, id, "close-signup", &[]).await;
        let page = step(mette, id, "confirm", &[]).await;
        mette.follow(page).await.says("18 personer får en mail").says("Gennemføres");
        let mails = house.mails().await;
        assert_eq!(mails.len(), 18);
        for mail in &mails {
            assert!(mail.subject.starts_with("Vi gennemfører: Kom godt i gang (da)"), "{}", mail.subject);
            assert!(mail.text.contains("https://video.example/rum"));
        }
        mette.open(&at("")).await.keeps_quiet_about("Gennemfør eller aflys?");
    }

    async fn running_with_fewer_needs_a_reason_and_the_reason_stays_in_the_house(house: TestApp) {
        let running = running(&house).await;
        let (mette, id) = (&running.browser, &running.edition);
        enter(mette, id, 1, 3).await.is(303);
        house.mails().await;
        let page = step(mette, id, "confirm", &[]).await.is(422);
        page.says("Skriv hvorfor").says("Kun 3 er tilmeldt, og 18 skal der til");
        assert!(house.mails().await.is_empty(), "a refused step tells nobody");
        take(mette, id, "confirm", &[("reason", "Kommunen har brug for det")]).await;
        mette.open(&at(&format!("/hold/{id}"))).await.says("Kommunen har brug for det");
        for mail in house.mails().await {
            assert!(!mail.text.contains("har brug for det"));
        }
    }

    async fn cancelling_tells_everybody_frees_the_calendar_and_costs_nothing(house: TestApp) {
        let running = running(&house).await;
        let (mette, id) = (&running.browser, &running.edition);
        enter(mette, id, 1, 2).await.is(303);
        house.mails().await;
        step(mette, id, "cancel", &[]).await.is(422).says("Skriv hvorfor");
        take(mette, id, "cancel", &[("reason", "For få")]).await;
        let mails = house.mails().await;
        assert_eq!(mails.len(), 2);
        for mail in &mails {
            assert!(mail.subject.starts_with("Vi aflyser:") && mail.text.contains("skal ikke betale noget"), "{}", mail.text);
        }
        mette.open(&at(&format!("/hold/{id}/deltagere?state=any"))).await.says("Afmeldt af os");
        mette.open(&at(&format!("/hold/{id}"))).await.says("Der er ikke flere skridt");
        step(mette, id, "open", &[]).await.is(422).says("Du kan ikke vælge");
        let plan = at(&format!("/hold/{id}/plan"));
        mette.submit(&plan, &plan, &[("capacity", "30")]).await.is(422).says("planen kan ikke ændres mere");
    }

    async fn moving_takes_seats_along_unless_there_are_too_few(house: TestApp) {
        let running = running(&house).await;
        let (mette, id) = (&running.browser, &running.edition);
        enter(mette, id, 1, 3).await.is(303);
        step(mette, id, "move", &[]).await.is(422).says("Vælg det hold");
        let small = open_edition(mette, &running.course, &[("days-0-date", "2027-01-20"), ("capacity", "2"), ("minimum", "1")]).await;
        step(mette, id, "move", &[("target", &small)]).await.is(422).says("Der skal bruges 3 pladser, men der er 2 tilbage");
        let later = open_edition(mette, &running.course, &[("days-0-date", "2027-01-21")]).await;
        // One of them has a seat there already and needs no second one.
        enter(mette, &later, 3, 1).await.is(303);
        house.mails().await;
        take(mette, id, "move", &[("target", &later)]).await;
        mette.open(&at(&format!("/hold/{later}"))).await.says("3 af 24 pladser er taget");
        mette.open(&at(&format!("/hold/{id}"))).await.says("Flyttet");
        let mut subjects: Vec<String> = house.mails().await.into_iter().map(|mail| mail.subject.split(':').next().expect("a subject").to_owned()).collect();
        subjects.sort();
        // The third person learns that the double seat is gone, and so does the one who signed them up.
        assert_eq!(subjects, ["Flyttet", "Flyttet", "Vi aflyser", "Vi aflyser"]);
    }

    async fn the_whole_life_of_an_edition_in_steps(house: TestApp) {
        let running = running(&house).await;
        let mette = &running.browser;
        let id = edition(mette, &running.course, &[("when", "season"), ("season-first", "2027-spring"), ("season-last", "2027-spring"), ("capacity", "")]).await;
        take(mette, &id, "invite-interest", &[]).await;
        step(mette, &id, "open", &[]).await.is(422).says("Der mangler dato og antal pladser");
        let plan = at(&format!("/hold/{id}/plan"));
        mette.submit(&plan, &plan, &[("when", "days"), ("days-0-date", "2026-11-20"), ("days-0-start", "9"), ("days-0-end", "16"), ("capacity", "10"), ("minimum", "1")]).await.is(303);
        take(mette, &id, "open", &[]).await;
        step(mette, &id, "confirm", &[]).await.is(422).says("Der er ingen tilmeldte");
        enter(mette, &id, 1, 1).await.is(303);
        take(mette, &id, "confirm", &[]).await;
        take(mette, &id, "unconfirm", &[("reason", "Underviseren er syg")]).await;
        take(mette, &id, "confirm", &[]).await;
        step(mette, &id, "hold", &[]).await.is(422).says("Holdet slutter først 20. november 2026");
        days_later(&house, mette, 19).await;
        mette.open(&at("")).await.says("Er det afholdt?");
        take(mette, &id, "hold", &[]).await;
        take(mette, &id, "archive", &[]).await;
        let subjects: Vec<String> = house.mails().await.into_iter().map(|mail| mail.subject).collect();
        assert_eq!(subjects.iter().filter(|subject| subject.starts_with("Vi gennemfører")).count(), 2, "told again: {subjects:?}");
        assert_eq!(subjects.iter().filter(|subject| subject.starts_with("Usikkert")).count(), 1);
    }

    async fn two_who_decide_at_once_decide_once(house: TestApp) {
        let running = running(&house).await;
        let (mette, id) = (&running.browser, &running.edition);
        enter(mette, id, 1, 2).await.is(303);
        house.mails().await;
        let cancel = mette.open(&at(&format!("/hold/{id}/skridt/cancel"))).await.form("/skridt/cancel");
        let run = mette.open(&at(&format!("/hold/{id}/skridt/confirm"))).await.form("/skridt/confirm");
        let reason = [("reason", "Derfor")];
        let (first, second) = tokio::join!(mette.send(&cancel, &reason), mette.send(&cancel, &reason));
        let mut answers = [first.status.as_u16(), second.status.as_u16()];
        answers.sort_unstable();
        assert_eq!(answers, [303, 422], "{} {}", first.words(), second.words());
        mette.send(&run, &reason).await.is(422).says("Du kan ikke vælge »gennemfør holdet«, når holdet er »aflyst«");
        assert_eq!(house.mails().await.len(), 2);
    }

    async fn only_those_who_run_courses_decide(house: TestApp) {
        let running = running(&house).await;
        let id = &running.edition;
        let ida = house.member("ida@kursushuset.example", "Ida Instruktør", platform::people::Role::Instructor).await;
        let page = ida.open(&at(&format!("/hold/{id}"))).await.is(200);
        page.says("Se deltagerne").keeps_quiet_about("/skridt/");
        ida.open(&at(&format!("/hold/{id}/skridt/cancel"))).await.is(403);
        ida.open(&at(&format!("/hold/{id}/plan"))).await.is(403);
        let mikkel = house.member("mikkel@kursushuset.example", "Mikkel Medlem", platform::people::Role::Member).await;
        mikkel.open(&at("")).await.is(200);
        mikkel.open(&at(&format!("/hold/{id}"))).await.is(200).keeps_quiet_about("/deltagere");
        mikkel.open(&at(&format!("/hold/{id}/deltagere"))).await.is(403);
    }
}
