//! T1, T2, T32: hostile names, titles and houses in mails, calendar entries and printed matter.

use platform::people::Role;
use platform::testing::{TestApp, on_both_engines};

use super::drafts::readable;
use super::markup::{faults, tags};
use super::poison::{hostile, mark, poison};
use super::stage::{furnish, give_up, open_form, program, sent, sign_up, staff};

/// Header fields our mails have, and no others.
const HEADERS: [&str; 14] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "auto-submitted",
    "content-language",
    "mime-version",
    "content-type",
    "reply-to",
    "in-reply-to",
    "references",
    "list-unsubscribe",
    "list-unsubscribe-post",
];

/// Properties our calendar files have, and no others.
const PROPERTIES: [&str; 26] = [
    "BEGIN",
    "END",
    "VERSION",
    "PRODID",
    "METHOD",
    "CALSCALE",
    "UID",
    "SEQUENCE",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "URL",
    "ORGANIZER",
    "ATTENDEE",
    "STATUS",
    "TZID",
    "TZOFFSETFROM",
    "TZOFFSETTO",
    "TZNAME",
    "RRULE",
    "TRANSP",
    "LAST-MODIFIED",
    "CLASS",
];

/// What is wrong with a mail as it travels.
fn header_faults(raw: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(raw);
    let head = text
        .split("\r\n\r\n")
        .next()
        .unwrap_or_default()
        .replace("\r\n ", " ")
        .replace("\r\n\t", " ");
    let mut faults: Vec<String> = head
        .split("\r\n")
        .map(|line| line.split(':').next().unwrap_or_default().to_ascii_lowercase())
        .filter(|name| !HEADERS.contains(&name.as_str()))
        .map(|name| format!("a header {name:?}"))
        .collect();
    if !raw.is_ascii() || raw.split(|byte| *byte == b'\n').any(|line| line.len() > 999) {
        faults.push("bytes or lines that do not travel".to_owned());
    }
    faults
}

fn calendar_faults(ics: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(ics).replace("\r\n ", "");
    let mut faults = Vec::new();
    for line in text.trim_end().split("\r\n") {
        let name = line.split([':', ';']).next().unwrap_or_default();
        if !PROPERTIES.contains(&name) || line.contains(['\n', '\r']) {
            faults.push(format!("a line {line:?}"));
        }
    }
    for (what, most) in [("\r\nORGANIZER", 1), ("\r\nATTENDEE", 1), ("\r\nMETHOD", 1)] {
        let events = text.matches("BEGIN:VEVENT").count();
        if text.matches(what).count() > most * events.max(1) {
            faults.push(format!("too many of {what:?}"));
        }
    }
    faults
}

/// Every mail in the folder, as it left.
fn raw_mails(house: &TestApp) -> Vec<Vec<u8>> {
    let folder = std::fs::read_dir(house.app.config.data.join("mail")).unwrap();
    let files = folder
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "eml"));
    files.map(|path| std::fs::read(path).unwrap()).collect()
}

