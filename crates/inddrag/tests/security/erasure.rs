//! Somebody who asks to be forgotten is: every column of every table is looked at, whatever tables there are (the last of the reliability cases in
//! `docs/security-cases.md`).

use std::collections::BTreeSet;

use jiff::SignedDuration;
use platform::people::Role;
use platform::testing::{Browser, TestApp, on_both_engines};

use super::stage::{button, furnish, open_form, path_of, program, sent, staff, typed};
use super::tables::{columns_of_words, columns_that_hold};

const DAY: SignedDuration = SignedDuration::from_hours(24);

const MAILBOX: &str = "signe-zebra@borger.example";
/// The same person in a hurry.
const SHOUTED: &str = "SIGNE-Zebra@borger.example";
/// Asked for as a new mailbox and never confirmed.
const ASKED_FOR: &str = "zebra-ny@andet.example";

/// By one of these anybody would know her: name, mailboxes, telephone, what she wrote about herself, her post address.
const WORDS: [&str; 7] = [
    "zebrahoved",
    "signe-zebra",
    "zebra-ny",
    "70123456",
    "zebradiæt",
    "zebrasag",
    "zebravej",
];

/// What stays, and why. Everything else must be gone.
const STAYS: [(&str, &str); 12] = [
    ("registration.name", "a seat is part of the accounts: five years (bookkeeping act)"),
    ("registration.email", "the same"),
    ("registration.email_key", "the same, and nobody may hold two seats"),
    ("course_order.contact_name", "who ordered is part of the accounts"),
    ("course_order.contact_email", "the same"),
    ("course_order.contact_email_key", "the same, folded"),
    ("course_order.bill_email", "where the invoice went is part of the accounts"),
    ("course_order.bill_email_key", "the same, folded"),
    ("course_order.street", "a private payer's address is part of the invoice"),
    ("mail.recipient", "the good-bye itself: that it was sent is remembered for 90 days"),
    ("mail.recipient_key", "the same, folded"),
    (
        "course_order.person_reference",
        "whom the payer names on the invoice is part of the accounts",
    ),
];

