//! What can be known about a statement from its text, while compiling.

const fn at(text: &[u8], i: usize, word: &[u8]) -> bool {
    let mut k = 0;
    while k < word.len() {
        if i + k >= text.len() || !text[i + k].eq_ignore_ascii_case(&word[k]) {
            return false;
        }
        k += 1;
    }
    true
}

/// Where `word` (in any case) first stands in `text`, from `start` on.
pub(crate) const fn find(text: &str, word: &str, start: usize) -> Option<usize> {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let mut i = start;
    while i < text.len() {
        if at(text, i, word) {
            return Some(i);
        }
        i += 1;
    }
    None
}

/// How many arguments the text wants: the highest `$n`.
pub(crate) const fn arguments(text: &str) -> usize {
    assert!(
        find(text, "NOT IN ($list", 0).is_none(),
        "NOT IN ($list) finds nothing for an empty list; write NOT EXISTS or filter in Rust"
    );
    let bytes = text.as_bytes();
    let mut highest = 0;
    let mut seen: u64 = 0;
    let mut i = 0;
    while i < bytes.len() {
        if bytes[i] == b'$' && i + 1 < bytes.len() && bytes[i + 1].is_ascii_digit() {
            let mut number = 0;
            i += 1;
            while i < bytes.len() && bytes[i].is_ascii_digit() {
                number = number * 10 + (bytes[i] - b'0') as usize;
                i += 1;
            }
            assert!(number > 0, "arguments are counted from $1");
            assert!(number <= 64, "more than 64 arguments; use insert_many");
            seen |= 1 << (number - 1);
            if number > highest {
                highest = number;
            }
        } else {
            i += 1;
        }
    }
    let all = if highest == 64 { u64::MAX } else { (1 << highest) - 1 };
    assert!(seen == all, "a number is missing between $1 and the highest argument");
    highest
}

/// Whether the text only reads, judged by its first word. `WITH … INSERT` is not written here, so the first word is enough.
pub(crate) const fn reads(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut i = 0;
    while i < bytes.len() && bytes[i].is_ascii_whitespace() {
        i += 1;
    }
    at(bytes, i, b"SELECT") || at(bytes, i, b"WITH") || at(bytes, i, b"EXPLAIN") || at(bytes, i, b"PRAGMA")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_counted() {
        assert_eq!(arguments("SELECT 1"), 0);
        assert_eq!(arguments("SELECT $2, $1, $1 WHERE a IN ($list)"), 2);
        assert!(std::panic::catch_unwind(|| arguments("SELECT $1, $3")).is_err());
        assert!(std::panic::catch_unwind(|| arguments("SELECT a WHERE b not in ($list)")).is_err());
    }

    #[test]
    fn writes_are_told_from_reads() {
        assert!(reads("\n  select 1"));
        assert!(reads("WITH x AS (SELECT 1) SELECT * FROM x"));
        assert!(!reads("INSERT INTO a VALUES (1) RETURNING b"));
        assert!(!reads("UPDATE a SET b = 1"));
    }
}