on_both_engines! { program();
    async fn t1_t2_t32_mails_about_hostile_things_are_plain_mails(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let owner = staff(&house, Role::Owner).await;
        let early = sign_up(&visitor, "Anne Holm", "anne@borger.example").await;
        poison(&house).await;
        give_up(&visitor, &early).await.redirects_to(&early);
        let name = "Bo\r\nBcc: alle@borger.example <x-canary onload=alert(1)>\"'&amp;\u{2028}BEGIN:VEVENT";
        let name = name.replace("alle@borger.example", "alle");
        let order = sign_up(&visitor, &name, "'bo'&{7*7}@borger.example").await;
        let course = open_form(&visitor).await.rsplit_once("/tilmelding/").unwrap().0.to_owned();
        sent(&visitor, &format!("{course}/interesse"), &[("name", &name), ("email", "carl@borger.example"), ("seats", "1"), ("organisation", &name)]).await.is(303);
        owner.submit("/hus/kursushuset/personer", "/invitationer", &[("email", "ny@by.example"), ("role", "member")]).await.is(303);
        owner.submit("/profil/mail", "/profil/mail", &[("email", "olga@ny.example")]).await.is(303);
        owner.submit("/log-ind", "/log-ind", &[("email", "olga@kursushuset.example")]).await.is(303);
        owner.submit("/log-ind", "/log-ind", &[("email", "ukendt@by.example")]).await.is(303);
        give_up(&visitor, &order).await.is(303);

        let mails = house.mails().await;
        assert!(mails.len() >= 8, "{:?}", mails.iter().map(|mail| &mail.subject).collect::<Vec<_>>());
        for mail in &mails {
            // Mail programs know no style sheets, so our own styles stand in the tags.
            let faults: Vec<String> = faults(&mail.html).into_iter().filter(|fault| !fault.ends_with(" style>")).collect();
            assert_eq!(faults, [""; 0], "“{}”", mail.subject);
            assert!(!mail.subject.contains(['\r', '\n', '\0']) && !mail.to.contains(['\r', '\n']), "{mail:?}");
            // Only our own site is linked to; what people wrote is not made a link.
            for link in tags(&mail.html).iter().filter_map(|tag| tag.get("href")) {
                assert!(link.starts_with(&house.base_url) || link.starts_with("mailto:"), "{link}");
            }
            for (name, bytes) in mail.files.iter().filter(|(name, _)| name.is_empty() || name.ends_with(".ics")) {
                assert_eq!(calendar_faults(bytes), [""; 0], "{name} of “{}”", mail.subject);
            }
        }
        let all: String = mails.iter().map(|mail| format!("{}{}{}", mail.subject, mail.text, mail.html)).collect();
        for column in ["organisation.name", "course.title_da", "account.name", "registration.name"] {
            assert!(all.contains(&mark(column)), "no mail shows {column}, so nothing is proved");
        }
        let faults: Vec<String> = raw_mails(&house).iter().flat_map(|raw| header_faults(raw)).collect();
        assert_eq!(faults, [""; 0]);
    }

    async fn t2_a_calendar_file_with_hostile_words_is_a_calendar_file(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let order = sign_up(&visitor, "Anne Holm", "anne@borger.example").await;
        let before = visitor.get(&format!("{order}/kalender.ics")).await.is(200);
        let mut tx = house.db.begin().await.unwrap();
        let text = format!("{}\r\nATTENDEE:mailto:x@evil.example\r\nEND:VEVENT;,\\n\u{1}", hostile("course.title_da"));
        db::sql!("UPDATE course SET title_da = $1, teaser_da = $1").bind(&text).execute(&mut tx).await.unwrap();
        db::sql!("UPDATE organisation SET name = $1").bind(&text).execute(&mut tx).await.unwrap();
        db::sql!("UPDATE venue SET name = $1, street = $1, town = $1").bind(&text).execute(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let after = visitor.get(&format!("{order}/kalender.ics")).await.is(200);
        assert_eq!(calendar_faults(&after.bytes), [""; 0], "{}", after.text);
        let lines = |page: &platform::testing::Page, start: &str| page.text.replace("\r\n ", "").split("\r\n").filter(|line| line.starts_with(start)).count();
        for start in ["BEGIN:", "END:", "ATTENDEE", "ORGANIZER", "SUMMARY"] {
            assert_eq!(lines(&after, start), lines(&before, start), "{start}");
        }
        assert!(after.header("content-disposition").contains("attachment"));
    }

    async fn t2_t5_the_printed_programme_takes_hostile_words_as_words(house: TestApp) {
        furnish(&house).await;
        poison(&house).await;
        let visitor = house.browser();
        let page = visitor.get("/kurser/program.pdf").await.is(200);
        assert!(page.bytes.starts_with(b"%PDF-"));
        for sign in ["/JavaScript", "/JS ", "/Launch", "/EmbeddedFile", "/OpenAction", "/SubmitForm", "javascript:"] {
            assert!(!page.bytes.windows(sign.len()).any(|bytes| bytes == sign.as_bytes()), "{sign}");
        }
        if let Some(text) = readable(&page.bytes) {
            // Long words are divided, visibly or not.
            let whole: String = text.chars().filter(|c| !matches!(c, ' ' | '\u{ad}' | '\u{200b}')).collect();
            assert!(whole.contains("#panic()") && whole.contains("{{7*7}}"), "not printed as written: {text}");
        }
    }
}
