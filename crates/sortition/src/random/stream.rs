//! Numbers from a key, one after another.

use chacha20::ChaCha20;
use chacha20::cipher::{KeyIvInit, StreamCipher};

/// Bytes made at a time. Does not change what comes out.
const BUFFER: usize = 512;

/// A stream of random numbers that anybody can make again; see [the module](super).
pub struct Stream {
    cipher: ChaCha20,
    buffer: [u8; BUFFER],
    used: usize,
}

impl Stream {
    pub(super) fn new(key: [u8; 32]) -> Self {
        Self {
            cipher: ChaCha20::new(&key.into(), &[0; 12].into()),
            buffer: [0; BUFFER],
            used: BUFFER,
        }
    }

    /// The next number of all from 0 to 2⁶⁴ − 1. A stream has 2³⁵ of them, a million for each of 34,000 people.
    pub fn word(&mut self) -> u64 {
        if self.used == BUFFER {
            self.buffer = [0; BUFFER];
            self.cipher.apply_keystream(&mut self.buffer);
            self.used = 0;
        }
        let mut word = [0; 8];
        word.copy_from_slice(&self.buffer[self.used..self.used + 8]);
        self.used += 8;
        u64::from_le_bytes(word)
    }

    /// A number less than `n`, each with the same chance. 0 if `n` is 0.
    pub fn below(&mut self, n: u64) -> u64 {
        if n <= 1 {
            return 0;
        }
        // 2⁶⁴ is not a number here; what is left over when it is divided by n is.
        let over = (u64::MAX % n + 1) % n;
        loop {
            let word = self.word();
            if word <= u64::MAX - over {
                return word % n;
            }
        }
    }

    /// A place in a list of `len`. 0 if it is empty.
    pub fn place(&mut self, len: usize) -> usize {
        self.below(len as u64) as usize
    }

    /// A number from 0 up to, but not including, 1.
    pub fn fraction(&mut self) -> f64 {
        (self.word() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Puts a list into an order, each with the same chance.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.place(last + 1));
        }
    }

    /// Leaves `k` of the list, each choice and each order of it with the same chance. Leaves all of them, shuffled, if there are no more
    /// than `k`.
    pub fn sample<T>(&mut self, items: &mut Vec<T>, k: usize) {
        let drawn = k.min(items.len());
        for first in 0..drawn {
            let from = first + self.place(items.len() - first);
            items.swap(first, from);
        }
        items.truncate(drawn);
    }
}

#[cfg(test)]
mod tests {
    use super::Stream;

    /// RFC 8439, appendix A.1, test vectors 1 and 2: key and nonce are zero, the counter is 0 and then 1.
    #[test]
    fn the_stream_is_that_of_the_standard() {
        let mut stream = Stream::new([0; 32]);
        let bytes: Vec<u8> = (0..16).flat_map(|_| stream.word().to_le_bytes()).collect();
        assert_eq!(
            bytes[..16],
            [
                0x76, 0xb8, 0xe0, 0xad, 0xa0, 0xf1, 0x3d, 0x90, 0x40, 0x5d, 0x6a, 0xe5, 0x53, 0x86, 0xbd, 0x28
            ]
        );
        assert_eq!(bytes[64..72], [0x9f, 0x07, 0xe7, 0xbe, 0x55, 0x51, 0x38, 0x7a]);
    }
}
