//! A mail as a room hands it over: to whom, about what, and its content in the forms that mail programs show.

use texts::Lang;

use super::header_text::one_line;
use super::{Link, Sender};
use crate::values::Email;

/// A mail. Rooms usually write a [`super::Letter`] and let it make one.
#[derive(Debug, Clone)]
pub struct Message {
    pub(super) to: Email,
    pub(super) to_name: Option<String>,
    /// The name shown as sender; `None`: the installation's.
    pub(super) from_name: Option<String>,
    pub(super) reply_to: Option<Email>,
    pub(super) subject: String,
    pub(super) lang: Lang,
    pub(super) text: String,
    pub(super) html: String,
    pub(super) calendar: Option<Calendar>,
    pub(super) attachments: Vec<Attachment>,
    pub(super) thread: Option<String>,
    pub(super) unsubscribe: Option<Link>,
}

/// What a calendar program shall do with a calendar file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Put it in, or change what is there.
    Request,
    /// Take it out.
    Cancel,
}

impl Method {
    /// As it stands in the file and in the part's type; both must agree.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Method::Request => "REQUEST",
            Method::Cancel => "CANCEL",
        }
    }
}

/// A calendar file that the mail program acts on.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// The same as in the file.
    pub method: Method,
    /// The file, in UTF-8.
    pub bytes: Vec<u8>,
}

/// A file that comes with the mail.
#[derive(Debug, Clone)]
pub struct Attachment {
    pub(super) name: String,
    pub(super) kind: AttachmentKind,
    pub(super) bytes: Vec<u8>,
}

/// The kinds of file we send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttachmentKind {
    /// A PDF document.
    Pdf,
    /// A spreadsheet.
    Xlsx,
    /// An electronic invoice.
    Xml,
    /// Comma-separated values.
    Csv,
}

impl AttachmentKind {
    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            AttachmentKind::Pdf => "application/pdf",
            AttachmentKind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            AttachmentKind::Xml => "application/xml",
            AttachmentKind::Csv => "text/csv; charset=utf-8",
        }
    }
}

impl Attachment {
    /// A file with its name as the reader sees it.
    #[must_use]
    pub fn new(name: &str, kind: AttachmentKind, bytes: Vec<u8>) -> Self {
        Self {
            name: one_line(name),
            kind,
            bytes,
        }
    }
}

impl Message {
    /// A mail with its two forms. Line breaks in the subject become blanks.
    #[must_use]
    pub fn new(to: Email, subject: &str, lang: Lang, text: String, html: String) -> Self {
        Self {
            to,
            to_name: None,
            from_name: None,
            reply_to: None,
            subject: one_line(subject),
            lang,
            text,
            html,
            calendar: None,
            attachments: Vec::new(),
            thread: None,
            unsubscribe: None,
        }
    }

    /// The recipient's name.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        self.to_name = Some(one_line(name)).filter(|name| !name.is_empty());
        self
    }

    /// In whose name the installation sends it, and where answers go.
    #[must_use]
    pub fn on_behalf_of(mut self, name: &str, reply_to: Option<Email>) -> Self {
        self.from_name = Some(one_line(name)).filter(|name| !name.is_empty());
        self.reply_to = reply_to;
        self
    }

    /// A calendar file to act on. Its ORGANIZER must be [`Sender::email`] of the installation and its ATTENDEE the recipient, or mail programs show no buttons.
    #[must_use]
    pub fn with_calendar(mut self, method: Method, bytes: Vec<u8>) -> Self {
        self.calendar = Some(Calendar { method, bytes });
        self
    }

    /// One more file.
    #[must_use]
    pub fn with_attachment(mut self, attachment: Attachment) -> Self {
        self.attachments.push(attachment);
        self
    }

    /// What the mail is about, such as `registration/<id>`: mails to the same person about the same thing hang together in mail programs.
    #[must_use]
    pub fn in_thread(mut self, thread: impl Into<String>) -> Self {
        self.thread = Some(thread.into());
        self
    }

    /// For news and interest mail only, never for confirmations: the address where one click, without further question, ends such mail.
    #[must_use]
    pub fn with_unsubscribe(mut self, link: Link) -> Self {
        self.unsubscribe = Some(link);
        self
    }

    /// Who it goes to.
    #[must_use]
    pub fn recipient(&self) -> &Email {
        &self.to
    }

    pub(super) fn sender_name<'a>(&'a self, sender: &'a Sender) -> &'a str {
        self.from_name.as_deref().unwrap_or(&sender.name)
    }
}
