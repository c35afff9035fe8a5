//! Calendar files (iCalendar, RFC 5545 and 5546) that Outlook, Google and Apple take as invitations, changes and cancellations.
//!
//! What makes them work, learnt from those for whom it did not:
//! - One [`Event::uid`] per participation, kept for life; [`Event::sequence`] goes up with every change of time, place or status.
//! - The method stands in the file and in the mail part's content type alike: [`Calendar::content_type`].
//! - A request or cancellation holds one event (a workshop of two days is two files). A published calendar may hold many.
//! - Organiser is the address that sends, attendee the one that receives; without them Outlook shows no buttons.
//! - The time zone is described in the file, so that a course on the Monday after the clocks change begins at nine.

mod lines;
#[cfg(test)]
mod tests;
mod zone;

use jiff::Timestamp;
use jiff::civil::DateTime;

use lines::Lines;

/// What the receiver's calendar shall do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Show the events: a file to download or subscribe to. No attendees.
    Publish,
    /// Invite, or change what was invited to.
    Request,
    /// Take back. The event is written as cancelled, whatever its status.
    Cancel,
}

/// How certain an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Planned, not yet sure to happen.
    Tentative,
    /// It happens.
    Confirmed,
    /// It does not.
    Cancelled,
}

/// Somebody with a mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Name to show. May be empty.
    pub name: String,
    /// Bare address.
    pub mail: String,
}

/// A reminder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// How long before the start.
    pub minutes_before: u32,
    /// What it says.
    pub text: String,
}

/// Something that takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Never changes and is nobody else's: `<id>@<host>`.
    pub uid: String,
    /// 0 at first, higher with every change.
    pub sequence: u32,
    /// When this version was made.
    pub stamp: Timestamp,
    /// Start, as the clock in Denmark shows it.
    pub start: DateTime,
    /// End, as the clock in Denmark shows it.
    pub end: DateTime,
    /// What it is called.
    pub summary: String,
    /// More about it; lines and links are fine. May be empty.
    pub description: String,
    /// Address or `Online`. May be empty.
    pub location: String,
    /// Page with the details.
    pub url: Option<String>,
    /// Who sends it.
    pub organiser: Person,
    /// Who is invited. Required in a request or cancellation, forbidden when published.
    pub attendee: Option<Person>,
    /// How certain it is.
    pub status: Status,
    /// Reminders; left out of a cancellation.
    pub alarms: Vec<Alarm>,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// What the receiver shall do.
    pub method: Method,
    /// Names the program, as `-//Inddrag//Kurser//DA`.
    pub prod_id: String,
    /// What it holds.
    pub events: Vec<Event>,
}

/// Why no file could be written; each would make some receiver ignore or mistake it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// Nothing in it.
    #[error("a calendar without events")]
    NoEvent,
    /// Receivers act on one event of a request or cancellation and drop the others.
    #[error("{count} events in a request or cancellation, which holds one")]
    SeveralEvents {
        /// How many there are.
        count: usize,
    },
    /// Empty, or with control characters.
    #[error("{uid:?} cannot be a UID")]
    Uid {
        /// The UID given.
        uid: String,
    },
    /// It ends before or when it begins, or lies outside the years 1970 to 9999.
    #[error("event {uid}: {start} to {end} is no time span")]
    Span {
        /// UID of the event.
        uid: String,
        /// Its start.
        start: DateTime,
        /// Its end.
        end: DateTime,
    },
    /// Not an address.
    #[error("event {uid}: {mail:?} is not a mail address")]
    Mail {
        /// UID of the event.
        uid: String,
        /// The address given.
        mail: String,
    },
    /// Not a web address.
    #[error("event {uid}: {url:?} is not a web address")]
    Url {
        /// UID of the event.
        uid: String,
        /// The address given.
        url: String,
    },
    /// An attendee where there may be none, or none where there must be one.
    #[error("event {uid}: {}", if *.missing { "needs an attendee" } else { "a published event has no attendee" })]
    Attendee {
        /// UID of the event.
        uid: String,
        /// Whether one is missing.
        missing: bool,
    },
}

impl Calendar {
    /// The content type of the mail part or download, with the method that the file has.
    #[must_use]
    pub fn content_type(&self) -> String {
        format!("text/calendar; charset=utf-8; method={}", self.method.name())
    }

