//! The pages at the bottom of every site, and that what the privacy notice promises about deleting is what happens.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

use db::sql;
use inddrag::rooms;
use jiff::Timestamp;
use platform::testing::{TestApp, on_both_engines};

/// Turns the clock to a moment and does what has become due.
async fn on(house: &TestApp, moment: &str) {
    let moment: Timestamp = moment.parse().unwrap();
    house.later(moment.duration_since(house.clock.now())).await;
}

async fn fill(house: &TestApp) {
    let content = courses::demo::houses().unwrap().into_iter().next().unwrap();
    let mut tx = house.db.begin().await.unwrap();
    courses::demo::fill(&mut tx, &house.app, house.scope, &content).await.unwrap();
    tx.commit().await.unwrap();
}

/// Seats whose course ends in this year.
async fn seats_of(house: &TestApp, year: i16) -> i64 {
    let (seats,): (i64,) =
        sql!("SELECT COUNT(*) FROM registration r WHERE (SELECT MAX(d.day) FROM edition_day d WHERE d.edition_id = r.edition_id) LIKE $1")
            .bind(format!("{year}-%"))
            .one(&house.db)
            .await
            .unwrap();
    seats
}

on_both_engines! {
    TestApp::builder().rooms(rooms::all().into_iter().take(1).collect());

    async fn the_privacy_notice_names_what_every_room_keeps_and_until_when(house: TestApp) {
        let visitor = house.browser();
        let page = visitor.open("/privatliv").await.is(200);
        page.says("Privatliv og cookies").says("Kursushuset er dataansvarlig");
        page.says("Tilmelding til kurser").says("5 år efter udgangen af det år, kurset blev holdt");
        page.says("Natten efter kursets sidste dag").says("efter 24 måneder").says("Efter 90 dage").says("efter 12 timer uden brug og senest efter 14 dage");
        page.says("session").says("visit").says("notice").says("Datatilsynet");
        let page = visitor.open("/en/privacy").await.is(200);
        page.says("Sign-up for courses").says("5 years after the end of the year").says("after 24 months").says("After 90 days");
        page.says("Cookies on this site").says("Danish Data Protection Agency");
        assert!(page.links().contains(&"/en/profile".to_owned()), "export and deletion are one press away");
        assert_eq!(visitor.cookie("visit"), None, "reading the notice about cookies sets none");
    }

    async fn the_accessibility_statement_says_what_is_missing_and_whom_to_tell(house: TestApp) {
        let visitor = house.browser();
        let page = visitor.open("/tilgaengelighed").await.is(200);
        page.says("WCAG 2.2 på niveau AA").says("Kendte mangler").says("Adgangsnøgler kræver JavaScript").says("Sidst gennemgået: 23. november 2026");
        assert!(page.links().contains(&"https://www.was.digst.dk".to_owned()));
        visitor.open("/en/accessibility").await.is(200).says("WCAG 2.2 at level AA").says("Known limits").says("Last reviewed: 23 November 2026");
    }

    async fn every_page_leads_to_both_and_to_the_licences(house: TestApp) {
        let links = house.browser().open("/kurser").await.is(200).links();
        for page in ["/privatliv", "/tilgaengelighed", "/assets/licences"] {
            assert!(links.iter().any(|link| link.starts_with(page)), "{page} is not among {links:?}");
        }
        let map = house.browser().open("/sitemap.xml").await.is(200);
        for page in ["/privatliv", "/en/privacy", "/tilgaengelighed", "/en/accessibility"] {
            assert!(map.text.contains(&format!("{page}</loc>")), "{page}");
        }
    }

    async fn diet_is_deleted_the_night_after_the_course_and_no_earlier(house: TestApp) {
        fill(&house).await;
        house.run_jobs().await; // the schedules begin
        let mut tx = house.db.begin().await.unwrap();
        sql!("UPDATE registration SET diet = 'Vegetar'").execute(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        on(&house, "2026-11-03T12:00:00Z").await;
        let (over, ahead): (i64, i64) = sql!(
            "SELECT CAST(COALESCE(SUM(CASE WHEN last_day < '2026-11-03' THEN 1 ELSE 0 END), 0) AS BIGINT),
                    CAST(COALESCE(SUM(CASE WHEN last_day >= '2026-11-03' THEN 1 ELSE 0 END), 0) AS BIGINT)
             FROM (SELECT (SELECT MAX(d.day) FROM edition_day d WHERE d.edition_id = r.edition_id) AS last_day
                   FROM registration r WHERE r.diet IS NOT NULL) AS kept"
        )
        .one(&house.db)
        .await
        .unwrap();
        assert!(over == 0 && ahead > 0, "{over} are over and {ahead} are ahead");
    }

    async fn sign_ups_are_deleted_five_years_after_the_year_of_the_course(house: TestApp) {
        fill(&house).await;
        let (this_year, next_year) = (seats_of(&house, 2026).await, seats_of(&house, 2027).await);
        assert!(this_year > 0 && next_year > 0, "{this_year} and {next_year}");
        on(&house, "2031-12-30T12:00:00Z").await; // the schedules begin
        on(&house, "2031-12-31T12:00:00Z").await;
        assert_eq!((seats_of(&house, 2026).await, seats_of(&house, 2027).await), (this_year, next_year));
        on(&house, "2032-01-01T12:00:00Z").await;
        assert_eq!((seats_of(&house, 2026).await, seats_of(&house, 2027).await), (0, next_year));
        let (orders, payers): (i64, i64) = sql!("SELECT (SELECT COUNT(*) FROM course_order), (SELECT COUNT(DISTINCT order_id) FROM registration)")
            .one(&house.db)
            .await
            .unwrap();
        assert_eq!(orders, payers, "payers go with their seats");
    }
}

on_both_engines! {
    TestApp::builder().rooms(rooms::all().into_iter().take(1).collect());

    async fn a_person_gets_a_copy_of_their_seat_order_and_interest_and_erasing_empties_them(house: TestApp) {
        fill(&house).await;
        let mail = "ida.lund@nordby.example";
        let mut tx = house.db.begin().await.unwrap();
        for statement in [
            sql!("UPDATE registration SET email = $1, email_key = $1, phone = '+4533221100', case_stage = 'idea', case_text = 'Et torv'
                  WHERE id = (SELECT id FROM registration WHERE case_text IS NULL ORDER BY id LIMIT 1)"),
            sql!("UPDATE course_order SET contact_email = $1, contact_email_key = $1 WHERE id = (SELECT order_id FROM registration WHERE email_key = $1)"),
            sql!("UPDATE interest_entry SET email = $1, email_key = $1 WHERE id = (SELECT id FROM interest_entry ORDER BY id LIMIT 1)"),
        ] {
            assert_eq!(statement.bind(mail).execute(&mut tx).await.unwrap(), 1);
        }
        tx.commit().await.unwrap();
        house.account(mail, "Ida Lund").await;
        let ida = house.sign_in(mail).await;
        let copy: serde_json::Value = serde_json::from_slice(&ida.open("/profil/data").await.is(200).bytes).unwrap();
        let courses = &copy["rooms"]["courses"];
        assert_eq!(courses["registrations"][0]["phone"], "+4533221100");
        assert_eq!(courses["registrations"][0]["case"], "Et torv");
        assert_eq!(courses["orders"][0]["contact"]["email"], mail);
        assert_eq!(courses["interest"][0]["email"], mail);

        ida.submit("/profil/slet", "/profil/slet", &[("email", mail)]).await.is(303);
        let (left, waiting): (i64, i64) = sql!(
            "SELECT (SELECT COUNT(*) FROM registration WHERE email_key = $1 AND phone IS NULL AND case_text IS NULL),
                    (SELECT COUNT(*) FROM interest_entry WHERE email_key = $1)"
        )
        .bind(mail)
        .one(&house.db)
        .await
        .unwrap();
        assert_eq!((left, waiting), (1, 0), "the seat stays for the accounts, what it does not need is gone");
    }
}
