//! Mends text before it is set: an archive PDF may not contain a character that its fonts cannot show, and one emoji in a course title
//! must not cost anybody their document.

use serde_json::Value;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

use super::fonts;

/// What stands for a character without a glyph: seen by the reader, searchable, and honest.
const UNKNOWN: char = '\u{fffd}';

/// Longest run of characters that may stay unbroken. The narrowest column of the house holds about as many.
const LONGEST_RUN: usize = 36;

/// What stands under these keys is read by machines and not shown: pictures, and where links lead.
const NOT_SHOWN: [&str; 2] = ["svg", "url"];

/// The same data with every text that is shown mended. Keys are the template's own and stay.
pub(super) fn mended(data: &Value) -> Value {
    match data {
        Value::String(text) => Value::String(mended_text(text)),
        Value::Array(items) => Value::Array(items.iter().map(mended).collect()),
        Value::Object(fields) => {
            let mend = |(key, value): (&String, &Value)| {
                let value = if NOT_SHOWN.contains(&key.as_str()) {
                    value.clone()
                } else {
                    mended(value)
                };
                (key.clone(), value)
            };
            Value::Object(fields.iter().map(mend).collect())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => data.clone(),
    }
}

fn mended_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let composed: String = text.nfc().collect();
    let mut run = 0;
    for cluster in composed.graphemes(true) {
        let before = out.len();
        push_cluster(&mut out, cluster);
        match out[before..].chars().next() {
            None => {}
            Some(first) if first.is_whitespace() || first == '-' => run = 0,
            Some(_) => run += 1,
        }
        if run == LONGEST_RUN {
            // A place to break without a mark: a word of a thousand letters must not run off the page.
            out.push('\u{200b}');
            run = 0;
        }
    }
    out
}

/// Appends what one user-perceived character becomes: itself, its base letter without unknown marks, or [`UNKNOWN`].
fn push_cluster(out: &mut String, cluster: &str) {
    if matches!(cluster, "\r\n" | "\r" | "\n" | "\u{85}" | "\u{2028}" | "\u{2029}") {
        out.push('\n');
        return;
    }
    let shown: Vec<char> = cluster
        .chars()
        .filter(|&c| !is_invisible(c))
        .map(|c| if c == '\t' { ' ' } else { c })
        .collect();
    let Some(&base) = shown.first() else { return };
    // An accent with nothing to stand on has no font of its own to be drawn in.
    if is_combining_mark(base) || shown.iter().any(|&c| is_private(c)) {
        out.push(UNKNOWN);
    } else if fonts::cover(&shown) {
        out.extend(&shown);
    } else if fonts::cover(&[base]) {
        out.push(base);
    } else {
        out.push(UNKNOWN);
    }
}

/// Control characters, and format characters that show nothing by themselves. Direction overrides among them could make an amount or an
/// address read backwards; the layout works out directions from the letters.
fn is_invisible(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Private use areas mean something different in every font, so the archive format forbids them.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_with_accents_arabic_and_hebrew_stay_as_typed() {
        for text in ["Søren Åkjær-Žižek", "محمد", "שָׁלוֹם", "Đặng Thị", "Ελένη", "Юлия"] {
            assert_eq!(mended_text(text), text.nfc().collect::<String>());
        }
    }

    #[test]
    fn an_emoji_becomes_one_visible_mark_however_many_parts_it_has() {
        assert_eq!(mended_text("Kursus 👩‍👩‍👧‍👦 her 🏳️‍🌈"), "Kursus \u{fffd} her \u{fffd}");
    }

    #[test]
    fn direction_overrides_and_controls_vanish_and_line_ends_become_one() {
        assert_eq!(mended_text("a\u{202e}b\u{0}c\u{200d}\r\nd\re\u{2028}f\tg"), "abc\nd\ne\nf g");
    }

    #[test]
    fn private_use_is_replaced_and_unknown_accents_leave_their_letter() {
        assert_eq!(mended_text("x\u{e001}"), "x\u{fffd}");
        assert_eq!(mended_text("a\u{1d165}"), "a");
        assert_eq!(mended_text("\n\u{301}"), "\n\u{fffd}");
    }

    #[test]
    fn a_word_without_end_gets_places_to_break() {
        let long = mended_text(&"x".repeat(100));
        assert_eq!(long.matches('\u{200b}').count(), 2);
        assert_eq!(
            mended_text("kort-men-delt-ord-som-er-langt-nok-til-at-blive-delt"),
            "kort-men-delt-ord-som-er-langt-nok-til-at-blive-delt"
        );
    }

    #[test]
    fn what_machines_read_is_left_alone() {
        let address = format!("https://example.dk/{}", "x".repeat(80));
        let data = serde_json::json!({ "link": { "url": address, "shown": "\u{0}her" } });
        assert_eq!(mended(&data), serde_json::json!({ "link": { "url": address, "shown": "her" } }));
    }

    #[test]
    fn texts_are_mended_at_every_depth_of_the_data() {
        let data = serde_json::json!({ "a": ["\u{0}x", { "b": "\u{0}y" }], "n": 1, "t": true, "z": null });
        assert_eq!(
            mended(&data),
            serde_json::json!({ "a": ["x", { "b": "y" }], "n": 1, "t": true, "z": null })
        );
    }
}
