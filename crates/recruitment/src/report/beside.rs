//! The files that lie beside the report.

/// What the report may point to, by the names of files in the same folder. What is not there is not spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Beside<'a> {
    /// What the panel is called, for the heading.
    pub title: Option<&'a str>,
    /// The same report in the other language.
    pub other_language: Option<&'a str>,
    /// The record.
    pub record: Option<&'a str>,
    /// The list of numbered panels.
    pub panels: Option<&'a str>,
    /// The independent program that checks the record.
    pub verifier: Option<&'a str>,
}

/// The address of a file in the same folder. Whatever the file is called, it leads nowhere else.
pub(super) fn address(name: &str) -> String {
    let mut address = String::from("./");
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn a_name_leads_to_a_file_in_the_folder_and_nowhere_else() {
        assert_eq!(address("report.en.html"), "./report.en.html");
        assert_eq!(address("javascript:alert(1)"), "./javascript%3Aalert%281%29");
        assert_eq!(address("//example.org/æ b"), "./%2F%2Fexample.org%2F%C3%A6%20b");
    }
}
