//! T26: what is not published is nowhere: not in a list, not at its own address, not in a file, a preview or a live line.

use platform::people::Role;
use platform::testing::{Browser, Page, TestApp, on_both_engines};

use super::stage::{count, furnish, open_form, program, staff, typed};
use super::walker::places;

/// A statement that hides something.
type Hide = fn() -> db::Statement;

/// How a course is hidden.
const WAYS: [(&str, Hide); 2] = [
    ("the course", || {
        db::sql!("UPDATE course SET published = FALSE WHERE slug = $1 AND organisation_id = $2")
    }),
    ("its series", || {
        db::sql!(
            "UPDATE course_series SET published = FALSE WHERE id IN (SELECT series_id FROM course WHERE slug = $1 AND organisation_id = $2)"
        )
    }),
];

/// What is said of something that never was.
async fn never_was(browser: &Browser, path: &str) -> Page {
    browser.get(path).await.is(404)
}

struct Course {
    path: String,
    slug: String,
    title: String,
    form: String,
}

/// A course that is open for sign-up, with everything that leads to it.
async fn course(house: &TestApp, browser: &Browser) -> Course {
    let form = open_form(browser).await;
    let path = form.rsplit_once("/tilmelding/").unwrap().0.to_owned();
    let slug = path.rsplit('/').next().unwrap().to_owned();
    let (title,): (String,) = db::sql!("SELECT title_da FROM course WHERE slug = $1 AND organisation_id = $2")
        .bind(&slug)
        .bind(house.scope)
        .one(&house.db)
        .await
        .unwrap();
    Course { path, slug, title, form }
}

on_both_engines! { program();
    async fn t26_a_hidden_course_answers_as_if_it_were_not_there(house: TestApp) {
        furnish(&house).await;
        for (hidden, statement) in WAYS {
            let visitor = house.browser();
            let course = course(&house, &visitor).await;
            // Somebody has both forms open from before.
            let (sign_up, interest) = (visitor.open(&course.form).await.form(&course.form), format!("{}/interesse", course.path));
            let interest_form = visitor.open(&interest).await.form(&interest);
            let mut tx = house.db.begin().await.unwrap();
            assert!(statement().bind(&course.slug).bind(house.scope).execute(&mut tx).await.unwrap() > 0);
            tx.commit().await.unwrap();

            let unknown = never_was(&visitor, "/kurser/findes-ikke").await;
            let english = course.path.replace("/kurser/", "/en/courses/");
            for path in [&course.path, &english, &course.form, &interest, &format!("{}/live", course.path)] {
                let page = visitor.get(path).await.is(404);
                assert_eq!(page.words().len(), never_was(&visitor, if path.starts_with("/en") { "/en/courses/unknown" } else { "/kurser/findes-ikke" }).await.words().len());
                page.keeps_quiet_about(&course.title);
            }
            assert_eq!(visitor.get(&course.path).await.is(404).words(), unknown.words(), "hidden with {hidden}");
            for list in ["/kurser", "/kurser?show=open", "/en/courses", "/kurser/afholdte", "/kurser/praktisk"] {
                visitor.get(list).await.is(200).keeps_quiet_about(&course.title).keeps_quiet_about(&course.slug);
            }
            visitor.get(&format!("/kurser?q={}", course.slug)).await.is(200).keeps_quiet_about(&course.title);
            let sitemap = places(&visitor.get("/sitemap.xml").await.is(200).text);
            assert!(!sitemap.iter().any(|place| place.contains(&course.slug)), "hidden with {hidden}: {sitemap:?}");

            let (orders, entries) = (count(&house, db::sql!("SELECT COUNT(*) FROM course_order")).await, count(&house, db::sql!("SELECT COUNT(*) FROM interest_entry")).await);
            visitor.send(&sign_up, &typed("Anne Holm", "anne@borger.example")).await.is(404).keeps_quiet_about(&course.title);
            visitor.send(&interest_form, &[("name", "Bo"), ("email", "bo@borger.example"), ("seats", "1")]).await.is(404).keeps_quiet_about(&course.title);
            assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM course_order")).await, orders);
            assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM interest_entry")).await, entries);

            // A member may look at it, and nobody else: the preview is no way around.
            let manager = staff(&house, Role::CourseManager).await;
            let (id,): (uuid::Uuid,) = db::sql!("SELECT id FROM course WHERE slug = $1 AND organisation_id = $2").bind(&course.slug).bind(house.scope).one(&house.db).await.unwrap();
            let preview = format!("/hus/kursushuset/kurser/{id}/eksempel");
            manager.get(&preview).await.is(200).says(&course.title);
            assert_ne!(visitor.get(&preview).await.status, 200);
            let mut tx = house.db.begin().await.unwrap();
            db::sql!("UPDATE course SET published = TRUE").execute(&mut tx).await.unwrap();
            db::sql!("UPDATE course_series SET published = TRUE").execute(&mut tx).await.unwrap();
            tx.commit().await.unwrap();
        }
    }

    async fn t26_a_hidden_edition_is_neither_seen_nor_taken(house: TestApp) {
        furnish(&house).await;
        for (hidden, statement) in [
            ("unpublished", (|| db::sql!("UPDATE edition SET published = FALSE WHERE id = $1")) as Hide),
            ("a draft", || db::sql!("UPDATE edition SET state = 'draft' WHERE id = $1")),
        ] {
            let visitor = house.browser();
            let course = course(&house, &visitor).await;
            let edition = course.form.rsplit('/').next().unwrap().to_owned();
            let form = visitor.open(&course.form).await.form(&course.form);
            let mut tx = house.db.begin().await.unwrap();
            let id: uuid::Uuid = edition.parse().unwrap();
            assert_eq!(statement().bind(id).execute(&mut tx).await.unwrap(), 1, "{hidden}");
            tx.commit().await.unwrap();
            visitor.get(&course.path).await.is(200).keeps_quiet_about(&edition);
            visitor.get(&course.form).await.is(404).keeps_quiet_about(&course.title);
            let orders = count(&house, db::sql!("SELECT COUNT(*) FROM course_order")).await;
            visitor.send(&form, &typed("Anne Holm", "anne@borger.example")).await.is(404);
            assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM course_order")).await, orders, "{hidden}");
        }
    }

    async fn t26_the_programme_holds_what_the_catalogue_holds(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let course = course(&house, &visitor).await;
        let text = |page: Page| readable(&page.bytes);
        let Some(before) = text(visitor.get("/kurser/program.pdf").await.is(200)) else {
            println!("skipped: pdftotext is not installed");
            return;
        };
        let first_word = course.title.split_whitespace().next().unwrap();
        let times = |text: &str| text.matches(course.title.as_str()).count();
        assert!(times(&before) > 0, "{first_word}: {before}");
        let mut tx = house.db.begin().await.unwrap();
        WAYS[0].1().bind(&course.slug).bind(house.scope).execute(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let after = text(visitor.get("/kurser/program.pdf").await.is(200)).unwrap();
        assert_eq!(times(&after), 0, "{after}");
        let mut tx = house.db.begin().await.unwrap();
        db::sql!("UPDATE course_series SET published = FALSE").execute(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        visitor.get("/kurser/program.pdf").await.is(404);
    }
}

/// What a PDF says, on one line; `None` where the program for it is missing.
pub(crate) fn readable(pdf: &[u8]) -> Option<String> {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let started = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut child = started.ok()?;
    child.stdin.take()?.write_all(pdf).ok()?;
    let output = child.wait_with_output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    Some(text)
}
