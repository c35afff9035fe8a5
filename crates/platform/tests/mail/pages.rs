//! The demo's mailbox through the front door.

use platform::mail::{self, Attachment, AttachmentKind, Letter, Link, Message, Method};
use platform::people::Role;
use platform::testing::{TestApp, on_both_engines};
use texts::Lang;

use crate::house::email;

const HOSTILE: &str = "<script>alert(1)</script><img src=x onerror=alert(2)>";

async fn post(house: &TestApp, event: &str, message: Message) -> String {
    let mut tx = house.db.begin().await.unwrap();
    let id = mail::enqueue(&mut tx, &house.app, Some(house.scope), event, message).await.unwrap();
    tx.commit().await.unwrap();
    house.run_jobs().await;
    format!("/_mail/{id}%40inddrag.example")
}

fn letter() -> Message {
    let link = Link::parse("https://kurser.example/tilmelding/abc").unwrap();
    Letter::new(Lang::Da, "Du er tilmeldt på Fanø")
        .dear("Anne Holm")
        .paragraph("Vi ses på Fanø.")
        .button("Se din tilmelding", &link)
        .to(email("anne@nordby.example"))
        .with_calendar(Method::Request, b"BEGIN:VCALENDAR\r\n".to_vec())
        .with_attachment(Attachment::new("Program på Fanø.pdf", AttachmentKind::Pdf, b"%PDF-1.7".to_vec()))
}

on_both_engines! {
    TestApp::builder().setting("demo", "true");

    async fn a_mail_of_the_demo_can_be_read_and_its_files_saved(house: TestApp) {
        let reader = house.browser();
        reader.open("/_mail").await.is(200).says("Der er ingen mails endnu");
        let address = post(&house, "signup", letter()).await;
        let list = reader.open("/_mail").await.is(200);
        list.says("Du er tilmeldt på Fanø").says("Anne Holm <anne@nordby.example>").says("2. november 2026 kl. 09.00");
        assert!(list.links().contains(&address), "{:?}", list.links());

        let mail = reader.open(&address).await.is(200);
        mail.says("Vi ses på Fanø.").says("Inddrag <noreply@inddrag.example>");
        mail.says("Kalenderaftale (text/calendar, 17 byte)").says("invite.ics (application/ics").says("Program på Fanø.pdf (application/pdf");
        assert!(mail.links().contains(&"https://kurser.example/tilmelding/abc".to_owned()), "addresses in the text are links");
        assert!(mail.header("content-security-policy").contains("frame-src 'self'"));

        let saved = reader.get(&format!("{address}/del/2")).await.is(200);
        assert_eq!(saved.bytes, b"%PDF-1.7");
        assert_eq!(saved.header("content-type"), "application/octet-stream");
        assert_eq!(saved.header("content-disposition"), "attachment; filename=\"Program p_ Fan_.pdf\"; filename*=UTF-8''Program%20p%C3%A5%20Fan%C3%B8.pdf");
        assert_eq!(reader.get(&format!("{address}/del/0")).await.is(200).bytes, b"BEGIN:VCALENDAR\r\n");
    }

    async fn the_html_of_a_mail_stands_in_a_frame_where_nothing_runs(house: TestApp) {
        let message = Message::new(email("anne@nordby.example"), HOSTILE, Lang::Da, HOSTILE.to_owned(), format!("<html><head></head><body>{HOSTILE}</body></html>"));
        let address = post(&house, "hostile", message.named(HOSTILE)).await;
        let reader = house.browser();
        for page in ["/_mail", &address] {
            reader.open(page).await.is(200).says(HOSTILE).keeps_quiet_about("<script>alert").keeps_quiet_about("<img src=x");
        }
        let mail = reader.open(&address).await;
        assert!(mail.text.contains("<iframe") && mail.text.contains("sandbox=\"allow-popups "), "no scripts, no same origin");
        let html = reader.get(&format!("{address}/html")).await.is(200);
        let policy = html.header("content-security-policy");
        assert!(policy.starts_with("sandbox ") && policy.contains("default-src 'none'") && !policy.contains("allow-scripts") && !policy.contains("allow-same-origin"), "{policy}");
        assert_eq!(html.header("x-frame-options"), "SAMEORIGIN");
    }

    async fn what_is_not_there_is_not_found(house: TestApp) {
        let address = post(&house, "signup", letter()).await;
        let reader = house.browser();
        let beside = [format!("{address}/del/3"), format!("{address}/del/-1"), format!("{address}/del/x")];
        for path in beside.iter().map(String::as_str).chain(["/_mail/..%2fsecret.key", "/_mail/nobody", "/_mail/nobody/html"]) {
            let _ = reader.get(path).await.is(404);
        }
    }
}

on_both_engines! {
    async fn outside_a_demo_there_is_no_mailbox(house: TestApp) {
        let address = post(&house, "signup", letter()).await;
        let owner = house.member("anne@kursushuset.example", "Anne Holm", Role::Owner).await;
        for path in ["/_mail", &address, &format!("{address}/html"), &format!("{address}/del/0")] {
            let _ = owner.get(path).await.is(404);
            let _ = house.browser().get(path).await.is(404);
        }
    }
}
