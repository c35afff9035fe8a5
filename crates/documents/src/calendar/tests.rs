//! Whole files.

use jiff::civil::{date, datetime};
use proptest::prelude::*;

use super::*;

fn event() -> Event {
    Event {
        uid: "0198-participation@kurser.example.dk".into(),
        sequence: 0,
        stamp: "2026-09-01T08:00:00Z".parse().expect("a fixed instant"),
        start: datetime(2026, 10, 26, 9, 0, 0, 0),
        end: datetime(2026, 10, 26, 16, 0, 0, 0),
        summary: "Kom godt i gang med borgerinddragelse".into(),
        description: "Tag en idé eller en plan med.\nSe programmet; det er kort, men godt.".into(),
        location: "Sorøgade 6, København Ø".into(),
        url: Some("https://kurser.example.dk/kurser/kom-godt-i-gang".into()),
        organiser: Person {
            name: "Kursushuset".into(),
            mail: "kursus@example.dk".into(),
        },
        attendee: Some(Person {
            name: "Åse \"Å\" Ås".into(),
            mail: "aase@example.dk".into(),
        }),
        status: Status::Confirmed,
        alarms: vec![Alarm {
            minutes_before: 1440,
            text: "Kursus i morgen".into(),
        }],
    }
}

fn calendar(method: Method, events: Vec<Event>) -> Calendar {
    Calendar {
        method,
        prod_id: "-//Inddrag//Kurser//DA".into(),
        events,
    }
}

fn ics(method: Method, event: Event) -> String {
    String::from_utf8(calendar(method, vec![event]).to_ics().expect("writes")).expect("is UTF-8")
}

/// The lines as a reader sees them, folding undone.
fn unfolded(ics: &str) -> Vec<String> {
    ics.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn an_invitation_line_by_line() {
    let lines = unfolded(&ics(Method::Request, event()));
    let expected = "BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Inddrag//Kurser//DA
CALSCALE:GREGORIAN
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Europe/Copenhagen
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:0198-participation@kurser.example.dk
SEQUENCE:0
DTSTAMP:20260901T080000Z
DTSTART;TZID=Europe/Copenhagen:20261026T090000
DTEND;TZID=Europe/Copenhagen:20261026T160000
SUMMARY:Kom godt i gang med borgerinddragelse
DESCRIPTION:Tag en idé eller en plan med.\\nSe programmet\\; det er kort\\, men godt.
LOCATION:Sorøgade 6\\, København Ø
URL:https://kurser.example.dk/kurser/kom-godt-i-gang
ORGANIZER;CN=\"Kursushuset\":mailto:kursus@example.dk
ATTENDEE;CN=\"Åse 'Å' Ås\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:aase@example.dk
STATUS:CONFIRMED
TRANSP:OPAQUE
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT1440M
DESCRIPTION:Kursus i morgen
END:VALARM
END:VEVENT
END:VCALENDAR";
    assert_eq!(lines, expected.lines().collect::<Vec<_>>());
}

#[test]
fn a_cancellation_says_so_and_rings_no_bell() {
    let lines = unfolded(&ics(Method::Cancel, Event { sequence: 3, ..event() }));
    for line in [
        "METHOD:CANCEL",
        "SEQUENCE:3",
        "STATUS:CANCELLED",
        "ATTENDEE;CN=\"Åse 'Å' Ås\":mailto:aase@example.dk",
    ] {
        assert!(lines.iter().any(|found| found == line), "{line} is missing");
    }
    assert!(!lines.iter().any(|line| line == "BEGIN:VALARM"));
}

#[test]
fn a_course_begins_at_nine_on_either_side_of_the_change_of_clocks() {
    // Which offset that is, the time zone in the file says; an independent reader checks it in `tests/validators.rs`.
    for day in [24, 25, 26] {
        let at = date(2026, 10, day);
        let lines = unfolded(&ics(
            Method::Request,
            Event {
                start: at.at(9, 0, 0, 0),
                end: at.at(16, 0, 0, 0),
                ..event()
            },
        ));
        assert!(lines.contains(&format!("DTSTART;TZID=Europe/Copenhagen:202610{day}T090000")));
    }
}

#[test]
fn a_published_calendar_holds_many_events_and_nobodys_address_but_the_organisers() {
    let open = |uid: &str| Event {
        uid: uid.into(),
        attendee: None,
        ..event()
    };
    let file = calendar(Method::Publish, vec![open("a@x"), open("b@x")]).to_ics().expect("writes");
    let text = String::from_utf8(file).expect("is UTF-8");
    assert_eq!(text.matches("BEGIN:VEVENT\r\n").count(), 2);
    assert!(!text.contains("ATTENDEE"));
}

#[test]
fn the_content_type_carries_the_method() {
    assert_eq!(
        calendar(Method::Cancel, vec![]).content_type(),
        "text/calendar; charset=utf-8; method=CANCEL"
    );
}

#[test]
fn what_receivers_would_mistake_is_refused() {
    let refused = |method, event| calendar(method, vec![event]).to_ics().expect_err("refused");
    let uid = event().uid;
    assert_eq!(calendar(Method::Publish, vec![]).to_ics(), Err(CalendarError::NoEvent));
    assert_eq!(
        calendar(Method::Request, vec![event(), event()]).to_ics(),
        Err(CalendarError::SeveralEvents { count: 2 })
    );
    assert_eq!(
        refused(Method::Request, Event { attendee: None, ..event() }),
        CalendarError::Attendee {
            uid: uid.clone(),
            missing: true
        }
    );
    assert_eq!(
        refused(Method::Publish, event()),
        CalendarError::Attendee {
            uid: uid.clone(),
            missing: false
        }
    );
    assert!(matches!(
        refused(
            Method::Request,
            Event {
                end: event().start,
                ..event()
            }
        ),
        CalendarError::Span { .. }
    ));
    assert!(matches!(
        refused(
            Method::Request,
            Event {
                uid: "a\r\nX:y".into(),
                ..event()
            }
        ),
        CalendarError::Uid { .. }
    ));
    assert!(matches!(
        refused(
            Method::Request,
            Event {
                url: Some("javascript:x".into()),
                ..event()
            }
        ),
        CalendarError::Url { .. }
    ));
    let nobody = Person {
        name: "x".into(),
        mail: "ingen".into(),
    };
    assert_eq!(
        refused(
            Method::Request,
            Event {
                organiser: nobody,
                ..event()
            }
        ),
        CalendarError::Mail { uid, mail: "ingen".into() }
    );
}

/// The names of the properties, but for the two that are left out when empty.
fn properties(ics: &str) -> Vec<String> {
    let names = unfolded(ics)
        .into_iter()
        .map(|line| line.split([':', ';']).next().unwrap_or("").to_owned());
    names.filter(|name| name != "DESCRIPTION" && name != "LOCATION").collect()
}

proptest! {
    #[test]
    fn no_text_adds_a_line_of_its_own(text in "(\\PC|[\r\n\t:;,\"\\\\]|\r\nEND:VEVENT|\u{2028}ATTACH:){0,40}") {
        let hostile = Event {
            summary: text.clone(),
            description: text.clone(),
            location: text.clone(),
            organiser: Person { name: text.clone(), mail: "kursus@example.dk".into() },
            attendee: Some(Person { name: text.clone(), mail: "aase@example.dk".into() }),
            alarms: vec![Alarm { minutes_before: 5, text }],
            ..event()
        };
        let ics = ics(Method::Request, hostile);
        prop_assert!(ics.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
        prop_assert_eq!(properties(&ics), properties(&self::ics(Method::Request, event())));
    }
}
