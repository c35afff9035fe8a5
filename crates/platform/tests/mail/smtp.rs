//! A real mail server: what arrives, and what happens when it refuses, sleeps or dies.

use db::sql;
use db::testing::TestDatabase;
use jiff::SignedDuration;
use platform::jobs::State;
use platform::mail::{Attachment, AttachmentKind, Letter, Link, Message, Method, Transport};
use serde_json::Value;
use texts::Lang;

use crate::house::{House, email, letter};
use crate::server::{Asks, MailServer};

async fn house(setting: &str) -> (House, TestDatabase) {
    let database = db::testing::sqlite(&platform::migrations()).await;
    (House::new(database.db.clone(), Transport::parse(setting).unwrap()), database)
}

fn plain(server: &MailServer) -> String {
    format!("smtp://localhost:{}?tls=none", server.port)
}

fn to(address: &str) -> Message {
    Letter::new(Lang::Da, "Hej").paragraph("Hej.").to(email(address))
}

fn header<'a>(mail: &'a Value, name: &str) -> Vec<&'a str> {
    let headers = mail["headers"].as_array().unwrap();
    headers
        .iter()
        .filter(|pair| pair[0].as_str().unwrap().eq_ignore_ascii_case(name))
        .map(|pair| pair[1].as_str().unwrap())
        .collect()
}

const ICS: &[u8] = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Kursus på Fanø\r\nEND:VCALENDAR\r\n".as_bytes();

