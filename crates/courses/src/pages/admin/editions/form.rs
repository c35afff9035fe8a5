//! The plan of an edition as a form: what comes out of a filled-in one.

use std::str::FromStr;

use jiff::civil::{Date, Time};
use platform::values::{BasisPoints, Line, Money, ValueError, VatClass};
use platform::web::{Check, Fields};
use texts::{Lang, format};
use ui::{Errors, Href};

use super::venue;
use crate::actions::plan_edition::{Planned, VenueChoice};
use crate::model::{
    Capacity, Day, DayFault, Days, DeadlineRule, EditionPlan, Mode, Price, PriceUnit, Season, SeasonWindow, Venue, VenueId, When,
};
use crate::pages::admin::fields::Named;
use crate::t;

pub(super) const WHEN: Named = Named {
    name: "when",
    label: t::admin_edition_when,
};
pub(super) const DAYS: Named = Named {
    name: "days",
    label: t::admin_edition_day,
};
pub(super) const SEASON_FIRST: Named = Named {
    name: "season-first",
    label: t::admin_edition_season_first,
};
pub(super) const SEASON_LAST: Named = Named {
    name: "season-last",
    label: t::admin_edition_season_last,
};
pub(super) const MODE: Named = Named {
    name: "mode",
    label: t::admin_edition_mode,
};
pub(super) const LINK: Named = Named {
    name: "online-link",
    label: t::admin_edition_link,
};
pub(super) const CAPACITY: Named = Named {
    name: "capacity",
    label: t::admin_edition_capacity,
};
pub(super) const MINIMUM: Named = Named {
    name: "minimum",
    label: t::admin_edition_minimum,
};
pub(super) const DEADLINE: Named = Named {
    name: "deadline",
    label: t::admin_edition_deadline,
};
pub(super) const DEADLINE_DAYS: Named = Named {
    name: "deadline-days",
    label: t::admin_edition_deadline_days,
};
pub(super) const DEADLINE_DATE: Named = Named {
    name: "deadline-date",
    label: t::admin_edition_deadline_date,
};
pub(super) const PRICE: Named = Named {
    name: "price",
    label: t::admin_edition_price,
};
pub(super) const PRICE_UNIT: Named = Named {
    name: "price-unit",
    label: t::admin_course_price_unit,
};
pub(super) const VAT: Named = Named {
    name: "vat",
    label: t::admin_edition_vat,
};
pub(super) const VAT_RATE: Named = Named {
    name: "vat-rate",
    label: t::admin_edition_vat_rate,
};
pub(super) const VAT_REASON: Named = Named {
    name: "vat-reason",
    label: t::admin_edition_vat_reason,
};
pub(super) const PUBLISHED: Named = Named {
    name: "published",
    label: t::admin_edition_published,
};

const ALL: [Named; 17] = [
    WHEN,
    DAYS,
    SEASON_FIRST,
    SEASON_LAST,
    MODE,
    LINK,
    CAPACITY,
    MINIMUM,
    DEADLINE,
    DEADLINE_DAYS,
    DEADLINE_DATE,
    PRICE,
    PRICE_UNIT,
    VAT,
    VAT_RATE,
    VAT_REASON,
    PUBLISHED,
];

/// The lists of the form.
pub(super) const LISTS: [&str; 1] = [DAYS.name];

/// What a field of the form is called.
pub(super) fn label(lang: Lang, name: &str) -> String {
    let day = name
        .strip_prefix("days-")
        .and_then(|rest| rest.split('-').next())
        .and_then(|row| row.parse::<usize>().ok());
    if let Some(row) = day {
        return format!("{} {}", (DAYS.label)(lang), row + 1);
    }
    let known = ALL
        .iter()
        .find(|field| field.name == name)
        .map(|field| (field.label)(lang).to_owned());
    known.or_else(|| venue::label(lang, name)).unwrap_or_else(|| name.to_owned())
}