/// Does everything a person can do here, through the front door. Gives her browser, signed in.
async fn live(house: &TestApp) -> Browser {
    let owner = staff(house, Role::Owner).await;
    // Invited, joins, becomes an owner beside the first, and invites somebody herself.
    owner
        .submit(
            "/hus/kursushuset/personer",
            "/invitationer",
            &[("email", SHOUTED), ("role", "owner")],
        )
        .await
        .is(303);
    let link = house.mail().await.link("/invitation/");
    let signe = house
        .browser()
        .called("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0");
    let page = signe.get(path_of(house, &link)).await.is(200);
    signe
        .send(&page.only_form("/invitation/"), &[("name", "Signe Zebrahoved")])
        .await
        .is(303);
    signe
        .submit(
            "/hus/kursushuset/personer",
            "/invitationer",
            &[("email", "ny@by.example"), ("role", "member")],
        )
        .await
        .is(303);
    // A second browser, and a third that asked for a link and never used it.
    house.sign_in(MAILBOX).await;
    house
        .browser()
        .submit("/log-ind", "/log-ind", &[("email", MAILBOX)])
        .await
        .redirects_to("/log-ind/mail");
    signe
        .submit("/profil/mail", "/profil/mail", &[("email", ASKED_FOR)])
        .await
        .redirects_to("/profil");
    // What a device and a provider would leave; how they do it is told in `platform/tests/people`.
    let mut tx = house.db.begin().await.unwrap();
    let made = [
        db::sql!(
            "INSERT INTO passkey (id, account_id, credential_id, label, credential, created_at) SELECT $2, id, $3, 'Zebrahoveds telefon', '{}', 1 FROM account WHERE email_key = $1"
        ),
        db::sql!(
            "INSERT INTO ceremony (id, kind, browser_hash, account_id, state, created_at, expires_at) SELECT $2, 'add-passkey', $3, id, '{\"name\": \"signe-zebra\"}', 1, 1 FROM account WHERE email_key = $1"
        ),
    ];
    for statement in made {
        assert_eq!(
            statement
                .bind(MAILBOX)
                .bind(uuid::Uuid::from_u128(7))
                .bind(vec![1_u8; 16])
                .execute(&mut tx)
                .await
                .unwrap(),
            1
        );
    }
    let identity = db::sql!(
        "INSERT INTO oidc_identity (issuer, subject, account_id, created_at) SELECT 'https://login.example', 'signe-zebra', id, 1 FROM account WHERE email_key = $1"
    );
    assert_eq!(identity.bind(MAILBOX).execute(&mut tx).await.unwrap(), 1);
    tx.commit().await.unwrap();

    // She signs up and pays herself; somebody else signs her up too, and gives one seat up again; she waits for a course.
    let form = open_form(&signe).await;
    let about = [
        ("participants-0-phone", "+45 70 12 34 56"),
        ("participants-0-diet", "Zebradiæt"),
        ("participants-0-access", "Zebradiæt i salen"),
        ("participants-0-title", "Zebrahoved"),
        ("participants-0-department", "Zebrahoved"),
        ("participants-0-case", "Zebrasag om en park"),
        ("participants-0-stage", "idea"),
    ];
    let mut fields = typed("Signe Zebrahoved", SHOUTED);
    fields.retain(|(name, _)| !matches!(*name, "payment" | "organisation" | "organisation-kind" | "ean" | "order-reference"));
    fields.extend(
        [
            ("payment", "private"),
            ("invoice-email", SHOUTED),
            ("street", "Zebravej 7"),
            ("postcode", "8000"),
            ("town", "Aarhus C"),
        ]
        .into_iter()
        .chain(about),
    );
    let order = sent(&signe, &form, &fields).await.is(303).location().unwrap().to_owned();
    signe.open(&order).await.is(200);
    let colleague = house.browser();
    let other = other_form(&colleague, &form).await;
    let mut fields = typed("Signe Zebrahoved", MAILBOX);
    fields.retain(|(name, _)| *name != "same-contact");
    fields.extend(
        [
            ("contact-name", "Kollega Hansen"),
            ("contact-email", "kollega@by.example"),
            ("person-reference", "Att. Zebrahoved"),
        ]
        .into_iter()
        .chain(about),
    );
    let page = colleague.open(&other).await.is(200);
    let mut blank = page.form(&other);
    blank.fields.retain(|(name, _)| name != "same-contact");
    let theirs = colleague.send(&blank, &fields).await.is(303).location().unwrap().to_owned();
    let page = colleague.open(&theirs).await;
    colleague
        .send(&page.form("/afmeld"), &[("registration", &button(&page, "registration"))])
        .await
        .is(303);
    let interest = format!("{}/interesse", form.rsplit_once("/tilmelding/").unwrap().0);
    sent(
        &signe,
        &interest,
        &[
            ("name", "Signe Zebrahoved"),
            ("email", SHOUTED),
            ("seats", "1"),
            ("organisation", "Zebrahoved og co"),
        ],
    )
    .await
    .is(303);
    signe.open("/profil/data").await.is(200).says("Zebravej 7").says("Zebrasag");
    signe
}

/// Another sign-up form than this one.
async fn other_form(browser: &Browser, known: &str) -> String {
    for course in browser
        .open("/kurser?show=open")
        .await
        .links()
        .into_iter()
        .filter(|link| link.starts_with("/kurser/") && !link.ends_with(".pdf"))
    {
        let page = browser.get(&course).await;
        if let Some(form) = page.links().into_iter().find(|link| link.contains("/tilmelding/") && link != known) {
            return form;
        }
    }
    panic!("the demo has one open edition only");
}