#[tokio::test]
async fn a_full_mail_arrives_as_python_reads_it() {
    let Some(mut server) = MailServer::start(Asks {
        tls: "none",
        ..Asks::default()
    }) else {
        return;
    };
    let (house, _database) = house(&plain(&server)).await;
    let subject = "Du er tilmeldt: Borgerinddragelse på Fanø, Læsø og Ærø – med en meget lang titel, der fylder mere end én linje";
    let message = Letter::new(Lang::Da, subject)
        .dear("Åse Østergård, Bo & søn")
        .paragraph("Vi ses på Fanø.\n.\nEn linje, der er meget længere end de otteoghalvfjerds tegn, som en linje i en mail helst ikke må overskride, men som gerne må fylde her.")
        .to(email("aase@nordby.example"))
        .on_behalf_of("Teknologirådet", Some(email("kurser@tekno.example")))
        .with_calendar(Method::Request, ICS.to_vec())
        .with_attachment(Attachment::new("Program på Fanø.pdf", AttachmentKind::Pdf, b"%PDF-1.7\r\n\0\xff".to_vec()))
        .with_unsubscribe(Link::parse("https://kurser.example/afmeld/abc").unwrap());
    let id = house.enqueue(None, "full", message).await;
    house.run_due().await;
    let mail = server.hear();
    assert_eq!(mail["sender"], "noreply@inddrag.example");
    assert_eq!(mail["recipients"], serde_json::json!(["aase@nordby.example"]));
    for (name, value) in [
        ("From", "Teknologirådet <noreply@inddrag.example>"),
        ("Reply-To", "Teknologirådet <kurser@tekno.example>"),
        ("To", "\"Åse Østergård, Bo & søn\" <aase@nordby.example>"),
        ("Subject", subject),
        ("Date", "Tue, 20 Oct 2026 08:00:00 +0000"),
        ("Message-ID", &format!("<{id}@inddrag.example>")),
        ("Auto-Submitted", "auto-generated"),
        ("Content-Language", "da"),
        ("List-Unsubscribe", "<https://kurser.example/afmeld/abc>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ("MIME-Version", "1.0"),
    ] {
        assert_eq!(header(&mail, name), [value], "{name}");
    }
    let content = &mail["content"];
    let shape = |part: &Value| {
        (
            part["type"].as_str().unwrap().to_owned(),
            part["disposition"].as_str().map(str::to_owned),
            part["file"].as_str().map(str::to_owned),
        )
    };
    assert_eq!(content["type"], "multipart/mixed");
    let outer = content["parts"].as_array().unwrap();
    assert_eq!(
        outer.iter().map(shape).collect::<Vec<_>>(),
        [
            ("multipart/alternative".to_owned(), None, None),
            (
                "application/ics".to_owned(),
                Some("attachment".to_owned()),
                Some("invite.ics".to_owned())
            ),
            (
                "application/pdf".to_owned(),
                Some("attachment".to_owned()),
                Some("Program på Fanø.pdf".to_owned())
            ),
        ]
    );
    let inner = outer[0]["parts"].as_array().unwrap();
    assert_eq!(
        inner.iter().map(|part| part["type"].as_str().unwrap()).collect::<Vec<_>>(),
        ["text/plain", "text/html", "text/calendar"]
    );
    assert_eq!(
        (inner[2]["method"].as_str(), inner[2]["charset"].as_str()),
        (Some("REQUEST"), Some("utf-8"))
    );
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    assert_eq!(inner[2]["hex"], hex(ICS), "calendar programs get the very bytes");
    assert_eq!(outer[1]["hex"], inner[2]["hex"], "and so do those who open the attachment");
    assert_eq!(outer[2]["hex"], hex(b"%PDF-1.7\r\n\0\xff"));
    assert!(
        inner[0]["text"]
            .as_str()
            .unwrap()
            .replace("\r\n", "\n")
            .contains("Vi ses på Fanø.\n.\nEn linje, der er meget længere")
    );
    for part in outer.iter().chain(inner).chain([content]) {
        assert_eq!(part["defects"], serde_json::json!([]));
    }
}

#[tokio::test]
async fn a_mail_without_files_is_just_two_alternatives() {
    let Some(mut server) = MailServer::start(Asks {
        tls: "none",
        ..Asks::default()
    }) else {
        return;
    };
    let (house, _database) = house(&plain(&server)).await;
    house.enqueue(None, "small", letter("Kort")).await;
    house.run_due().await;
    let mail = server.hear();
    assert_eq!(mail["content"]["type"], "multipart/alternative");
    assert_eq!(mail["content"]["parts"].as_array().unwrap().len(), 2);
    assert!(header(&mail, "List-Unsubscribe").is_empty(), "confirmations cannot be unsubscribed");
}

#[tokio::test]
async fn starttls_and_tls_from_the_start_carry_mail_and_password() {
    for (tls, scheme) in [("upgrade", "smtp"), ("whole", "smtps")] {
        let asks = Asks {
            tls,
            sign_in: Some(("bø", "hem@meligt:æ")),
            port: 0,
        };
        let Some(mut server) = MailServer::start(asks) else { return };
        let (port, ca) = (server.port, server.ca());
        let (house, _database) = house(&format!("{scheme}://b%C3%B8:hem%40meligt%3A%c3%a6@localhost:{port}?ca={ca}")).await;
        house.enqueue(None, "one", letter("En")).await;
        house.enqueue(None, "two", letter("To")).await;
        assert_eq!(house.run_due().await.done, 2, "{tls}: {:?}", house.jobs(State::Pending).await);
        for _ in 0..2 {
            let mail = server.hear();
            assert_eq!(
                (&mail["tls"], &mail["signed_in"]),
                (&Value::Bool(true), &Value::Bool(true)),
                "{tls}"
            );
        }

        let wrong = house.with(Transport::parse(&format!("{scheme}://bo:forkert@localhost:{port}?ca={ca}")).unwrap());
        wrong.enqueue(None, "three", letter("Tre")).await;
        assert_eq!(
            wrong.run_due().await.postponed,
            1,
            "a wrong password is our mistake, not the mail's"
        );
        assert_eq!(
            wrong.last_error(State::Pending).await,
            "the mail server does not let us sign in: 535"
        );
        house.after(SignedDuration::from_mins(1));
        assert_eq!(house.run_due().await.done, 1);
        assert_eq!(header(&server.hear(), "Subject"), ["Tre"]);
    }
}

#[tokio::test]
async fn a_server_nobody_vouches_for_gets_no_mail() {
    for (tls, scheme) in [("upgrade", "smtp"), ("whole", "smtps")] {
        let Some(server) = MailServer::start(Asks { tls, ..Asks::default() }) else {
            return;
        };
        let (port, ca) = (server.port, server.ca());
        for setting in [
            format!("{scheme}://localhost:{port}"),
            format!("{scheme}://127.0.0.1:{port}?ca={ca}"),
        ] {
            let (house, _database) = house(&setting).await;
            house.enqueue(None, "secret", letter("Hemmeligt")).await;
            assert_eq!(house.run_due().await.postponed, 1, "{setting}");
            assert!(
                house.last_error(State::Pending).await.contains("certificate"),
                "{}",
                house.last_error(State::Pending).await
            );
        }
        assert!(server.stop().is_empty(), "nothing arrived");
    }
}

#[tokio::test]
async fn a_server_without_tls_gets_no_mail_unless_the_setting_allows_it() {
    let Some(server) = MailServer::start(Asks {
        tls: "none",
        ..Asks::default()
    }) else {
        return;
    };
    let (house, _database) = house(&format!("smtp://localhost:{}", server.port)).await;
    house.enqueue(None, "secret", letter("Hemmeligt")).await;
    assert_eq!(house.run_due().await.postponed, 1);
    assert!(house.last_error(State::Pending).await.contains("TLS"));
    assert!(server.stop().is_empty());
}

#[tokio::test]
async fn a_refusal_for_now_is_tried_again_and_one_for_good_is_not() {
    let Some(mut server) = MailServer::start(Asks {
        tls: "none",
        ..Asks::default()
    }) else {
        return;
    };
    let (house, _database) = house(&plain(&server)).await;
    house.enqueue(None, "later", to("later@nordby.example")).await;
    house.enqueue(None, "gone", to("gone@nordby.example")).await;
    let ran = house.run_due().await;
    assert_eq!((ran.postponed, ran.dead), (1, 1));
    assert_eq!(house.last_error(State::Pending).await, "the mail server cannot take it now: 450");
    assert_eq!(
        house.last_error(State::Dead).await,
        "the mail server refuses this mail: 550",
        "without the address the server repeats"
    );
    house.after(SignedDuration::from_mins(1));
    assert_eq!(house.run_due().await.done, 1);
    assert_eq!(server.hear()["recipients"], serde_json::json!(["later@nordby.example"]));
}

#[tokio::test]
async fn mail_waits_while_the_server_is_down_and_leaves_when_it_is_up() {
    let Some(server) = MailServer::start(Asks {
        tls: "none",
        ..Asks::default()
    }) else {
        return;
    };
    let port = server.port;
    let (house, _database) = house(&plain(&server)).await;
    house.enqueue(None, "before", letter("Før")).await;
    assert_eq!(house.run_due().await.done, 1);
    assert_eq!(server.stop().len(), 1);

    house.enqueue(None, "during", letter("Imens")).await;
    for _ in 0..3 {
        assert_eq!(house.run_due().await.postponed, 1);
        assert_eq!(house.last_error(State::Pending).await, "the mail server cannot be reached");
        house.after(SignedDuration::from_mins(1));
    }
    let mut server = MailServer::start(Asks {
        tls: "none",
        port,
        ..Asks::default()
    })
    .unwrap();
    assert_eq!(house.run_due().await.done, 1);
    assert_eq!(header(&server.hear(), "Subject"), ["Imens"]);
}

#[tokio::test]
async fn a_line_cut_after_the_mail_was_taken_sends_the_very_same_mail_again() {
    let Some(server) = MailServer::start(Asks {
        tls: "none",
        ..Asks::default()
    }) else {
        return;
    };
    let (house, _database) = house(&plain(&server)).await;
    house.enqueue(None, "cut", to("cut@nordby.example")).await;
    assert_eq!(house.run_due().await.postponed, 1);
    house.after(SignedDuration::from_mins(1));
    assert_eq!(house.run_due().await.done, 1);
    let mails = server.stop();
    assert_eq!(mails.len(), 2, "the one case in which a mail can arrive twice");
    assert_eq!(
        mails[0]["raw"], mails[1]["raw"],
        "the same bytes, so the same Message-ID: mail systems can drop the second"
    );
}

#[tokio::test]
async fn a_process_that_dies_after_the_server_took_the_mail_leaves_it_to_another_to_send_the_very_same() {
    let Some(server) = MailServer::start(Asks {
        tls: "none",
        ..Asks::default()
    }) else {
        return;
    };
    let (house, _database) = house(&plain(&server)).await;
    house.enqueue(None, "killed", letter("Dræbt")).await;
    let (content,): (Vec<u8>,) = sql!("SELECT content FROM mail").one(&house.db).await.unwrap();
    assert_eq!(house.run_due().await.done, 1);
    // As the database stands when the process dies before it has written down that the mail has left.
    house
        .execute(sql!("UPDATE mail SET state = 'sending', sent_at = NULL, content = $1").bind(content))
        .await;
    house
        .execute(sql!(
            "UPDATE job SET state = 'running', locked_by = 'gone', locked_until = 0, finished_at = NULL WHERE kind = 'mail.send'"
        ))
        .await;
    assert_eq!(house.run_due().await.done, 1);
    assert_eq!(house.run_due().await.done, 0);
    let mails = server.stop();
    assert_eq!(mails.len(), 2);
    assert_eq!(mails[0]["raw"], mails[1]["raw"]);
}

#[tokio::test]
async fn the_way_can_be_tried_without_sending() {
    let Some(server) = MailServer::start(Asks {
        tls: "none",
        ..Asks::default()
    }) else {
        return;
    };
    let transport = Transport::parse(&plain(&server)).unwrap();
    assert!(transport.check().await.is_ok());
    assert!(server.stop().is_empty());
    assert_eq!(
        Transport::parse("smtp://localhost:1?tls=none")
            .unwrap()
            .check()
            .await
            .unwrap_err()
            .as_str(),
        "the mail server cannot be reached"
    );
}
