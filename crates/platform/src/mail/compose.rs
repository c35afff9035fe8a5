//! From a [`Message`] to the bytes that travel (RFC 5322, 2045–2047, 2231).
//!
//! The parts are what calendar programs expect: plain text, HTML and, last, the calendar file as alternatives of each other; the same calendar bytes once more as
//! `invite.ics` in an outer mixed part, for programs that only look at attachments. Composing the same message twice gives the same bytes.

use std::str::FromStr;
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use lettre::Address;
use lettre::message::header::{ContentDisposition, ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, MultiPart, MultiPartKind, SinglePart};

use super::{Attachment, Calendar, MailId, Message, Sender};
use crate::values::Email;

/// What the post adds to a message.
pub(super) struct Stamp<'a> {
    pub(super) id: MailId,
    pub(super) sender: &'a Sender,
    pub(super) at: Timestamp,
    /// Message-IDs of earlier mails of the same thread to the same person, oldest first.
    pub(super) earlier: &'a [String],
}

impl Stamp<'_> {
    /// Unchanged for the life of the mail, so that a mail server that gets it twice can tell.
    pub(super) fn message_id(&self) -> String {
        format!("<{}@{}>", self.id, self.sender.email.domain())
    }
}

pub(super) fn compose(message: &Message, stamp: &Stamp<'_>) -> Vec<u8> {
    let mut builder = lettre::Message::builder()
        .from(mailbox(message.sender_name(stamp.sender), &stamp.sender.email))
        .to(mailbox(message.to_name.as_deref().unwrap_or_default(), &message.to))
        .subject(message.subject.clone())
        .date(SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(stamp.at.as_second()).unwrap_or(0)))
        .message_id(Some(stamp.message_id()))
        .raw_header(plain("Auto-Submitted", "auto-generated".to_owned()))
        .raw_header(plain("Content-Language", message.lang.code().to_owned()));
    if let Some(reply_to) = &message.reply_to {
        builder = builder.reply_to(mailbox(message.from_name.as_deref().unwrap_or_default(), reply_to));
    }
    if let Some(last) = stamp.earlier.last() {
        builder = builder.in_reply_to(last.clone()).references(stamp.earlier.join(" "));
    }
    if let Some(link) = &message.unsubscribe {
        builder = builder
            .raw_header(plain("List-Unsubscribe", format!("<{link}>")))
            .raw_header(plain("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
    }
    builder
        .multipart(parts(message, stamp.id))
        .expect("there is a sender and a recipient, which is all that can be missing")
        .formatted()
}

fn parts(message: &Message, id: MailId) -> MultiPart {
    let mut alternative = multipart(MultiPartKind::Alternative, "a", id)
        .singlepart(SinglePart::plain(message.text.clone()))
        .singlepart(SinglePart::html(message.html.clone()));
    if let Some(calendar) = &message.calendar {
        alternative = alternative.singlepart(calendar_part(calendar));
    }
    if message.calendar.is_none() && message.attachments.is_empty() {
        return alternative;
    }
    let mut mixed = multipart(MultiPartKind::Mixed, "m", id).multipart(alternative);
    if let Some(calendar) = &message.calendar {
        // Not text/calendar: some programs would take the second one for a second invitation.
        mixed = mixed.singlepart(file_part("invite.ics", "application/ics", &calendar.bytes));
    }
    for Attachment { name, kind, bytes } in &message.attachments {
        mixed = mixed.singlepart(file_part(name, kind.media_type(), bytes));
    }
    mixed
}

/// The boundary follows from the mail's id; it holds `=_`, which neither base64 nor quoted-printable can produce.
fn multipart(kind: MultiPartKind, mark: &str, id: MailId) -> MultiPart {
    MultiPart::builder()
        .kind(kind)
        .boundary(format!("=_{mark}{}", id.as_uuid().simple()))
        .build()
}

fn calendar_part(calendar: &Calendar) -> SinglePart {
    let kind = format!("text/calendar; charset=utf-8; method={}", calendar.method.as_str());
    SinglePart::builder().header(content_type(&kind)).body(base64(&calendar.bytes))
}

fn file_part(name: &str, media_type: &str, bytes: &[u8]) -> SinglePart {
    SinglePart::builder()
        .header(content_type(media_type))
        .header(ContentDisposition::attachment(name))
        .body(base64(bytes))
}

/// Base64 keeps the bytes as they are; other encodings may change line ends.
fn base64(bytes: &[u8]) -> Body {
    Body::new_with_encoding(bytes.to_vec(), ContentTransferEncoding::Base64).expect("base64 takes any bytes")
}

fn content_type(text: &str) -> ContentType {
    ContentType::parse(text).expect("one of the media types of this program")
}

fn mailbox(name: &str, email: &Email) -> Mailbox {
    Mailbox::new(Some(name.to_owned()).filter(|name| !name.is_empty()), address(email))
}

/// The address as the mail library knows it.
pub(super) fn address(email: &Email) -> Address {
    Address::from_str(email.as_str()).expect("our addresses are a narrower kind than the library's, which a property test watches")
}

fn plain(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn whatever_we_take_for_an_address_the_library_takes_too(
            name in "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}",
            host in "([a-z0-9-]{1,63}\\.){1,3}[a-z0-9]{2,10}",
        ) {
            if let Ok(email) = Email::parse(&format!("{name}@{host}")) {
                prop_assert_eq!(address(&email).to_string(), email.as_str());
            }
        }
    }
}