/// Reads the form. Every mistake is found at once.
pub(super) fn read(fields: &Fields, lang: Lang, venues: &[(VenueId, Venue)], days: usize) -> Result<Planned, Errors> {
    let mut check = Check::new(fields, lang);
    let when = when(&mut check, days);
    let mode = choice::<Mode>(&mut check, MODE);
    let (venue, place) = match mode {
        Some(mode) if mode.meets_in_person() => venue::read(&mut check, venues),
        _ => (Some(VenueChoice::None), None),
    };
    let online_link = match mode {
        // A link that the chosen answer hides does not count.
        Some(Mode::Venue) => Some(None),
        _ => link(&mut check),
    };
    let capacity = check.optional(CAPACITY.name, |typed| number(typed).and_then(Capacity::new));
    let min_seats = check.required(MINIMUM.name, &fill_in(lang, MINIMUM), minimum);
    let deadline = deadline(&mut check, when.as_ref());
    let amount = check.required(PRICE.name, &fill_in(lang, PRICE), Money::parse);
    let unit = choice::<PriceUnit>(&mut check, PRICE_UNIT);
    let vat = vat(&mut check);
    let read = (|| {
        let (vat, vat_exempt_reason) = vat?;
        let plan = EditionPlan {
            when: when?,
            mode: mode?,
            venue: place,
            capacity: capacity?,
            min_seats: min_seats?,
            deadline: deadline?,
            price: Price {
                amount: amount?,
                unit: unit?,
                vat,
            },
            published: fields.has(PUBLISHED.name),
        };
        Some(Planned {
            plan,
            venue: venue?,
            online_link: online_link?,
            vat_exempt_reason,
        })
    })();
    check.finish(read)
}

fn when(check: &mut Check<'_>, rows: usize) -> Option<When> {
    match check.raw(WHEN.name) {
        "season" => {
            let first = season(check, SEASON_FIRST);
            let last = season(check, SEASON_LAST);
            Some(When::Season(SeasonWindow::new(first?, last?)))
        }
        "days" => days(check, rows).map(When::Days),
        _ => choose(check, WHEN),
    }
}

fn season(check: &mut Check<'_>, field: Named) -> Option<Season> {
    let missing = t::admin_choose(check.lang(), (field.label)(check.lang()));
    check.required(field.name, &missing, |typed| {
        if typed.is_empty() { Err(ValueError::Empty) } else { typed.parse() }
    })
}

fn days(check: &mut Check<'_>, rows: usize) -> Option<Days> {
    let lang = check.lang();
    let mut days = Vec::new();
    let mut all_right = true;
    for row in 0..rows.min(Days::MAX + 1) {
        let field = |part: &str| format!("{}-{row}-{part}", DAYS.name);
        let [on, from, to] = ["date", "start", "end"].map(field);
        if [&on, &from, &to].iter().all(|name| check.raw(name).trim().is_empty()) {
            continue;
        }
        let date = check.required(&on, t::admin_edition_date_missing(lang), date);
        let start = check.required(&from, t::admin_edition_start_missing(lang), time);
        let end = check.required(&to, t::admin_edition_end_missing(lang), time);
        let (Some(date), Some(start), Some(end)) = (date, start, end) else {
            all_right = false;
            continue;
        };
        match Day::new(date, start, end) {
            Ok(day) => days.push(day),
            Err(_) => {
                all_right = false;
                check.wrong::<()>(&to, t::admin_edition_ends_before_start(lang));
            }
        }
    }
    let first = format!("{}-0-date", DAYS.name);
    match Days::new(days) {
        _ if !all_right => None,
        Ok(days) => Some(days),
        Err(DayFault::None | DayFault::EndsBeforeStart { .. }) => check.wrong(&first, t::admin_edition_date_missing(lang)),
        Err(DayFault::TooMany) => check.wrong(
            &first,
            t::admin_edition_too_many_days(lang, i64::try_from(Days::MAX).unwrap_or(i64::MAX)),
        ),
        Err(DayFault::Twice { date }) => check.wrong(&first, t::admin_edition_day_twice(lang, format::date(lang, date))),
    }
}

/// Only addresses a browser opens without doing anything else (T8).
#[expect(clippy::option_option, reason = "left out and wrong are two different answers")]
fn link(check: &mut Check<'_>) -> Option<Option<String>> {
    let typed = check.raw(LINK.name).trim();
    if typed.is_empty() {
        return Some(None);
    }
    let is_safe = typed.starts_with("https://") && typed.len() <= 2_000 && Href::external(typed).is_ok();
    if is_safe {
        Some(Some(typed.to_owned()))
    } else {
        check.wrong(LINK.name, t::admin_edition_link_wrong(check.lang()))
    }
}

