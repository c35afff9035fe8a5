//! Text that may stand in a header. What people type must never become a header of its own, nor pretend to be encoded.

/// The longest text in a header: mail programs show no more, and lines must end before 998 characters.
const LONGEST: usize = 250;

/// One line without control characters, cut at [`LONGEST`] characters. `=?` is pulled apart because mail programs would decode what follows.
pub(super) fn one_line(raw: &str) -> String {
    let mut line = String::with_capacity(raw.len());
    for word in raw
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
    {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word.replace("=?", "= ?"));
    }
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn a_line_break_never_starts_a_header() {
        assert_eq!(one_line("Kursus\r\nBcc: alle@example.org"), "Kursus Bcc: alle@example.org");
        assert_eq!(one_line("a\u{0}\u{85}\u{2028}b\tc  d"), "a b c d");
        assert_eq!(one_line("=?utf-8?q?=0d=0aBcc:?="), "= ?utf-8?q?=0d=0aBcc:?=");
        assert_eq!(one_line(&"æ".repeat(300)), format!("{}…", "æ".repeat(250)));
    }
}
