//! Reads how mail leaves from one line of settings.

use std::path::PathBuf;

use super::Kind;
use super::smtp::{Smtp, Tls};

/// The setting cannot be used. None of it is repeated: it may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotATransport {
    /// The beginning is not known.
    #[error("expected smtp://user:password@host:587, smtps://host or folder:PATH")]
    Kind,
    /// No host.
    #[error("the name of the mail server is missing")]
    Host,
    /// The port is no number.
    #[error("the port of the mail server must be a number from 1 to 65535")]
    Port,
    /// A user without password.
    #[error("a user needs a password: smtp://user:password@host")]
    Password,
    /// `%` without two hexadecimal digits.
    #[error("user and password must be percent-encoded: write % as %25, @ as %40, : as %3A and / as %2F")]
    Encoding,
    /// An option nobody knows.
    #[error("the only options are tls=required, tls=none (for smtp://) and ca=PATH")]
    Option,
    /// A password in the clear.
    #[error("a password is not sent without TLS, except to this machine itself; leave tls=none out")]
    InTheClear,
    /// No path.
    #[error("the path of the folder is missing")]
    Folder,
}

pub(super) fn parse(setting: &str) -> Result<Kind, NotATransport> {
    let setting = setting.trim();
    if let Some(path) = setting.strip_prefix("folder:") {
        let path = path.strip_prefix("//").unwrap_or(path);
        return if path.is_empty() {
            Err(NotATransport::Folder)
        } else {
            Ok(Kind::Folder(PathBuf::from(path)))
        };
    }
    let (scheme, rest) = setting.split_once("://").ok_or(NotATransport::Kind)?;
    let default = match scheme {
        "smtp" => Tls::Upgrade,
        "smtps" => Tls::Whole,
        _ => return Err(NotATransport::Kind),
    };
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (user, server) = rest.rsplit_once('@').map_or((None, rest), |(user, server)| (Some(user), server));
    let (tls, ca) = options(query, default)?;
    let (host, port) = host_and_port(server.trim_end_matches('/'))?;
    let credentials = user.map(credentials).transpose()?;
    if credentials.is_some() && tls == Tls::Off && !matches!(host, "localhost" | "127.0.0.1" | "::1") {
        return Err(NotATransport::InTheClear);
    }
    Ok(Kind::Smtp(Smtp::new(host.to_owned(), port, tls, credentials, ca)))
}

fn options(query: &str, default: Tls) -> Result<(Tls, Option<PathBuf>), NotATransport> {
    let (mut tls, mut ca) = (default, None);
    for option in query.split('&').filter(|option| !option.is_empty()) {
        match (option.split_once('='), default) {
            (Some(("tls", "required")), _) => {}
            (Some(("tls", "none")), Tls::Upgrade) => tls = Tls::Off,
            (Some(("ca", path)), _) if !path.is_empty() => ca = Some(PathBuf::from(decode(path)?)),
            _ => return Err(NotATransport::Option),
        }
    }
    Ok((tls, ca))
}

fn host_and_port(server: &str) -> Result<(&str, Option<u16>), NotATransport> {
    let (host, port) = match server.strip_prefix('[') {
        Some(rest) => rest.split_once(']').ok_or(NotATransport::Host)?,
        None => server.find(':').map_or((server, ""), |colon| server.split_at(colon)),
    };
    if host.is_empty() || !host.chars().all(|c| c.is_ascii_alphanumeric() || ".-_:".contains(c)) {
        return Err(NotATransport::Host);
    }
    let port = match port.strip_prefix(':') {
        Some(port) => Some(port.parse().ok().filter(|port| *port > 0).ok_or(NotATransport::Port)?),
        None if port.is_empty() => None,
        None => return Err(NotATransport::Port),
    };
    Ok((host, port))
}

fn credentials(user: &str) -> Result<(String, String), NotATransport> {
    let (user, password) = user.split_once(':').ok_or(NotATransport::Password)?;
    Ok((decode(user)?, decode(password)?))
}

fn decode(text: &str) -> Result<String, NotATransport> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let [high, low, tail @ ..] = rest else {
            return Err(NotATransport::Encoding);
        };
        let digit = |byte: u8| {
            char::from(byte)
                .to_digit(16)
                .and_then(|digit| u8::try_from(digit).ok())
                .ok_or(NotATransport::Encoding)
        };
        bytes.push(digit(*high)? * 16 + digit(*low)?);
        rest = tail;
    }
    String::from_utf8(bytes).map_err(|_| NotATransport::Encoding)
}

#[cfg(test)]
mod tests {
    use super::super::Transport;
    use super::NotATransport;

    #[test]
    fn settings_are_read_and_shown_without_the_password() {
        for (setting, shown) in [
            ("smtp://mail.example.org", "smtp://mail.example.org:587 (STARTTLS)"),
            (
                "smtp://bo:hem%40meligt@mail.example.org:25?tls=required",
                "smtp://mail.example.org:25 (STARTTLS, signs in)",
            ),
            (
                "smtps://bo:hem%40meligt@mail.example.org",
                "smtps://mail.example.org:465 (TLS, signs in)",
            ),
            ("smtp://localhost:1025?tls=none", "smtp://localhost:1025 (no TLS)"),
            ("smtp://[::1]:2525?tls=none", "smtp://[::1]:2525 (no TLS)"),
            ("folder:/var/mail/ud", "folder:/var/mail/ud"),
            ("folder:mail", "folder:mail"),
        ] {
            let transport = Transport::parse(setting).unwrap();
            assert_eq!(transport.to_string(), shown);
            assert!(!format!("{transport:?}").contains("meligt"));
        }
    }

    #[test]
    fn what_cannot_be_used_is_explained() {
        for (setting, problem) in [
            ("", NotATransport::Kind),
            ("mailto:a@b.example", NotATransport::Kind),
            ("http://mail.example.org", NotATransport::Kind),
            ("smtp://", NotATransport::Host),
            ("smtp://bo:x@/", NotATransport::Host),
            ("smtp://a b", NotATransport::Host),
            ("smtp://mail.example.org:0", NotATransport::Port),
            ("smtp://mail.example.org:smtp", NotATransport::Port),
            ("smtp://[::1]25", NotATransport::Port),
            ("smtp://bo@mail.example.org", NotATransport::Password),
            ("smtp://bo:50%@mail.example.org", NotATransport::Encoding),
            ("smtp://bo:%ff@mail.example.org", NotATransport::Encoding),
            ("smtp://mail.example.org?tls=maybe", NotATransport::Option),
            ("smtps://mail.example.org?tls=none", NotATransport::Option),
            ("smtp://mail.example.org?ca=", NotATransport::Option),
            ("smtp://bo:x@mail.example.org?tls=none", NotATransport::InTheClear),
            ("folder:", NotATransport::Folder),
        ] {
            assert_eq!(Transport::parse(setting).err(), Some(problem), "{setting}");
        }
    }
}
