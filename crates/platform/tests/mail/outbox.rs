//! What happened once is told once, also across crashes.

use db::{Db, sql};
use jiff::SignedDuration;
use platform::jobs::{self, State};
use platform::mail::{self, Transport, mailbox};

use crate::house::{Folder, House, email, letter};

db::on_both!(
    platform::migrations(),
    async fn a_mail_leaves_with_the_commit_and_never_without_it(db: Db) {
        let folder = Folder::new();
        let house = House::new(db, folder.transport());
        let mut tx = house.db.begin().await.unwrap();
        mail::enqueue(&mut tx, &house, None, "never", letter("Aldrig")).await.unwrap();
        drop(tx);
        house.enqueue(None, "now", letter("Du er tilmeldt")).await;
        house.run_due().await;
        let mails = folder.mails();
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].entry.subject, "Du er tilmeldt");
        assert_eq!(mails[0].entry.to, "Anne Holm <anne@nordby.example>");
        assert_eq!(mails[0].from, "Inddrag <noreply@inddrag.example>");
        assert_eq!(mails[0].entry.at, Some(house.clock.now()));
        assert!(mails[0].text.contains("Du er tilmeldt kurset på Fanø."), "{}", mails[0].text);
    },
    async fn the_same_event_twice_is_one_mail_and_of_two_organisations_two(db: Db) {
        let folder = Folder::new();
        let house = House::new(db, folder.transport());
        let (north, south) = (house.organisation("nord").await, house.organisation("syd").await);
        let first = house.enqueue(Some(north), "confirmed/1", letter("Bekræftet")).await;
        assert_eq!(house.enqueue(Some(north), "confirmed/1", letter("Bekræftet igen")).await, first);
        house.run_due().await;
        assert_eq!(
            house.enqueue(Some(north), "confirmed/1", letter("Også efter den er sendt")).await,
            first
        );
        house.enqueue(Some(south), "confirmed/1", letter("En andens")).await;
        house.enqueue(None, "confirmed/1", letter("Ingens")).await;
        house.enqueue(None, "confirmed/1", letter("Ingens igen")).await;
        house.run_due().await;
        let mut subjects: Vec<_> = folder.mails().into_iter().map(|mail| mail.entry.subject).collect();
        subjects.sort();
        assert_eq!(subjects, ["Bekræftet", "En andens", "Ingens"]);
    },
    async fn twenty_processes_that_saw_the_same_event_send_one_mail(db: Db) {
        let folder = Folder::new();
        let house = House::new(db, folder.transport());
        let tasks: Vec<_> = (0..20)
            .map(|_| {
                let house = house.clone();
                tokio::spawn(async move { house.enqueue(None, "rush", letter("Der er plads")).await })
            })
            .collect();
        let mut ids = Vec::new();
        for task in tasks {
            ids.push(task.await.unwrap());
        }
        assert!(ids.windows(2).all(|pair| pair[0] == pair[1]));
        assert_eq!(house.run_due().await.done, 1);
        assert_eq!(folder.mails().len(), 1);
    },
    async fn a_crash_between_sending_and_noting_leaves_one_file(db: Db) {
        let folder = Folder::new();
        let house = House::new(db, folder.transport());
        house.enqueue(None, "once", letter("Kun én gang")).await;
        let (content,): (Vec<u8>,) = sql!("SELECT content FROM mail").one(&house.db).await.unwrap();
        house.run_due().await;
        let before = folder.only();
        // As the database stands when the process dies after the file is there: the mail is being sent and so is the job.
        house
            .execute(sql!("UPDATE mail SET state = 'sending', sent_at = NULL, content = $1").bind(content))
            .await;
        house
            .execute(sql!(
                "UPDATE job SET state = 'running', locked_by = 'gone', locked_until = 0, finished_at = NULL WHERE kind = 'mail.send'"
            ))
            .await;
        house.after(SignedDuration::from_mins(5));
        assert_eq!(house.run_due().await.done, 1);
        assert_eq!(folder.only(), before);
        let unsent = mail::unsent_across_organisations(&house.db).await.unwrap();
        assert_eq!(unsent, mail::Unsent::default());
    },
    async fn a_crash_while_the_file_is_written_leaves_no_half_mail(db: Db) {
        let folder = Folder::new();
        let house = House::new(db, folder.transport());
        let id = house.enqueue(None, "half", letter("Hel")).await;
        std::fs::write(folder.path().join(format!(".{id}@inddrag.example.part")), "Subject: halv").unwrap();
        assert!(mailbox::list(folder.path()).unwrap().is_empty(), "half a mail is not shown");
        house.run_due().await;
        assert!(String::from_utf8(folder.only()).unwrap().contains("Subject: Hel"));
    },
    async fn mails_about_the_same_thing_hang_together_for_each_recipient(db: Db) {
        let folder = Folder::new();
        let house = House::new(db, folder.transport());
        let to_bo = || {
            mail::Message::new(
                email("bo@nordby.example"),
                "Til Bo",
                texts::Lang::Da,
                "Hej".into(),
                "<p>Hej</p>".into(),
            )
        };
        let first = house.enqueue(None, "1", letter("Tilmeldt").in_thread("signup/7")).await;
        house.enqueue(None, "2", to_bo().in_thread("signup/7")).await;
        house.after(SignedDuration::from_secs(1));
        let second = house.enqueue(None, "3", letter("Ny tid").in_thread("signup/7")).await;
        house.after(SignedDuration::from_secs(1));
        let third = house.enqueue(None, "4", letter("Nyt sted").in_thread("signup/7")).await;
        house.run_due().await;
        let headers = |id: mail::MailId| std::fs::read_to_string(folder.path().join(format!("{id}@inddrag.example.eml"))).unwrap();
        assert!(!headers(first).contains("In-Reply-To"));
        assert!(headers(second).contains(&format!("In-Reply-To: <{first}@inddrag.example>\r\n")));
        let unfolded = headers(third).replace("\r\n ", " ");
        assert!(unfolded.contains(&format!("In-Reply-To: <{second}@inddrag.example>\r\n")));
        assert!(
            unfolded.contains(&format!("References: <{first}@inddrag.example> <{second}@inddrag.example>\r\n")),
            "{unfolded}"
        );
        assert_eq!(folder.mails().iter().filter(|mail| mail.entry.subject == "Til Bo").count(), 1);
    },
    async fn a_folder_that_cannot_be_written_holds_mail_back_until_it_can(db: Db) {
        let folder = Folder::new();
        let blocked = folder.path().join("blocked");
        std::fs::write(&blocked, "a file where the folder should be").unwrap();
        let house = House::new(db, Transport::folder(blocked.clone()));
        house.enqueue(None, "patient", letter("Tålmodig")).await;
        assert_eq!(house.run_due().await.postponed, 1);
        assert_eq!(house.last_error(State::Pending).await, "the mail folder cannot be written");
        std::fs::remove_file(&blocked).unwrap();
        house.after(SignedDuration::from_mins(1));
        assert_eq!(house.run_due().await.done, 1);
        assert_eq!(mailbox::list(&blocked).unwrap().len(), 1);
    },
    async fn a_mail_that_never_gets_through_is_given_up_after_two_days_and_can_be_sent_by_the_operator(db: Db) {
        let folder = Folder::new();
        let blocked = folder.path().join("blocked");
        std::fs::write(&blocked, "").unwrap();
        let house = House::new(db, Transport::folder(blocked));
        house.enqueue(None, "lost", letter("Fortabt")).await;
        let mut hours = 0;
        while house.jobs(State::Dead).await.is_empty() {
            house.run_due().await;
            house.after(SignedDuration::from_hours(1));
            hours += 1;
            assert!(hours < 200, "it is never given up");
        }
        assert!((30..72).contains(&hours), "given up after {hours} hours");
        assert_eq!(mail::unsent_across_organisations(&house.db).await.unwrap().dead, 1);

        let mended = house.with(Transport::folder(folder.path().join("mended")));
        let mut tx = house.db.begin().await.unwrap();
        assert!(
            jobs::retry_across_organisations(&mut tx, &house.clock, house.jobs(State::Dead).await[0].id)
                .await
                .unwrap()
        );
        tx.commit().await.unwrap();
        assert_eq!(mended.run_due().await.done, 1);
        assert_eq!(mailbox::list(&folder.path().join("mended")).unwrap().len(), 1);
    },
    async fn mails_are_emptied_when_sent_and_forgotten_after_ninety_days_and_jobs_never_hold_an_address(db: Db) {
        let folder = Folder::new();
        let house = House::new(db, folder.transport());
        house.enqueue(None, "old", letter("Gammel")).await;
        let (payload,) = sql!("SELECT payload FROM job WHERE kind = 'mail.send'")
            .one::<(String,)>(&house.db)
            .await
            .unwrap();
        assert!(!payload.contains('@') && !payload.contains("nordby"), "{payload}");
        let content = async |house: &House| sql!("SELECT content FROM mail").one::<(Vec<u8>,)>(&house.db).await.unwrap().0;
        assert!(String::from_utf8(content(&house).await).unwrap().contains("Gammel"));
        house.run_due().await;
        assert!(
            content(&house).await.is_empty(),
            "what has left is not kept: links in it open things"
        );
        let kept = async |house: &House| sql!("SELECT COUNT(*) FROM mail").one::<(i64,)>(&house.db).await.unwrap().0;
        house.after(SignedDuration::from_hours(89 * 24));
        house.run_due().await;
        assert_eq!(kept(&house).await, 1);
        house.after(SignedDuration::from_hours(2 * 24));
        house.run_due().await;
        assert_eq!(kept(&house).await, 0);
    }
);
