//! T38: how much may come at once. The limits themselves are in `platform`; here they are met through the front door.

use std::fmt::Write as _;

use platform::people::Role;
use platform::testing::{Engine, TestApp, on_both_engines};

use super::stage::{count, furnish, open_form, program, sent, staff, typed};
use super::wire::{say, status};

const MEGABYTE: usize = 1024 * 1024;

on_both_engines! { program();
    async fn t38_a_form_is_at_most_a_megabyte_whatever_it_says_of_itself(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let form = open_form(&visitor).await;
        let blank = visitor.open(&form).await.form(&form);
        // Ten megabytes in a field: refused in words, and nothing is stored.
        let orders = count(&house, db::sql!("SELECT COUNT(*) FROM course_order")).await;
        let long = "a".repeat(10 * MEGABYTE);
        let head = format!("POST {form} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n");
        let said = say(&house, format!("{head}Content-Length: {}\r\n\r\nparticipants-0-name=", long.len() + 20).as_bytes()).await;
        assert_eq!(status(&said), 413, "before any of it has come: {said}");
        // Without saying how much is coming: in chunks that never end.
        let chunk = format!("10000\r\n{}\r\n", "a".repeat(0x10000)).repeat(20);
        let said = say(&house, format!("{head}Transfer-Encoding: chunked\r\n\r\n{chunk}").as_bytes()).await;
        assert!(matches!(status(&said), 0 | 413), "{said}");
        // As a form with files, which this one does not take.
        let files = format!("{}\r\n--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\n", head.replace("application/x-www-form-urlencoded", "multipart/form-data; boundary=x"));
        let said = say(&house, format!("{}{}", files.replacen("\r\n\r\n--x", &format!("\r\nContent-Length: {}\r\n\r\n--x", 2 * MEGABYTE), 1), "a".repeat(100)).as_bytes()).await;
        assert_eq!(status(&said), 413, "{said}");
        // Many small fields are as bad as a long one.
        let many: String = (0..700).fold(String::new(), |mut text, number| { let _ = write!(text, "x{number}=1&"); text });
        let said = say(&house, format!("{head}Content-Length: {}\r\n\r\n{many}", many.len()).as_bytes()).await;
        assert_eq!(status(&said), 400, "{said}");
        assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM course_order")).await, orders);
        // What is merely long is a mistake at its field, with everything still there.
        let name = "a".repeat(5000);
        let page = visitor.send(&blank, &typed(&name, "anne@borger.example")).await.is(422);
        assert_eq!(page.form(&form).value("participants-0-name"), Some(name.as_str()));
    }

    async fn t38_a_list_that_is_too_large_is_refused_before_it_is_read(house: TestApp) {
        furnish(&house).await;
        let manager = staff(&house, Role::CourseManager).await;
        let edition = open_form(&manager).await.rsplit('/').next().unwrap().to_owned();
        let address = format!("/hus/kursushuset/hold/{edition}/indlaes");
        let form = manager.open(&address).await.is(200).form(&address);
        let seats = count(&house, db::sql!("SELECT COUNT(*) FROM registration")).await;
        let page = manager.send_file(&form, &[("terms", "1")], ("list", "liste.csv", vec![b'a'; 20 * MEGABYTE])).await;
        assert!(matches!(page.status.as_u16(), 413 | 422), "{}", page.status);
        assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM registration")).await, seats);
    }
}

on_both_engines! { program().setting("forms-per-hour", "3");
    async fn t38_public_forms_are_counted_for_each_address(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let course = open_form(&visitor).await.rsplit_once("/tilmelding/").unwrap().0.to_owned();
        let interest = format!("{course}/interesse");
        for number in 0..3 {
            sent(&visitor, &interest, &[("name", "Bo"), ("email", &format!("bo{number}@borger.example")), ("seats", "1")]).await.is(303);
        }
        // Another browser at the same address is the same crowd; what was typed is still there.
        let page = sent(&house.browser(), &interest, &[("name", "Carl"), ("email", "carl@borger.example"), ("seats", "1")]).await;
        page.is(422).says("usædvanligt mange formularer").says("Prøv igen senere");
        assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM interest_entry WHERE email_key = 'carl@borger.example'")).await, 0);
        house.clock.advance(jiff::SignedDuration::from_hours(1));
        sent(&house.browser(), &interest, &[("name", "Carl"), ("email", "carl@borger.example"), ("seats", "1")]).await.is(303);
    }
}

/// A flood is stopped in memory, before the database is asked for more than the house's name; one engine shows it.
async fn flood(house: TestApp) {
    let visitor = house.browser();
    for _ in 0..30 {
        visitor.get("/log-ind").await.is(200);
    }
    let page = visitor.get("/log-ind").await.is(429);
    assert!(
        page.header("retry-after")
            .parse::<u64>()
            .is_ok_and(|seconds| (1..=60).contains(&seconds)),
        "{:?}",
        page.headers
    );
    house.clock.advance(jiff::SignedDuration::from_mins(1));
    visitor.get("/log-ind").await.is(200);
    // Somebody who says they come from elsewhere is not believed without a proxy we trust.
    for number in 0..40 {
        visitor
            .get_with("/log-ind", &[("x-forwarded-for", &format!("203.0.113.{number}"))])
            .await;
    }
    visitor.get_with("/log-ind", &[("x-forwarded-for", "198.51.100.1")]).await.is(429);
}

#[test]
fn t38_a_flood_from_one_address_is_told_to_wait() {
    platform::testing::run(Engine::Sqlite, program().setting("requests-per-minute", "30"), flood);
}