    /// The file.
    ///
    /// # Errors
    /// [`CalendarError`] for what receivers would not understand.
    pub fn to_ics(&self) -> Result<Vec<u8>, CalendarError> {
        if self.events.is_empty() {
            return Err(CalendarError::NoEvent);
        }
        if self.method != Method::Publish && self.events.len() > 1 {
            return Err(CalendarError::SeveralEvents { count: self.events.len() });
        }
        let mut lines = Lines::default();
        lines.raw("BEGIN", "VCALENDAR");
        lines.raw("VERSION", "2.0");
        lines.text("PRODID", &self.prod_id);
        lines.raw("CALSCALE", "GREGORIAN");
        lines.raw("METHOD", self.method.name());
        zone::describe(&mut lines);
        for event in &self.events {
            event.write(self.method, &mut lines)?;
        }
        lines.raw("END", "VCALENDAR");
        Ok(lines.finish())
    }
}

impl Method {
    fn name(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

impl Event {
    fn write(&self, method: Method, lines: &mut Lines) -> Result<(), CalendarError> {
        self.check(method)?;
        let zoned = |at: DateTime| at.strftime("%Y%m%dT%H%M%S").to_string();
        lines.raw("BEGIN", "VEVENT");
        lines.text("UID", &self.uid);
        lines.raw("SEQUENCE", &self.sequence.to_string());
        lines.raw("DTSTAMP", &self.stamp.strftime("%Y%m%dT%H%M%SZ").to_string());
        lines.raw(&format!("DTSTART;TZID={}", zone::NAME), &zoned(self.start));
        lines.raw(&format!("DTEND;TZID={}", zone::NAME), &zoned(self.end));
        lines.text("SUMMARY", &self.summary);
        for (name, text) in [("DESCRIPTION", &self.description), ("LOCATION", &self.location)] {
            if !text.is_empty() {
                lines.text(name, text);
            }
        }
        if let Some(url) = &self.url {
            lines.raw(
                "URL",
                &lines::web_address(url).ok_or_else(|| CalendarError::Url {
                    uid: self.uid.clone(),
                    url: url.clone(),
                })?,
            );
        }
        lines.raw(&with_name("ORGANIZER", &self.organiser), &self.mail_address(&self.organiser)?);
        if let Some(attendee) = &self.attendee {
            let answer = if method == Method::Request {
                ";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
            } else {
                ""
            };
            lines.raw(
                &format!("{}{answer}", with_name("ATTENDEE", attendee)),
                &self.mail_address(attendee)?,
            );
        }
        lines.raw("STATUS", self.status_name(method));
        lines.raw("TRANSP", "OPAQUE");
        if method != Method::Cancel {
            for alarm in &self.alarms {
                lines.raw("BEGIN", "VALARM");
                lines.raw("ACTION", "DISPLAY");
                lines.raw("TRIGGER", &format!("-PT{}M", alarm.minutes_before));
                lines.text("DESCRIPTION", &alarm.text);
                lines.raw("END", "VALARM");
            }
        }
        lines.raw("END", "VEVENT");
        Ok(())
    }

    fn check(&self, method: Method) -> Result<(), CalendarError> {
        if self.uid.trim().is_empty() || self.uid.chars().any(char::is_control) {
            return Err(CalendarError::Uid { uid: self.uid.clone() });
        }
        let years = 1970..=9999;
        if self.start >= self.end || !years.contains(&self.start.year()) || !years.contains(&self.end.year()) {
            return Err(CalendarError::Span {
                uid: self.uid.clone(),
                start: self.start,
                end: self.end,
            });
        }
        let missing = self.attendee.is_none();
        if missing == (method != Method::Publish) {
            return Err(CalendarError::Attendee {
                uid: self.uid.clone(),
                missing,
            });
        }
        Ok(())
    }

    fn status_name(&self, method: Method) -> &'static str {
        match (method, self.status) {
            (Method::Cancel, _) | (_, Status::Cancelled) => "CANCELLED",
            (_, Status::Tentative) => "TENTATIVE",
            (_, Status::Confirmed) => "CONFIRMED",
        }
    }

    fn mail_address(&self, person: &Person) -> Result<String, CalendarError> {
        lines::mail_address(&person.mail).ok_or_else(|| CalendarError::Mail {
            uid: self.uid.clone(),
            mail: person.mail.clone(),
        })
    }
}

fn with_name(property: &str, person: &Person) -> String {
    let name = lines::parameter(&person.name);
    if name.is_empty() {
        property.to_owned()
    } else {
        format!("{property};CN=\"{name}\"")
    }
}
