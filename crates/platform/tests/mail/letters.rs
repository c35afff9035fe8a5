//! One content, two forms, two languages.

use platform::mail::{Letter, Link, Message};
use platform::organisation::OrganisationId;
use platform::{Organisation, Random};
use texts::Lang;

use crate::house::{Folder, House, email};

fn organisation() -> Organisation {
    Organisation {
        id: OrganisationId::from_uuid(Random::seeded(1).id("2026-01-01T00:00:00Z".parse().unwrap())),
        slug: "teknologiraadet".to_owned(),
        name: "Teknologirådet".to_owned(),
        contact_email: "kurser@tekno.example".to_owned(),
        domain: None,
    }
}

fn full(lang: Lang) -> Message {
    let link = Link::parse("https://kurser.example/tilmelding/abc?a=1&b=2").unwrap();
    Letter::new(lang, "Du er tilmeldt Borgerinddragelse i praksis")
        .of(&organisation())
        .dear("Anne Holm")
        .paragraph("Du er tilmeldt kurset.\nVi glæder os.")
        .heading("Praktisk")
        .facts(&[("Tid", "28. oktober 2026\n9–16"), ("Sted", "Toldbodgade 12")])
        .list(["En computer", "En sag fra <jeres> kommune"])
        .button("Se din tilmelding", &link)
        .to(email("anne@nordby.example"))
}

/// The letter as it lies in the folder.
async fn posted(message: Message) -> platform::mail::mailbox::Opened {
    let folder = Folder::new();
    let database = db::testing::sqlite(&platform::migrations()).await;
    let house = House::new(database.db.clone(), folder.transport());
    house.enqueue(None, "letter", message).await;
    house.run_due().await;
    folder.mails().remove(0)
}

#[tokio::test]
async fn a_danish_letter_reads_well_as_plain_text() {
    let mail = posted(full(Lang::Da)).await;
    assert_eq!(mail.from, "Teknologirådet <noreply@inddrag.example>");
    assert_eq!(mail.reply_to, "Teknologirådet <kurser@tekno.example>");
    assert_eq!(
        mail.text.replace("\r\n", "\n"),
        "Kære Anne Holm\n\n\
         Du er tilmeldt kurset.\nVi glæder os.\n\n\
         Praktisk\n--------\n\n\
         Tid: 28. oktober 2026\n    9–16\nSted: Toldbodgade 12\n\n\
         - En computer\n- En sag fra <jeres> kommune\n\n\
         Se din tilmelding:\nhttps://kurser.example/tilmelding/abc?a=1&b=2\n\n\
         Venlig hilsen\nTeknologirådet\n\n\
         -- \nMailen er sendt automatisk. Du kan svare på den; svaret går til kurser@tekno.example.\n"
    );
}

#[tokio::test]
async fn the_html_says_the_same_and_loads_nothing() {
    let mail = posted(full(Lang::Da)).await;
    let html = mail.html.unwrap();
    for part in [
        "<html lang=\"da\">",
        "<title>Du er tilmeldt Borgerinddragelse i praksis</title>",
        "Du er tilmeldt kurset.<br>Vi glæder os.",
        ">Praktisk</h2>",
        "<th scope=\"row\"",
        "28. oktober 2026<br>9–16",
        "En sag fra &lt;jeres&gt; kommune",
        "href=\"https://kurser.example/tilmelding/abc?a=1&amp;b=2\"",
    ] {
        assert!(html.contains(part), "{part} in\n{html}");
    }
    for loads in ["<img", "<link", "<script", "url(", "src="] {
        assert!(!html.contains(loads), "{loads}");
    }
}

#[tokio::test]
async fn an_english_letter_from_the_installation_itself_needs_no_name() {
    let mail = posted(
        Letter::new(Lang::En, "Your link")
            .paragraph("Here it is.")
            .to(email("anne@nordby.example")),
    )
    .await;
    assert_eq!(mail.from, "Inddrag <noreply@inddrag.example>");
    assert_eq!(mail.reply_to, "");
    assert_eq!(mail.entry.to, "anne@nordby.example");
    assert!(
        mail.text
            .replace("\r\n", "\n")
            .starts_with("Hello\n\nHere it is.\n\n-- \nThis mail was sent automatically. Answers to it are not read.")
    );
    assert!(mail.html.unwrap().contains("<html lang=\"en-GB\">"));
}
