//! Who all mail of the installation comes from.

use crate::values::Email;

use super::header_text::one_line;

/// The installation's name and address as sender. Organisations put their own name in front and their own address as the one to answer to; the address that sends
/// stays this one, because only for it can the installation's mail server vouch (SPF, DKIM, DMARC).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    pub(super) name: String,
    pub(super) email: Email,
}

/// The setting is no sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a name and an address such as Inddrag <noreply@kurser.example>")]
pub struct NotASender;

impl Sender {
    /// Reads `Name <address>` or a bare address.
    ///
    /// # Errors
    /// [`NotASender`].
    pub fn parse(setting: &str) -> Result<Self, NotASender> {
        let email = Email::parse(setting).map_err(|_| NotASender)?;
        let name = setting.rsplit_once('<').map_or("", |(name, _)| name.trim().trim_matches('"'));
        if name.contains(['<', '>', '@']) {
            return Err(NotASender); // several addresses, or one that is cut
        }
        Ok(Self {
            name: one_line(name),
            email,
        })
    }

    /// The address that sends: ORGANIZER in calendar files.
    #[must_use]
    pub fn email(&self) -> &Email {
        &self.email
    }
}

#[cfg(test)]
mod tests {
    use super::Sender;

    #[test]
    fn a_sender_is_a_name_and_an_address() {
        let sender = Sender::parse("Inddrag på Fanø <Post@Fanø.example>");
        assert!(sender.is_err(), "addresses are ASCII");
        let sender = Sender::parse("\"Inddrag, Fanø\" <post@fanoe.example>").unwrap();
        assert_eq!(
            (sender.name.as_str(), sender.email.as_str()),
            ("Inddrag, Fanø", "post@fanoe.example")
        );
        assert_eq!(Sender::parse("post@fanoe.example").unwrap().name, "");
        assert!(Sender::parse("Inddrag").is_err());
        assert!(Sender::parse("Inddrag <a@b.example>, <c@d.example>").is_err());
    }
}
