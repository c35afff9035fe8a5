//! What broke elsewhere without an attacker: mails twice or never, an edit that changed more than it said, a state that was not true. The list is at the end of
//! `docs/security-cases.md`; crashes and rushes are in `tests/kill.rs`, `tests/rush.rs` and `tests/worker.rs`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;
use platform::people::Role;
use platform::testing::{TestApp, on_both_engines};

use super::stage::{furnish, give_up, open_form, program, sent, sign_up, staff, typed};
use super::tables::everything;

/// Columns a change of one's profile may touch.
const OF_A_PROFILE: [&str; 2] = ["account.language", "account.name"];

/// Tables that note that something was done, and counters of the session.
const NOTES: [&str; 3] = ["audit_chain.", "audit_entry.", "session.seen_at"];

on_both_engines! { program();
    async fn in_a_week_of_the_clock_each_mail_comes_exactly_once(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let owner = staff(&house, Role::Owner).await;
        let mut subjects: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut expected = 0;
        house.run_jobs().await; // the schedules begin
        for day in 0..7 {
            // Every day somebody signs up, gives up, waits and is invited; nobody looks after it for an hour at a time.
            let order = sign_up(&visitor, &format!("Anne {day}"), &format!("anne{day}@borger.example")).await;
            give_up(&visitor, &order).await.redirects_to(&order);
            let form = open_form(&visitor).await;
            let interest = format!("{}/interesse", form.rsplit_once("/tilmelding/").unwrap().0);
            sent(&visitor, &interest, &[("name", "Bo"), ("email", &format!("bo{day}@borger.example")), ("seats", "1")]).await.is(303);
            let again = house.sign_in("olga@kursushuset.example").await;
            again.submit("/hus/kursushuset/personer", "/invitationer", &[("email", &format!("ny{day}@by.example")), ("role", "member")]).await.is(303);
            expected += 4;
            for _ in 0..24 {
                house.clock.advance(SignedDuration::from_hours(1));
                // Three processes look at the queue at the same moment.
                tokio::join!(house.run_jobs(), house.run_jobs(), house.run_jobs());
            }
            for mail in house.mails().await {
                *subjects.entry((mail.to, mail.subject)).or_default() += 1;
            }
        }
        drop(owner);
        let twice: Vec<_> = subjects.iter().filter(|(_, times)| **times > 1).collect();
        assert!(twice.is_empty(), "{twice:?}");
        // A course of several days is one calendar entry and so one mail for each of them.
        let written: Vec<(String, String)> = db::sql!("SELECT event_key, state FROM mail").all(&house.db).await.unwrap();
        let events: BTreeSet<&str> = written.iter().map(|(event, _)| event.as_str().split("/day-").next().unwrap()).collect();
        assert_eq!(events.len(), expected, "{events:?}");
        assert_eq!(subjects.len(), written.len(), "as many came as were written");
        let unsent: Vec<_> = written.iter().filter(|(_, state)| state != "sent").collect();
        assert!(unsent.is_empty(), "what counts as written and nothing else must have left: {unsent:?}");
        let jobs: Vec<(String, String)> = db::sql!("SELECT kind, state FROM job WHERE state <> 'done'").all(&house.db).await.unwrap();
        assert!(jobs.is_empty(), "{jobs:?}");
    }

    async fn a_changed_profile_is_a_name_and_a_language_and_nothing_else(house: TestApp) {
        furnish(&house).await;
        let member = house.member("mads@kursushuset.example", "Mads Medlem", Role::Instructor).await;
        sign_up(&member, "Mads Medlem", "mads@kursushuset.example").await;
        house.mails().await;
        let before = everything(&house.db).await;
        member.submit("/profil", "/profil", &[("name", "Mads Nyt Navn"), ("language", "en")]).await.is(303);
        let after = everything(&house.db).await;
        let changed: Vec<&String> = before.iter().filter(|(column, contents)| after[*column] != **contents).map(|(column, _)| column).collect();
        let beyond: Vec<_> = changed.iter().filter(|column| !OF_A_PROFILE.contains(&column.as_str()) && !NOTES.iter().any(|note| column.starts_with(note))).collect();
        assert!(beyond.is_empty(), "a change of name has changed {beyond:?}");
        for column in OF_A_PROFILE {
            assert!(changed.iter().any(|changed| *changed == column), "{column} was to change: {changed:?}");
        }
    }

    async fn names_of_all_scripts_are_taken_and_what_misleads_is_refused_at_its_field(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        for (number, name) in ["Åse Ærø Ünsal", "李小龍", "محمد علي", "שרה כהן", "Zoë 🎉👩‍👩‍👧", "Nguyễn Thị Ánh", "O'Neill-d’Arc"].into_iter().enumerate() {
            let order = sign_up(&visitor, name, &format!("navn{number}@borger.example")).await;
            visitor.open(&order).await.is(200).says(name);
        }
        let form = open_form(&visitor).await;
        for wrong in ["Ane \u{202e}nesreteP", "Ane\u{2066}x", "   ", &"x".repeat(300), "ane@borger.example"] {
            let page = sent(&visitor, &form, &typed(wrong, "ane@borger.example")).await.is(422);
            assert_eq!(page.form(&form).value("participants-0-email"), Some("ane@borger.example"), "{wrong:?}");
        }
        let taken: Vec<(i64,)> = db::sql!("SELECT COUNT(*) FROM registration WHERE email_key = 'ane@borger.example'").all(&house.db).await.unwrap();
        assert_eq!(taken, [(0,)]);
    }

    async fn what_could_not_be_done_is_never_called_done(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        // The mail folder is a file for a while: nothing can be delivered.
        let folder = house.app.config.data.join("mail");
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::write(&folder, "in the way").unwrap();
        sign_up(&visitor, "Anne Holm", "anne@borger.example").await;
        house.run_jobs().await;
        let states = || async {
            let mails: Vec<(String,)> = db::sql!("SELECT state FROM mail").all(&house.db).await.unwrap();
            let jobs: Vec<(String,)> = db::sql!("SELECT state FROM job WHERE kind LIKE 'mail.send%'").all(&house.db).await.unwrap();
            let one = |rows: Vec<(String,)>| rows.into_iter().map(|(state,)| state).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(" ");
            (one(mails), one(jobs))
        };
        assert_eq!(states().await, ("queued".to_owned(), "pending".to_owned()));
        // The operator sees that it waits, and why, without seeing to whom.
        std::fs::remove_file(&folder).unwrap();
        std::fs::create_dir_all(&folder).unwrap();
        house.later(SignedDuration::from_hours(1)).await;
        assert_eq!(states().await, ("sent".to_owned(), "done".to_owned()));
        assert_eq!(house.mails().await.len(), 1);
        // An export that cannot be made is an error page and no half file.
        let owner = staff(&house, Role::Owner).await;
        let edition = open_form(&visitor).await.rsplit('/').next().unwrap().to_owned();
        let mut tx = house.db.begin().await.unwrap();
        db::sql!("UPDATE registration SET state = 'no state at all'").execute(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        for format in ["csv", "xlsx"] {
            let page = owner.get(&format!("/hus/kursushuset/hold/{edition}/deltagere.{format}")).await.is(500);
            assert_eq!((page.header("content-disposition"), page.header("content-type")), ("", "text/html; charset=utf-8"));
        }
        let exported: Vec<(i64,)> = db::sql!("SELECT COUNT(*) FROM audit_entry WHERE action LIKE '%export%'").all(&house.db).await.unwrap();
        assert_eq!(exported, [(0,)], "the log tells of an export that nobody got");
    }
}
