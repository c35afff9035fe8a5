//! A secret that is promised before and shown afterwards.

use std::fmt;

use sha2::{Digest, Sha256};

use super::Seed;
use super::seed::{hexadecimal, published};

const DOMAIN: &[u8] = b"inddrag sortition commitment 1\n";

/// Fewest characters of a secret. Twenty letters and digits chosen by chance cannot be found by trying.
pub const MIN_SECRET: usize = 20;

/// The hash of a secret, published before the public part of the seed is known. It binds the organiser, and tells nobody what the secret
/// is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Commitment([u8; 32]);

/// The secret could be guessed from its hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooShort {
    /// How many characters it has; [`MIN_SECRET`] are needed.
    pub characters: usize,
}

impl Commitment {
    /// Commits to a secret, which should be made by chance and kept until the draw.
    ///
    /// # Errors
    /// If it is so short that it could be guessed.
    pub fn to(secret: &str) -> Result<Self, TooShort> {
        let characters = published(secret).chars().count();
        if characters < MIN_SECRET {
            return Err(TooShort { characters });
        }
        Ok(Self::hash(secret))
    }

    /// Whether this is the secret that was promised.
    #[must_use]
    pub fn holds(&self, secret: &str) -> bool {
        *self == Self::hash(secret)
    }

    /// Reads what [`Display`](fmt::Display) writes, in small or capital letters.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let digits: Vec<u8> = published(text)
            .chars()
            .map(|digit| digit.to_digit(16).map(|digit| digit as u8))
            .collect::<Option<_>>()?;
        let bytes: Vec<u8> = digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
        (digits.len() == 64).then_some(())?;
        bytes.try_into().ok().map(Self)
    }

    fn hash(secret: &str) -> Self {
        Self(
            Sha256::new_with_prefix(DOMAIN)
                .chain_update(published(secret).as_bytes())
                .finalize()
                .into(),
        )
    }
}

impl fmt::Display for Commitment {
    /// 64 hexadecimal digits.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        hexadecimal(&self.0, out)
    }
}

/// Where a seed comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A text that everybody sees at the same time, when all else is fixed: the numbers of a ceremony, a pulse of a randomness beacon.
    Public {
        /// As published.
        text: String,
    },
    /// A secret of the organiser, promised by a [`Commitment`] before, and a public text that came after the promise. Neither side can
    /// steer the draw alone; but the organiser could refuse to show the secret, so what happens then must be said before (usually: the
    /// public text alone decides).
    Joint {
        /// As shown after the public text was known.
        secret: String,
        /// As published.
        text: String,
    },
}

impl Source {
    /// The seed.
    #[must_use]
    pub fn seed(&self) -> Seed {
        match self {
            Self::Public { text } => Seed::of(&[text]),
            Self::Joint { secret, text } => Seed::of(&[secret, text]),
        }
    }
}
