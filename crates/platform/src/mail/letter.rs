//! Letters: the content of a mail written once, shown as plain text and as HTML in the house's style, in the reader's language.

mod html;
mod text;

use texts::Lang;

use super::{Link, Message};
use crate::Organisation;
use crate::values::Email;

/// A letter under way: salutation, blocks in the order in which they are added, greeting, footer.
///
/// ```
/// # fn story(organisation: &platform::Organisation, to: platform::values::Email) -> Result<(), platform::mail::NotALink> {
/// use platform::mail::{Letter, Link};
/// use texts::Lang;
///
/// let link = Link::parse("https://kurser.example/tilmelding/abc")?;
/// let message = Letter::new(Lang::Da, "Du er tilmeldt Borgerinddragelse i praksis")
///     .of(organisation)
///     .dear("Anne Holm")
///     .paragraph("Du er tilmeldt kurset.")
///     .facts(&[("Tid", "28. oktober 2026, 9–16"), ("Sted", "Toldbodgade 12, København")])
///     .button("Se din tilmelding", &link)
///     .to(to);
/// # Ok(()) }
/// ```
#[derive(Debug, Clone)]
pub struct Letter {
    lang: Lang,
    subject: String,
    reader: Option<String>,
    from: Option<From>,
    blocks: Vec<Block>,
}

#[derive(Debug, Clone)]
struct From {
    name: String,
    email: Option<Email>,
}

#[derive(Debug, Clone)]
enum Block {
    Heading(String),
    Paragraph(String),
    List(Vec<String>),
    Facts(Vec<(String, String)>),
    Button(String, Link),
}

impl Letter {
    /// An empty letter.
    #[must_use]
    pub fn new(lang: Lang, subject: &str) -> Self {
        Self {
            lang,
            subject: subject.to_owned(),
            reader: None,
            from: None,
            blocks: Vec::new(),
        }
    }

    /// Who writes: signs the letter, stands as sender and gets the answers. Without this the installation itself writes, and answers go nowhere.
    #[must_use]
    pub fn of(mut self, organisation: &Organisation) -> Self {
        self.from = Some(From {
            name: organisation.name.clone(),
            email: Email::parse(&organisation.contact_email).ok(),
        });
        self
    }

    /// To whom, by name: in the salutation and in the address.
    #[must_use]
    pub fn dear(mut self, name: &str) -> Self {
        self.reader = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
        self
    }

    /// A heading within the letter.
    #[must_use]
    pub fn heading(self, text: impl Into<String>) -> Self {
        self.with(Block::Heading(text.into()))
    }

    /// A paragraph. Line breaks stay.
    #[must_use]
    pub fn paragraph(self, text: impl Into<String>) -> Self {
        self.with(Block::Paragraph(text.into()))
    }

    /// A list with bullets.
    #[must_use]
    pub fn list<T: Into<String>>(self, items: impl IntoIterator<Item = T>) -> Self {
        self.with(Block::List(items.into_iter().map(Into::into).collect()))
    }

    /// Facts with their names: time, place, price.
    #[must_use]
    pub fn facts<N: Into<String> + Clone, V: Into<String> + Clone>(self, facts: &[(N, V)]) -> Self {
        self.with(Block::Facts(
            facts.iter().cloned().map(|(name, value)| (name.into(), value.into())).collect(),
        ))
    }

    /// The thing to do, as a button; its address is also written out.
    #[must_use]
    pub fn button(self, label: impl Into<String>, link: &Link) -> Self {
        self.with(Block::Button(label.into(), link.clone()))
    }

    /// Makes the mail.
    #[must_use]
    pub fn to(self, email: Email) -> Message {
        let mut message = Message::new(email, &self.subject, self.lang, text::write(&self), html::write(&self));
        if let Some(name) = &self.reader {
            message = message.named(name);
        }
        if let Some(from) = self.from {
            message = message.on_behalf_of(&from.name, from.email);
        }
        message
    }

    fn with(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }
}
