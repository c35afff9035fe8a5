//! Europe/Copenhagen, described in the file: receivers do not agree on names, but all can calculate.

use super::lines::Lines;

/// The name the events refer to.
pub(super) const NAME: &str = "Europe/Copenhagen";

/// Summer time from the last Sunday of March at two o'clock to the last Sunday of October at three, as in the whole EU since 1996.
pub(super) fn describe(lines: &mut Lines) {
    lines.raw("BEGIN", "VTIMEZONE");
    lines.raw("TZID", NAME);
    for (part, from, to, name, first, rule) in [
        (
            "DAYLIGHT",
            "+0100",
            "+0200",
            "CEST",
            "19960331T020000",
            "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        ),
        (
            "STANDARD",
            "+0200",
            "+0100",
            "CET",
            "19961027T030000",
            "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        ),
    ] {
        lines.raw("BEGIN", part);
        lines.raw("TZOFFSETFROM", from);
        lines.raw("TZOFFSETTO", to);
        lines.raw("TZNAME", name);
        lines.raw("DTSTART", first);
        lines.raw("RRULE", rule);
        lines.raw("END", part);
    }
    lines.raw("END", "VTIMEZONE");
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::TimeZone;
    use jiff::{SignedDuration, ToSpan};

    /// The rules above against the time zone database, for as long as they have been in force and a while ahead.
    #[test]
    fn the_clocks_change_when_the_file_says_they_do() {
        let zone: TimeZone = texts::format::time_zone();
        for year in 1996..2060 {
            for (month, before, after) in [(3, 1, 2), (10, 2, 1)] {
                let last_day = date(year, month, 31);
                let sunday = last_day - i64::from(last_day.weekday().to_sunday_zero_offset()).days();
                // Both changes are at one o'clock universal time.
                let change = sunday.at(1, 0, 0, 0).to_zoned_datetime(TimeZone::UTC).expect("exists").timestamp();
                let hours = |at| zone.to_offset(at).seconds() / 3600;
                assert_eq!(
                    (hours(change - SignedDuration::from_secs(1)), hours(change)),
                    (before, after),
                    "{sunday}"
                );
            }
        }
    }
}
