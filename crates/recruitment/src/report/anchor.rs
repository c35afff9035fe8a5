//! Where somebody stands in the report.

/// The name of the place of a person: `report.html#id-p12` leads there. Letters, digits and hyphens stay; every other byte is `_` and two
/// hexadecimal digits, so that two ids never share a place.
#[must_use]
pub fn anchor(id: &str) -> String {
    let mut anchor = String::from("id-");
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            anchor.push(char::from(byte));
        } else {
            anchor.push_str(&format!("_{byte:02x}"));
        }
    }
    anchor
}

#[cfg(test)]
mod tests {
    use super::anchor;

    #[test]
    fn every_id_has_a_place_of_its_own() {
        assert_eq!(anchor("p12"), "id-p12");
        assert_eq!(anchor("Å 1"), "id-_c3_85_201");
        assert_ne!(anchor("a b"), anchor("a_20b"));
        assert_eq!(anchor("\"><script>"), "id-_22_3e_3cscript_3e");
    }
}
