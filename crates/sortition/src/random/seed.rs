//! The seed: 32 bytes from which everything that is drawn follows.

use std::fmt;

use sha2::{Digest, Sha256};

use super::Stream;

/// Says what the hash is for, so that no other hash of the same text can stand in for it.
const DOMAIN: &[u8] = b"inddrag sortition seed 1\n";
const STREAM: &[u8] = b"inddrag sortition stream 1\n";

/// What everything that is drawn follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Seed([u8; 32]);

impl Seed {
    /// The seed of a published text, or of several that were published one after another. How it is made stands in the documentation of
    /// [the module](super).
    ///
    /// Cutting the same text into other parts gives another seed.
    #[must_use]
    pub fn of(parts: &[&str]) -> Self {
        let mut hash = Sha256::new_with_prefix(DOMAIN);
        for part in parts {
            let text = published(part).as_bytes();
            hash.update((text.len() as u64).to_le_bytes());
            hash.update(text);
        }
        Self(hash.finalize().into())
    }

    /// The numbers for one question. Two questions with different names have independent numbers.
    #[must_use]
    pub fn stream(&self, purpose: &str) -> Stream {
        let key = Sha256::new_with_prefix(STREAM)
            .chain_update(self.0)
            .chain_update(purpose.as_bytes())
            .finalize();
        Stream::new(key.into())
    }

    /// The bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Seed {
    /// 64 hexadecimal digits.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        hexadecimal(&self.0, out)
    }
}

/// A text without what copying it tends to add: spaces, tabulators and line ends around it. Exactly these four characters, so that every
/// language can do the same.
pub(super) fn published(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\r', '\n'])
}

pub(super) fn hexadecimal(bytes: &[u8], out: &mut fmt::Formatter<'_>) -> fmt::Result {
    bytes.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
}
