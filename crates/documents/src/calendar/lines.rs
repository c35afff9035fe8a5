//! Content lines: escaped so that no text can begin a property of its own, and folded so that none is too long.

/// Most octets of a line, without its end.
const WIDTH: usize = 75;

/// A file in the making.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A property whose value is already in the form the format wants. `head` is the name with its parameters.
    pub(super) fn raw(&mut self, head: &str, value: &str) {
        fold(&mut self.0, &format!("{head}:{value}"));
    }

    /// A property with text for people.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.raw(name, &escaped(text));
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

/// Appends a line in pieces of at most [`WIDTH`] octets, each further piece begun with a blank, and no letter cut in two.
fn fold(out: &mut String, line: &str) {
    let mut room = WIDTH;
    for c in line.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = WIDTH - 1;
        }
        out.push(c);
        room -= c.len_utf8();
    }
    out.push_str("\r\n");
}

/// Text with the four special characters escaped, every kind of line end as `\n`, and no control characters.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                if c == '\r' {
                    let _ = characters.next_if_eq(&'\n');
                }
                out.push_str("\\n");
            }
            '\t' => out.push(' '),
            c if c.is_control() || c == '\u{feff}' => {}
            c => out.push(c),
        }
    }
    out
}

/// A parameter value, to stand between quotation marks: the format has no way to write one inside.
pub(super) fn parameter(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| match c {
            '"' => '\'',
            '\u{2028}' | '\u{2029}' | '\u{feff}' => ' ',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect();
    plain.trim().to_owned()
}

/// `mailto:` with the bare address; `None` when it is not one.
pub(super) fn mail_address(mail: &str) -> Option<String> {
    let (local, host) = mail.rsplit_once('@')?;
    let odd = |c: char| {
        c.is_control() || c.is_whitespace() || matches!(c, '"' | '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';' | ':' | '@' | '\\')
    };
    if local.is_empty() || host.is_empty() || mail.len() > 254 || local.chars().chain(host.chars()).any(odd) {
        return None;
    }
    Some(format!(
        "mailto:{}",
        percent_encoded(mail, |byte| matches!(byte, b'%' | b'?' | b'#' | b'&'))
    ))
}

/// The address when it is one of the web, with other letters than ASCII in the form that addresses have.
pub(super) fn web_address(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let odd = |c: char| c.is_control() || c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\' | '`' | '{' | '}' | '|' | '^');
    (!rest.is_empty() && !rest.starts_with('/') && !rest.chars().any(odd)).then(|| percent_encoded(url, |_| false))
}

fn percent_encoded(text: &str, also: impl Fn(u8) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii() && !also(byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(line: &str) -> String {
        let mut out = String::new();
        fold(&mut out, line);
        out
    }

    fn unescaped(text: &str) -> String {
        let mut out = String::new();
        let mut characters = text.chars();
        while let Some(c) = characters.next() {
            match c {
                '\\' => match characters.next() {
                    Some('n') => out.push('\n'),
                    Some(other) => out.push(other),
                    None => panic!("a lone backslash at the end"),
                },
                c => out.push(c),
            }
        }
        out
    }

    #[test]
    fn lines_are_cut_at_75_octets_and_never_inside_a_letter() {
        assert_eq!(folded(&"a".repeat(75)), format!("{}\r\n", "a".repeat(75)));
        assert_eq!(folded(&"a".repeat(76)), format!("{}\r\n a\r\n", "a".repeat(75)));
        assert_eq!(folded(&format!("{}ø", "a".repeat(74))), format!("{}\r\n ø\r\n", "a".repeat(74)));
    }

    #[test]
    fn text_cannot_break_out_of_its_line() {
        assert_eq!(escaped("a;b,c\\d\r\nEND:VEVENT\u{0}\u{7f}"), "a\\;b\\,c\\\\d\\nEND:VEVENT");
        assert_eq!(parameter("Bo \"B\"\r\nX:y"), "Bo 'B'  X:y");
    }

    #[test]
    fn addresses_that_are_none_are_refused() {
        assert_eq!(mail_address("bo+kursus@example.dk").as_deref(), Some("mailto:bo+kursus@example.dk"));
        assert_eq!(mail_address("åse@example.dk").as_deref(), Some("mailto:%C3%A5se@example.dk"));
        assert_eq!(mail_address("bo?bcc=x@example.dk").as_deref(), Some("mailto:bo%3Fbcc=x@example.dk"));
        for mail in [
            "",
            "bo",
            "@example.dk",
            "bo@",
            "b o@example.dk",
            "a@b@c",
            "bo@example.dk\r\nX:y",
            "Bo <bo@example.dk>",
        ] {
            assert_eq!(mail_address(mail), None, "{mail:?}");
        }
        assert_eq!(
            web_address("https://example.dk/kurser/æ?a=1;b,c").as_deref(),
            Some("https://example.dk/kurser/%C3%A6?a=1;b,c")
        );
        for url in [
            "",
            "https://",
            "ftp://example.dk",
            "javascript:alert(1)",
            "https://example.dk/\r\nX:y",
            "https://a b",
        ] {
            assert_eq!(web_address(url), None, "{url:?}");
        }
    }

    proptest! {
        #[test]
        fn unfolding_gives_the_line_back_and_no_piece_is_too_long(line in "(\\PC|æ|🎉){0,300}") {
            let out = folded(&line);
            prop_assert!(out.ends_with("\r\n"));
            for piece in out.split("\r\n") {
                prop_assert!(piece.len() <= WIDTH);
            }
            prop_assert_eq!(out.replace("\r\n ", ""), format!("{line}\r\n"));
        }

        #[test]
        fn escaping_keeps_all_text_and_no_line_end(text in "[\\\\;,:\"\na-cæ]{0,60}") {
            let escaped = escaped(&text);
            prop_assert!(!escaped.contains(['\r', '\n']));
            prop_assert_eq!(unescaped(&escaped), text);
        }

        #[test]
        fn whatever_is_typed_no_control_character_gets_through(text in any::<String>()) {
            prop_assert!(!escaped(&text).chars().any(char::is_control));
            prop_assert!(!parameter(&text).chars().any(|c| c.is_control() || c == '"'));
        }
    }
}