on_both_engines! { program();
    async fn after_erasing_no_column_of_any_table_knows_the_person_but_those_with_a_reason(house: TestApp) {
        furnish(&house).await;
        let signe = live(&house).await;
        // Also what has not left yet is looked for: one mail to her waits.
        let before = columns_that_hold(&house.db, &WORDS).await;
        for (column, _) in STAYS.iter().filter(|(column, _)| !column.starts_with("mail.")) {
            assert!(before.contains(*column), "{column} never held her, so nothing is proved: {before:?}");
        }
        let expected = ["account.email", "account.name", "passkey.label", "oidc_identity.subject", "ceremony.state", "mail_link.email", "invitation.email", "interest_entry.name",
            "interest_entry.organisation_name", "registration.diet", "registration.phone", "registration.case_text", "mail.recipient", "mail.content"];
        for column in expected {
            assert!(before.contains(column), "{column} never held her, so nothing is proved: {before:?}");
        }
        println!("she stood in {} of {} columns", before.len(), columns_of_words(&house.db).await.len());

        let gone = signe.submit("/profil/slet", "/profil/slet", &[("email", MAILBOX)]).await;
        signe.follow(gone).await.is(200).says("Din konto er slettet.");
        let good_bye = house.mails().await;
        let to_her: Vec<&str> = good_bye.iter().filter(|mail| mail.to.to_lowercase().contains("zebra")).map(|mail| mail.subject.as_str()).collect();
        assert_eq!(to_her, ["Din konto hos Kursushuset er slettet"], "what waited for her when she left is not sent after her");
        let left = columns_that_hold(&house.db, &WORDS).await;
        let allowed: BTreeSet<String> = STAYS.iter().map(|(column, _)| (*column).to_owned()).collect();
        assert_eq!(left.difference(&allowed).collect::<Vec<_>>(), [""; 0], "say in STAYS why this stays, or let it go");
        assert_eq!(allowed.difference(&left).collect::<Vec<_>>(), [""; 0], "these reasons are no longer needed");
        // The one mail is the good-bye, empty since it left; to the mailbox she only asked for there is none.
        let mails: Vec<(String, Vec<u8>)> = db::sql!("SELECT event_key, content FROM mail WHERE recipient_key LIKE '%zebra%'").all(&house.db).await.unwrap();
        assert!(mails.len() == 1 && mails[0].0.starts_with("erased/") && mails[0].1.is_empty(), "{mails:?}");
        // What the bookkeeping keeps holds nothing of what she told about herself.
        assert!(columns_that_hold(&house.db, &["zebradiæt", "zebrasag", "70123456", "zebra-ny"]).await.is_empty());

        // And what stays goes by itself when its time has come.
        house.later(DAY * 91).await;
        house.later(DAY).await;
        let left = columns_that_hold(&house.db, &WORDS).await;
        assert!(left.iter().all(|column| column.starts_with("registration.") || column.starts_with("course_order.")), "{left:?}");
        // Years pass while nobody runs the program, so that not every night of them is made up for.
        let mut tx = house.db.begin().await.unwrap();
        db::sql!("DELETE FROM job_schedule").execute(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        house.later(DAY * 365 * 6).await;
        house.later(DAY).await;
        assert_eq!(columns_that_hold(&house.db, &WORDS).await, BTreeSet::new());
    }

    async fn a_mailbox_somebody_has_left_goes_with_them_and_one_they_never_had_does_not_stay(house: TestApp) {
        let signe = house.member(MAILBOX, "Signe Zebrahoved", Role::Member).await;
        house.member("olga@kursushuset.example", "Olga Owner", Role::Owner).await;
        // A slip: the mailbox of a stranger, who never answers. Then the right one, which does.
        signe.submit("/profil/mail", "/profil/mail", &[("email", "fremmed@andet.example")]).await.redirects_to("/profil");
        signe.submit("/profil/mail", "/profil/mail", &[("email", "ny@andet.example")]).await.redirects_to("/profil");
        let mails = house.mails().await;
        let link = mails.iter().find(|mail| mail.to.contains("ny@andet")).unwrap().link("/profil/mail/");
        let page = signe.get(&link).await.is(200);
        signe.send(&page.only_form("/profil/mail/"), &[]).await.redirects_to("/profil");
        house.mails().await;
        // What was written to the old mailbox is hers still: in her copy, and gone with her.
        signe.open("/profil/data").await.is(200).says("Din mailadresse hos Kursushuset er ændret");
        assert!(columns_that_hold(&house.db, &["signe-zebra"]).await.contains("mail.recipient"));
        signe.submit("/profil/slet", "/profil/slet", &[("email", "ny@andet.example")]).await.is(303);
        house.mails().await;
        assert_eq!(columns_that_hold(&house.db, &["signe-zebra", "fremmed@andet", "zebrahoved"]).await, BTreeSet::new());
        let left: Vec<(String,)> = db::sql!("SELECT event_key FROM mail WHERE recipient_key = 'ny@andet.example'").all(&house.db).await.unwrap();
        assert!(left.len() == 1 && left[0].0.starts_with("erased/"), "{left:?}");
    }
}
