//! What becomes of each character that somebody types or pastes.
//!
//! Word processors, chat windows and address books add characters that nobody sees: some are harmless and dropped, some could make a name read differently
//! from what it is (the direction overrides U+202A to U+202E and U+2066 to U+2069 turn the rest of a line around) and are refused.

use super::ValueError;

/// What a character is to us.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Letter,
    /// Any kind of blank, tabs and no-break spaces included.
    Blank,
    LineBreak,
    /// Invisible and without meaning here: soft hyphen, zero-width space, direction marks, byte order mark.
    Nothing,
}

/// Sorts one character.
pub(super) fn meaning(c: char) -> Result<Meaning, ValueError> {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Ok(Meaning::LineBreak),
        _ if c.is_whitespace() => Ok(Meaning::Blank),
        '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' => Ok(Meaning::Nothing),
        '\u{fffd}' => Err(ValueError::BrokenCharacter),
        _ if c.is_control() || hides(c) => Err(ValueError::HiddenCharacter { found: c }),
        _ => Ok(Meaning::Letter),
    }
}

/// Direction overrides and isolates, deprecated format characters, annotations, tags, and code points that are no characters.
fn hides(c: char) -> bool {
    matches!(c,
        '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}' | '\u{e0000}'..='\u{e007f}')
        || u32::from(c) & 0xfffe == 0xfffe
}

/// One line: every run of blanks and line breaks becomes one space, none at the ends.
pub(super) fn one_line(raw: &str) -> Result<String, ValueError> {
    let mut line = String::with_capacity(raw.len());
    let mut gap = false;
    for c in raw.chars() {
        match meaning(c)? {
            Meaning::Letter => {
                if gap && !line.is_empty() {
                    line.push(' ');
                }
                gap = false;
                line.push(c);
            }
            Meaning::Blank | Meaning::LineBreak => gap = true,
            Meaning::Nothing => {}
        }
    }
    Ok(line)
}

/// Several lines: line ends are `\n`, no blanks at the ends of lines, at most one empty line in a row, none at the ends.
pub(super) fn lines(raw: &str) -> Result<String, ValueError> {
    let mut text = String::with_capacity(raw.len());
    let mut empty_lines = 0;
    for line in raw.replace("\r\n", "\n").split(is_line_break) {
        let mut kept = String::with_capacity(line.len());
        for c in line.chars() {
            match meaning(c)? {
                Meaning::Letter => kept.push(c),
                Meaning::Blank | Meaning::LineBreak => kept.push(' '),
                Meaning::Nothing => {}
            }
        }
        let kept = kept.trim_end();
        if kept.is_empty() {
            empty_lines += 1;
            continue;
        }
        if !text.is_empty() {
            text.push_str(if empty_lines > 0 { "\n\n" } else { "\n" });
        }
        empty_lines = 0;
        text.push_str(if text.is_empty() { kept.trim_start() } else { kept });
    }
    Ok(text)
}

fn is_line_break(c: char) -> bool {
    matches!(meaning(c), Ok(Meaning::LineBreak))
}

/// Refuses what is empty or too long, counted in characters.
pub(super) fn fits(text: &str, max: usize) -> Result<(), ValueError> {
    if text.is_empty() {
        return Err(ValueError::Empty);
    }
    let length = text.chars().count();
    if length > max {
        return Err(ValueError::TooLong { max, length });
    }
    Ok(())
}
