//! Calendar entries: one for each day, each with an identity that lasts for the life of the seat.

use documents::calendar::{Calendar, Event, Method as FileMethod, Person, Status};
use platform::App;
use platform::mail::Method;
use platform::organisation::Organisation;
use texts::Lang;

use crate::model::{Course, Day, Days};
use crate::pages::wording;
use crate::store::editions::StoredEdition;
use crate::store::registrations::StoredRegistration;

/// Whose calendar entry it is, and of what.
pub(crate) struct Entry<'a> {
    pub(crate) app: &'a App,
    pub(crate) house: &'a Organisation,
    pub(crate) lang: Lang,
    pub(crate) course: &'a Course,
    pub(crate) edition: &'a StoredEdition,
    pub(crate) seat: &'a StoredRegistration,
}

impl Entry<'_> {
    /// The calendar parts of mails, one for each day: an invitation, or its withdrawal with a higher sequence number. An invitation holds a single event
    /// (RFC 5546), so a course of two days needs two mails.
    pub(crate) fn parts(&self, method: Method) -> Vec<Vec<u8>> {
        self.parts_after(0, method)
    }

    /// [`Entry::parts`] without the first so many days: what is withdrawn when a course gets fewer days.
    pub(crate) fn parts_after(&self, kept: usize, method: Method) -> Vec<Vec<u8>> {
        let method = if method == Method::Cancel {
            FileMethod::Cancel
        } else {
            FileMethod::Request
        };
        self.numbered()
            .skip(kept)
            .filter_map(|day| self.write(method, vec![self.event(method, day)]))
            .collect()
    }

    /// All days in one file, to import by hand.
    pub(crate) fn file(&self) -> Option<Vec<u8>> {
        let method = FileMethod::Publish;
        self.write(method, self.numbered().map(|day| self.event(method, day)).collect())
    }

    /// The days with their numbers from 1. The number and not the date is the entry's identity, so that a course that moves takes its entry along.
    fn numbered(&self) -> impl Iterator<Item = (usize, Day)> {
        let days = self.edition.edition.plan().days().map(Days::as_slice).unwrap_or_default();
        (1..).zip(days.iter().copied())
    }

    fn event(&self, method: FileMethod, (number, day): (usize, Day)) -> Event {
        let host = self.house.domain.as_deref().unwrap_or(self.app.config.host());
        let person = |name: &str, mail: &str| Person {
            name: name.to_owned(),
            mail: mail.to_owned(),
        };
        let participant = &self.seat.participant;
        Event {
            uid: format!("{}-{number}@{host}", self.seat.id),
            sequence: u32::try_from(self.seat.calendar_sequence).unwrap_or(u32::MAX),
            stamp: self.app.clock.now(),
            start: day.date.to_datetime(day.start),
            end: day.date.to_datetime(day.end),
            summary: self.course.title.get(self.lang).to_string(),
            description: self.course.teaser.get(self.lang).to_string(),
            location: wording::place(self.lang, self.edition.edition.plan()),
            url: None,
            organiser: person(&self.house.name, &self.house.contact_email),
            attendee: (method != FileMethod::Publish).then(|| person(participant.name.as_str(), participant.email.as_str())),
            status: if method == FileMethod::Cancel {
                Status::Cancelled
            } else {
                Status::Confirmed
            },
            alarms: Vec::new(),
        }
    }

    /// A file that cannot be written is a mistake of ours: the mail goes without it, and the log says so.
    fn write(&self, method: FileMethod, events: Vec<Event>) -> Option<Vec<u8>> {
        let calendar = Calendar {
            method,
            prod_id: "-//Inddrag//Inddrag//DA".to_owned(),
            events,
        };
        calendar
            .to_ics()
            .inspect_err(|error| tracing::error!(%error, "a calendar file could not be written"))
            .ok()
    }
}
