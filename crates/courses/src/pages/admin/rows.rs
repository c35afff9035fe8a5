//! Rows of a form that come and go. See [`ui::Repeat`]: with script rows are added in place and leave gaps in the numbers; without, a button sends the form
//! and asks for one row more or less.

use std::collections::BTreeSet;

use platform::web::Fields;

/// The lists of a form, numbered from 0 without gaps, after the row that was asked for has been added or removed.
pub(super) struct Rows {
    /// The form with its rows renumbered.
    pub(super) fields: Fields,
    /// Whether the form was only sent to add or remove a row: nothing is to be saved.
    pub(super) only_rows: bool,
    counts: Vec<(&'static str, usize)>,
}

impl Rows {
    /// Puts the named lists in order.
    pub(super) fn of(sent: &Fields, lists: &[&'static str]) -> Self {
        let asked = sent.get("repeat");
        let mut fields = sent.clone();
        let mut counts = Vec::new();
        for list in lists {
            let removed = asked.strip_prefix(&format!("remove:{list}:")).and_then(|row| row.parse().ok());
            let (renumbered, count) = renumber(&fields, list, removed);
            fields = renumbered;
            counts.push((*list, count + usize::from(asked == format!("add:{list}"))));
        }
        Self {
            fields,
            only_rows: !asked.is_empty(),
            counts,
        }
    }

    /// How many rows a list has.
    pub(super) fn count(&self, list: &str) -> usize {
        self.counts.iter().find(|(name, _)| *name == list).map_or(0, |(_, count)| *count)
    }
}

fn renumber(fields: &Fields, list: &str, removed: Option<usize>) -> (Fields, usize) {
    let place = |name: &str| -> Option<(usize, String)> {
        let (row, field) = name.strip_prefix(list)?.strip_prefix('-')?.split_once('-')?;
        Some((row.parse().ok()?, field.to_owned()))
    };
    let rows: BTreeSet<usize> = fields
        .pairs()
        .filter_map(|(name, _)| place(name))
        .map(|(row, _)| row)
        .filter(|row| Some(*row) != removed)
        .collect();
    let mut renumbered = Fields::default();
    renumbered.uploads.clone_from(&fields.uploads);
    for (name, value) in fields.pairs() {
        let name = match place(name) {
            Some((row, _)) if Some(row) == removed => continue,
            Some((row, field)) => format!("{list}-{}-{field}", rows.range(..row).count()),
            None => name.to_owned(),
        };
        // As many fields as before, so it is not too many now.
        let _ = renumbered.push(name, value.to_owned());
    }
    (renumbered, rows.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(form: &str) -> Rows {
        Rows::of(&Fields::parse(form.as_bytes()).unwrap(), &["days"])
    }

    #[test]
    fn gaps_that_the_script_leaves_are_closed_in_order() {
        let rows = sent("days-7-date=b&title=x&days-2-date=a&days-7-start=09:00");
        assert_eq!((rows.count("days"), rows.only_rows), (2, false));
        assert_eq!(
            (
                rows.fields.get("days-0-date"),
                rows.fields.get("days-1-date"),
                rows.fields.get("days-1-start")
            ),
            ("a", "b", "09:00")
        );
        assert_eq!(rows.fields.get("title"), "x");
    }

    #[test]
    fn without_script_a_row_more_or_less_keeps_what_stands_in_the_others() {
        let rows = sent("days-0-date=a&days-1-date=b&days-2-date=c&repeat=remove:days:1");
        assert_eq!((rows.count("days"), rows.only_rows), (2, true));
        assert_eq!(
            (
                rows.fields.get("days-0-date"),
                rows.fields.get("days-1-date"),
                rows.fields.get("days-2-date")
            ),
            ("a", "c", "")
        );
        assert_eq!(sent("days-0-date=a&repeat=add:days").count("days"), 2);
        assert_eq!(sent("repeat=remove:days:9").count("days"), 0);
        assert_eq!(sent("days-x-date=a&days--1-date=b&days-1=c").count("days"), 0);
    }
}
