//! A mail address.

use super::{ValueError, clean, text_backed};

/// A mail address that can be written to: ASCII, one `@`, a domain with a dot. The domain is in lower case, the part before the `@` as typed.
///
/// Narrower than the standard on purpose: quoted parts, comments and numeric hosts are never what a participant means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

text_backed!([] Email);

impl Email {
    /// The longest address that mail systems carry (RFC 5321).
    pub const MAX: usize = 254;

    /// Reads an address; `mailto:` in front and `Navn <adresse>` around it are understood.
    ///
    /// # Errors
    /// [`ValueError::Empty`], [`ValueError::TooLong`], and the variants of [`ValueError`] that begin with `Email`.
    pub fn parse(raw: &str) -> Result<Self, ValueError> {
        let line = clean::one_line(raw)?;
        let address = bare(&line);
        clean::fits(address, Self::MAX)?;
        if address.contains([',', ';']) || address.matches('@').count() > 1 {
            return Err(ValueError::EmailSeveral);
        }
        let (name, host) = address.split_once('@').ok_or(ValueError::EmailWithoutAt)?;
        if let Some(found) = address.chars().find(|c| !c.is_ascii()) {
            return Err(ValueError::EmailNotAscii { found });
        }
        if !is_name(name) {
            return Err(ValueError::EmailBeforeAt);
        }
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        if !is_host(&host) {
            return Err(ValueError::EmailAfterAt);
        }
        Ok(Self(format!("{name}@{host}")))
    }

    /// The address by which two are the same person's: all in lower case, as every mail system of note treats it.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// The part after the `@`.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, host)| host)
    }
}

/// The address out of `Navn <adresse>` or `mailto:adresse`.
fn bare(line: &str) -> &str {
    let inner = match (line.rfind('<'), line.strip_suffix('>')) {
        (Some(open), Some(rest)) => rest[open + 1..].trim(),
        _ => line,
    };
    match inner.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => inner[7..].trim(),
        _ => inner,
    }
}

fn is_name(name: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || ".!#$%&'*+-/=?^_`{|}~".contains(c);
    (1..=64).contains(&name.len()) && name.chars().all(allowed) && !name.starts_with('.') && !name.ends_with('.') && !name.contains("..")
}

fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let top = host.rsplit('.').next().unwrap_or_default();
    host.contains('.') && host.split('.').all(is_label) && top.len() >= 2 && !top.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(raw: &str) -> Result<String, ValueError> {
        Email::parse(raw).map(Email::into_string)
    }

    #[test]
    fn addresses_are_understood_as_people_paste_them() {
        for raw in [
            "Anne@nordby.example",
            " Anne@NORDBY.example.",
            "mailto:Anne@nordby.example",
            "Anne Holm <Anne@nordby.example>",
            "\u{200b}Anne@nordby.example",
        ] {
            assert_eq!(read(raw).as_deref(), Ok("Anne@nordby.example"), "{raw}");
        }
        assert_eq!(
            read("o'neill+kursus@mail.gov.example").as_deref(),
            Ok("o'neill+kursus@mail.gov.example")
        );
    }

    #[test]
    fn the_same_person_writes_in_capitals_one_day() {
        let typed = Email::parse("ANNE@nordby.example").unwrap();
        assert_eq!((typed.key().as_str(), typed.domain()), ("anne@nordby.example", "nordby.example"));
    }

    #[test]
    fn each_slip_has_its_own_answer() {
        assert_eq!(read(""), Err(ValueError::Empty));
        assert_eq!(read("anne.nordby.example"), Err(ValueError::EmailWithoutAt));
        assert_eq!(read("a@x.example; b@x.example"), Err(ValueError::EmailSeveral));
        assert_eq!(read("a@b@x.example"), Err(ValueError::EmailSeveral));
        assert_eq!(read("søren@x.example"), Err(ValueError::EmailNotAscii { found: 'ø' }));
        assert_eq!(read("anne＠x.example"), Err(ValueError::EmailWithoutAt));
        for raw in [
            "@x.example",
            "an ne@x.example",
            ".anne@x.example",
            "an..ne@x.example",
            "\"a\"@x.example",
        ] {
            assert_eq!(read(raw), Err(ValueError::EmailBeforeAt), "{raw}");
        }
        for raw in [
            "anne@",
            "anne@nordby",
            "anne@nord by.dk",
            "anne@-x.dk",
            "anne@127.0.0.1",
            "anne@x..dk",
            "anne@[::1]",
            "anne@x.d",
        ] {
            assert_eq!(read(raw), Err(ValueError::EmailAfterAt), "{raw}");
        }
        assert_eq!(read("anne@x.example\r\nBcc: b"), Err(ValueError::EmailAfterAt));
        assert_eq!(read("<"), Err(ValueError::EmailWithoutAt));
        assert_eq!(read("><"), Err(ValueError::EmailWithoutAt));
        assert!(matches!(
            read(&format!("{}@x.example", "a".repeat(300))),
            Err(ValueError::TooLong { max: 254, .. })
        ));
    }

    proptest! {
        #[test]
        fn whatever_is_read_reads_back_and_is_safe_in_a_header(raw in any::<String>()) {
            if let Ok(email) = Email::parse(&raw) {
                prop_assert_eq!(Email::parse(email.as_str()), Ok(email));
            }
        }

        #[test]
        fn ordinary_addresses_are_read_whole(name in "[a-z0-9]{1,10}([._+-][a-z0-9]{1,5}){0,2}", host in "([a-z0-9]{1,8}\\.){1,3}[a-z]{2,6}") {
            let address = format!("{name}@{host}");
            prop_assert_eq!(read(&address), Ok(address));
        }

        #[test]
        fn a_read_address_is_plain_ascii_without_blanks(raw in "[a-zA-Z@. <>:\u{0}-\u{1f}\u{e6}]{0,30}") {
            if let Ok(email) = Email::parse(&raw) {
                prop_assert!(email.as_str().chars().all(|c| c.is_ascii_graphic()));
            }
        }
    }
}
