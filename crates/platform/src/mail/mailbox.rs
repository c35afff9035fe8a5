//! Looks into the folder that mail is dropped into: what the page `/_mail` of a demo shows.

use std::fs;
use std::io;
use std::path::Path;

use jiff::Timestamp;
use mail_parser::{Address, Message, MessageParser, MimeHeaders, PartType};

/// A mail as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name in the folder without `.eml`.
    pub id: String,
    /// When it was written.
    pub at: Option<Timestamp>,
    /// Names and addresses of the recipients.
    pub to: String,
    /// Its subject.
    pub subject: String,
}

/// An opened mail.
#[derive(Debug, Clone)]
pub struct Opened {
    /// What the list shows.
    pub entry: Entry,
    /// Name and address of the sender.
    pub from: String,
    /// Where answers go, if elsewhere.
    pub reply_to: String,
    /// The plain part.
    pub text: String,
    /// The HTML part, as it came: to be shown in a sandbox only.
    pub html: Option<String>,
    /// Calendar file and attachments.
    pub files: Vec<File>,
}

/// A file in a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, if it has one.
    pub name: String,
    /// Its media type with its parameters left out.
    pub media_type: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// All mails, the newest first. A folder that does not exist yet is empty; files that are no mails are passed over.
///
/// # Errors
/// What the system says of the folder.
pub fn list(folder: &Path) -> io::Result<Vec<Entry>> {
    newest(folder, usize::MAX)
}

/// The newest mails, so many and no more.
///
/// # Errors
/// As [`list`].
pub fn newest(folder: &Path, most: usize) -> io::Result<Vec<Entry>> {
    let mut ids: Vec<String> = match fs::read_dir(folder) {
        Ok(files) => files.filter_map(|file| id_of(&file.ok()?.path())).collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    // Names begin with the mail's id, which begins with its time.
    ids.sort_unstable_by(|a, b| b.cmp(a));
    ids.truncate(most);
    Ok(ids
        .into_iter()
        .filter_map(|id| {
            let bytes = fs::read(folder.join(format!("{id}.eml"))).ok()?;
            Some(entry(id, &MessageParser::default().parse_headers(&bytes)?))
        })
        .collect())
}

/// One mail. `None`: there is none of that name.
///
/// # Errors
/// What the system says of the file.
pub fn read(folder: &Path, id: &str) -> io::Result<Option<Opened>> {
    if !is_id(id) {
        return Ok(None);
    }
    let bytes = match fs::read(folder.join(format!("{id}.eml"))) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    Ok(MessageParser::default().parse(&bytes).map(|mail| Opened {
        entry: entry(id.to_owned(), &mail),
        from: people(mail.from()),
        reply_to: people(mail.reply_to()),
        text: mail.body_text(0).map_or_else(String::new, std::borrow::Cow::into_owned),
        html: mail.html_part(0).and_then(|part| match &part.body {
            PartType::Html(html) => Some(html.clone().into_owned()),
            _ => None,
        }),
        files: mail.attachments().map(file).collect(),
    }))
}

fn entry(id: String, mail: &Message<'_>) -> Entry {
    Entry {
        id,
        at: mail.date().and_then(|date| Timestamp::from_second(date.to_timestamp()).ok()),
        to: people(mail.to()),
        subject: mail.subject().unwrap_or_default().to_owned(),
    }
}

fn people(addresses: Option<&Address<'_>>) -> String {
    let one = |person: &mail_parser::Addr<'_>| match (person.name(), person.address()) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (name, address) => name.or(address).unwrap_or_default().to_owned(),
    };
    addresses.map_or_else(String::new, |addresses| addresses.iter().map(one).collect::<Vec<_>>().join(", "))
}

fn file(part: &mail_parser::MessagePart<'_>) -> File {
    let media_type = part.content_type().map_or_else(
        || "application/octet-stream".to_owned(),
        |found| format!("{}/{}", found.ctype(), found.subtype().unwrap_or("octet-stream")).to_ascii_lowercase(),
    );
    File {
        name: part.attachment_name().unwrap_or_default().to_owned(),
        media_type,
        bytes: part.contents().to_vec(),
    }
}

fn id_of(path: &Path) -> Option<String> {
    let id = path.file_name()?.to_str()?.strip_suffix(".eml")?;
    is_id(id).then(|| id.to_owned())
}

/// What our own file names look like; nothing that could lead out of the folder.
fn is_id(id: &str) -> bool {
    !id.starts_with('.') && !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || "@.-_".contains(c))
}
