//! Keys derived from the installation's one secret, each for one purpose.

use std::fmt;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// The installation's secret. Never shown: its `Debug` hides it.
#[derive(Clone)]
pub struct Keys([u8; 32]);

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(hidden)")
    }
}

impl Keys {
    /// From 32 random bytes, kept in `secret.key` of the data folder.
    #[must_use]
    pub fn new(secret: [u8; 32]) -> Self {
        Self(secret)
    }

    /// A keyed hash of `parts` for `purpose`. Parts are length-prefixed, so that ("ab", "c") and ("a", "bc") differ.
    #[must_use]
    pub fn seal(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes keys of any length");
        for part in std::iter::once(purpose.as_bytes()).chain(parts.iter().copied()) {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// [`Keys::seal`] as text that is safe in a form or URL.
    #[must_use]
    pub fn seal_text(&self, purpose: &str, parts: &[&[u8]]) -> String {
        URL_SAFE_NO_PAD.encode(self.seal(purpose, parts))
    }

    /// Whether `given` is the seal of `parts`; takes the same time either way.
    #[must_use]
    pub fn verify_text(&self, purpose: &str, parts: &[&[u8]], given: &str) -> bool {
        self.seal_text(purpose, parts).as_bytes().ct_eq(given.as_bytes()).into()
    }
}

/// SHA-256, for tokens that are kept only as their hash.
#[must_use]
pub fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_binds_purpose_and_every_part() {
        let keys = Keys::new([7; 32]);
        let seal = keys.seal_text("csrf", &[b"ab", b"c"]);
        assert!(keys.verify_text("csrf", &[b"ab", b"c"], &seal));
        assert!(!keys.verify_text("csrf", &[b"a", b"bc"], &seal));
        assert!(!keys.verify_text("link", &[b"ab", b"c"], &seal));
        assert!(!Keys::new([8; 32]).verify_text("csrf", &[b"ab", b"c"], &seal));
        assert_eq!(format!("{keys:?}"), "Keys(hidden)");
    }
}
