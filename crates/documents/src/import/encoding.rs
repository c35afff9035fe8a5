//! From bytes to text. Danish files come as UTF-8, as UTF-16 ("Unicode text" of Excel) and, still, as Windows-1252.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::ImportError;

/// A file as text.
#[derive(Debug)]
pub(super) struct Decoded<'b> {
    pub(super) text: Cow<'b, str>,
    pub(super) encoding: &'static str,
    /// No mark and not UTF-8: taken for Windows-1252 because that is what is left.
    pub(super) guessed: bool,
}

pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, ImportError> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = marked.unwrap_or_else(|| if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 });
    let (text, used, _replaced) = encoding.decode(bytes);
    // No table holds these: it is a picture, a PDF, a program.
    if text.contains('\0') {
        return Err(ImportError::NotATable);
    }
    Ok(Decoded {
        text,
        encoding: used.name(),
        guessed: marked.is_none() && used == WINDOWS_1252,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, big_endian: bool) -> Vec<u8> {
        format!("\u{feff}{text}")
            .encode_utf16()
            .flat_map(|unit| if big_endian { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    }

    #[test]
    fn the_four_ways_of_writing_danish_letters_are_told_apart() {
        let text = "Blåbærgrød;æøå";
        let windows: Vec<u8> = vec![b'B', b'l', 0xe5, b'b', 0xe6, b'r', b'g', b'r', 0xf8, b'd', b';', 0xe6, 0xf8, 0xe5];
        for (bytes, encoding, guessed) in [
            (text.as_bytes().to_vec(), "UTF-8", false),
            (format!("\u{feff}{text}").into_bytes(), "UTF-8", false),
            (utf16(text, false), "UTF-16LE", false),
            (utf16(text, true), "UTF-16BE", false),
            (windows, "windows-1252", true),
        ] {
            let decoded = decode(&bytes).expect("is text");
            assert_eq!(
                (decoded.text.as_ref(), decoded.encoding, decoded.guessed),
                (text, encoding, guessed)
            );
        }
    }

    #[test]
    fn bytes_of_a_picture_are_no_table() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").err(), Some(ImportError::NotATable));
    }
}
