//! CSV: commas, line ends as RFC 4180 has them, and quotation marks only where they are needed.

use super::inert::guarded;

/// The rows as CSV. Cells that a spreadsheet would calculate get an apostrophe in front, which [`unguarded`](super::unguarded) takes off
/// again.
///
/// A row of a single empty cell is quoted: a blank line would be no row. There is no byte order mark; who writes for Excel puts one in
/// front, and readers here take it off.
#[must_use]
pub fn csv<Row: AsRef<[String]>>(rows: &[Row]) -> String {
    let mut text = String::new();
    for row in rows {
        let row = row.as_ref();
        for (column, cell) in row.iter().enumerate() {
            if column > 0 {
                text.push(',');
            }
            let cell = guarded(cell);
            if cell.contains(['"', ',', '\n', '\r']) || (row.len() == 1 && cell.is_empty()) {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(&cell);
            }
        }
        text.push_str("\r\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_cells_that_need_them_get_quotation_marks() {
        let rows = [["id", "name, first", "say \"hi\""], ["1", "two\nlines", "=1,2"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(
            csv(&rows),
            "id,\"name, first\",\"say \"\"hi\"\"\"\r\n1,\"two\nlines\",\"'=1,2\"\r\n"
        );
        assert_eq!(csv(&[vec![String::new()]]), "\"\"\r\n");
    }
}