fn deadline(check: &mut Check<'_>, when: Option<&When>) -> Option<DeadlineRule> {
    let lang = check.lang();
    match check.raw(DEADLINE.name) {
        "days" => check
            .required(DEADLINE_DAYS.name, &fill_in(lang, DEADLINE_DAYS), days_before)
            .map(DeadlineRule::DaysBefore),
        "date" => {
            let day = check.required(DEADLINE_DATE.name, &fill_in(lang, DEADLINE_DATE), date)?;
            match when {
                Some(When::Days(days)) if day > days.first() => {
                    check.wrong(DEADLINE_DATE.name, t::admin_edition_deadline_after_start(lang))
                }
                _ => Some(DeadlineRule::LastDay(day)),
            }
        }
        _ => choose(check, DEADLINE),
    }
}

fn vat(check: &mut Check<'_>) -> Option<(VatClass, Option<Line<200>>)> {
    let lang = check.lang();
    match check.raw(VAT.name) {
        "standard" => {
            let rate = check.required(VAT_RATE.name, &fill_in(lang, VAT_RATE), BasisPoints::parse)?;
            Some((VatClass::Standard(rate), None))
        }
        "exempt" => {
            let reason = check.required(VAT_REASON.name, &fill_in(lang, VAT_REASON), Line::parse)?;
            Some((VatClass::Exempt, Some(reason)))
        }
        _ => choose(check, VAT),
    }
}

fn choice<T: FromStr>(check: &mut Check<'_>, field: Named) -> Option<T> {
    match check.raw(field.name).parse() {
        Ok(choice) => Some(choice),
        Err(_) => choose(check, field),
    }
}

fn choose<T>(check: &mut Check<'_>, field: Named) -> Option<T> {
    let missing = t::admin_choose(check.lang(), (field.label)(check.lang()));
    check.wrong(field.name, missing)
}

pub(super) fn fill_in(lang: Lang, field: Named) -> String {
    t::admin_fill_in(lang, (field.label)(lang))
}

/// `2026-10-26`, as browsers send dates; also `26.10.2026` and `26/10/2026` as Danes type them where the browser has no picker.
pub(super) fn date(typed: &str) -> Result<Date, ValueError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(ValueError::Empty);
    }
    if let Ok(date) = typed.parse() {
        return Ok(date);
    }
    let parts: Option<Vec<i16>> = typed
        .split(['.', '/', '-', ' '])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect();
    match parts.as_deref() {
        Some([day, month, year]) if *year >= 1_000 => {
            let small = |number: i16| i8::try_from(number).map_err(|_| ValueError::NotAChoice);
            Date::new(*year, small(*month)?, small(*day)?).map_err(|_| ValueError::NotAChoice)
        }
        _ => Err(ValueError::NotAChoice),
    }
}

/// `09:00`, `9.00` or `9`.
pub(in crate::pages::admin) fn time(typed: &str) -> Result<Time, ValueError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(ValueError::Empty);
    }
    let (hour, minute) = typed.split_once([':', '.']).unwrap_or((typed, "0"));
    // Browsers may send seconds; nobody plans by them.
    let minute = minute.split(':').next().unwrap_or_default();
    match (hour.parse(), minute.parse()) {
        (Ok(hour), Ok(minute)) => Time::new(hour, minute, 0, 0).map_err(|_| ValueError::NotAChoice),
        _ => Err(ValueError::NotAChoice),
    }
}

fn number(typed: &str) -> Result<u16, ValueError> {
    match typed.trim() {
        "" => Err(ValueError::Empty),
        digits => digits.parse().map_err(|_| ValueError::NotAChoice),
    }
}

/// A course with nobody in it is not held.
pub(in crate::pages::admin) fn minimum(typed: &str) -> Result<u16, ValueError> {
    number(typed).and_then(|seats| {
        if (1..=Capacity::MAX).contains(&seats) {
            Ok(seats)
        } else {
            Err(ValueError::NotAChoice)
        }
    })
}

/// Up to a year before the first day.
pub(in crate::pages::admin) fn days_before(typed: &str) -> Result<u16, ValueError> {
    number(typed).and_then(|days| if days <= 365 { Ok(days) } else { Err(ValueError::NotAChoice) })
}

#[cfg(test)]
#[path = "form_tests.rs"]
mod tests;
