//! Names, subjects and file names that people type to make trouble, or without knowing that they do.

use platform::mail::{Attachment, AttachmentKind, Letter, Message, Method, mailbox};
use texts::Lang;

use crate::house::{Folder, House, email};

async fn posted(message: Message) -> (Vec<u8>, mailbox::Opened) {
    let folder = Folder::new();
    let database = db::testing::sqlite(&platform::migrations()).await;
    let house = House::new(database.db.clone(), folder.transport());
    house.enqueue(None, "hostile", message).await;
    house.run_due().await;
    (folder.only(), folder.mails().remove(0))
}

fn header_names(raw: &[u8]) -> Vec<String> {
    let text = String::from_utf8(raw.to_vec()).expect("headers and parts are ASCII");
    let head = text.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ").replace("\r\n\t", " ");
    head.split("\r\n")
        .map(|line| line.split(':').next().unwrap().to_ascii_lowercase())
        .collect()
}

const USUAL: [&str; 9] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "auto-submitted",
    "content-language",
    "mime-version",
    "content-type",
];

#[tokio::test]
async fn line_breaks_in_names_and_subjects_make_no_headers() {
    for trouble in [
        "Kursus\r\nBcc: alle@nordby.example",
        "Kursus\nX-Spam: no\n\n<script>",
        "Kursus\rBcc: a@b.example",
        "Kursus\u{2028}Bcc: a@b.example\u{85}To: c@d.example",
        "Kursus\0\u{1b}[31m",
        "=?utf-8?q?Kursus=0d=0aBcc=3a_a=40b.example?=",
        "\"Kursus\" <a@b.example>, Bo",
        "(kommentar) Kursus; a:b, c;",
        "Kursus\\",
    ] {
        let message = Letter::new(Lang::Da, trouble)
            .dear(trouble)
            .paragraph(trouble)
            .to(email("anne@nordby.example"));
        let (raw, mail) = posted(message.on_behalf_of(trouble, None)).await;
        assert_eq!(header_names(&raw), USUAL, "{trouble:?}");
        assert!(
            raw.is_ascii() && raw.split(|byte| *byte == b'\n').all(|line| line.len() < 999),
            "{trouble:?}"
        );
        assert!(
            mail.entry.to.ends_with("<anne@nordby.example>") && !mail.entry.to.contains('\n'),
            "{trouble:?}: {}",
            mail.entry.to
        );
        assert!(mail.from.ends_with("<noreply@inddrag.example>"), "{trouble:?}: {}", mail.from);
        assert!(
            mail.entry.subject.contains("Kursus") && !mail.entry.subject.contains(['\r', '\n', '\0']),
            "{}",
            mail.entry.subject
        );
    }
}

#[tokio::test]
async fn names_of_all_scripts_and_lengths_arrive_as_written() {
    for name in [
        "Åse Østergård-Sørensen",
        "李小龍",
        "Nguyễn Thị Minh Khai",
        "O’Neill",
        "D'Angelo, Bo (vikar)",
        "🌻 Grøn \"Bo\" By",
        "محمد",
    ] {
        let subject = format!("Tilmelding af {name} til Borgerinddragelse på Fanø, Læsø, Ærø og alle de andre øer i landet");
        let (raw, mail) = posted(
            Letter::new(Lang::Da, &subject)
                .dear(name)
                .paragraph(name)
                .to(email("anne@nordby.example")),
        )
        .await;
        assert!(raw.is_ascii());
        assert_eq!(mail.entry.subject, subject);
        assert_eq!(mail.entry.to, format!("{name} <anne@nordby.example>"));
        assert!(mail.text.contains(name) && mail.html.unwrap().contains(&name.replace('"', "&quot;")));
    }
}

#[tokio::test]
async fn file_names_keep_their_letters_and_lose_their_line_breaks() {
    let bytes: Vec<u8> = (0..=255).cycle().take(5000).collect();
    let message = Letter::new(Lang::Da, "Papirer")
        .to(email("anne@nordby.example"))
        .with_attachment(Attachment::new("Kursusbevis Åse Østergård.pdf", AttachmentKind::Pdf, bytes.clone()))
        .with_attachment(Attachment::new(
            "liste\".xlsx\r\nContent-Type: text/html",
            AttachmentKind::Xlsx,
            b"PK".to_vec(),
        ));
    let (_, mail) = posted(message).await;
    assert_eq!(mail.files.len(), 2);
    assert_eq!(
        (mail.files[0].name.as_str(), mail.files[0].media_type.as_str()),
        ("Kursusbevis Åse Østergård.pdf", "application/pdf")
    );
    assert_eq!(mail.files[0].bytes, bytes);
    assert!(
        mail.files[1].name.starts_with("liste\".xlsx Content-Type"),
        "{}",
        mail.files[1].name
    );
    assert!(mail.files[1].media_type.ends_with("spreadsheetml.sheet"));
}

#[tokio::test]
async fn a_text_full_of_dots_and_boundaries_comes_through_unchanged() {
    let text = "..\n.\nFrom mig\n--=_a\n\n  indrykket  \n\tæøå\r\nslut";
    let message = Message::new(
        email("anne@nordby.example"),
        "Punktum",
        Lang::Da,
        text.to_owned(),
        format!("<pre>{text}</pre>"),
    )
    .with_calendar(Method::Request, b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".to_vec());
    let (_, mail) = posted(message).await;
    assert_eq!(mail.text.replace("\r\n", "\n").trim_end_matches('\n'), text.replace("\r\n", "\n"));
    let calendars: Vec<_> = mail
        .files
        .iter()
        .map(|file| (file.name.as_str(), file.media_type.as_str()))
        .collect();
    assert_eq!(calendars, [("", "text/calendar"), ("invite.ics", "application/ics")]);
    assert_eq!(mail.files[0].bytes, mail.files[1].bytes);
    assert_eq!(mail.files[0].bytes, b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
}

#[test]
fn the_mailbox_never_leaves_its_folder() {
    let folder = Folder::new();
    std::fs::write(folder.path().join("secret.eml"), "Subject: inside").unwrap();
    let inner = folder.path().join("inner");
    std::fs::create_dir(&inner).unwrap();
    for id in [
        "../secret",
        "..%2fsecret",
        "/etc/passwd",
        "..",
        "",
        ".hidden",
        "a/b",
        "a\\b",
        "a\0b",
    ] {
        assert!(mailbox::read(&inner, id).unwrap().is_none(), "{id}");
    }
    assert!(mailbox::list(&folder.path().join("not-yet")).unwrap().is_empty());
    std::fs::write(folder.path().join("note.txt"), "not a mail").unwrap();
    assert_eq!(mailbox::list(folder.path()).unwrap().len(), 1);
}
