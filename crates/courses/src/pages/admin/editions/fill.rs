//! What stands in the form of a plan: what is usual in the series for a new edition, what is stored for an old one.

use jiff::civil::Time;
use platform::values::{Money, VatClass};
use platform::web::Fields;
use texts::{Lang, format};

use super::form::{
    CAPACITY, DAYS, DEADLINE, DEADLINE_DATE, DEADLINE_DAYS, LINK, MINIMUM, MODE, PRICE, PRICE_UNIT, PUBLISHED, SEASON_FIRST, SEASON_LAST,
    VAT, VAT_RATE, VAT_REASON, WHEN,
};
use super::venue;
use crate::model::{Course, DeadlineRule, Mode, Practical, VenueId, When};
use crate::store::edit_editions::Beside;
use crate::store::editions::StoredEdition;

/// A new edition of a course, with what is usual in its series.
pub(super) fn usual(lang: Lang, course: &Course, practical: &Practical, venue: Option<VenueId>) -> Fields {
    let fields = Fields::default()
        .with(WHEN.name, "days")
        .with(&format!("{}-0-date", DAYS.name), "")
        .with(&format!("{}-0-start", DAYS.name), clock(practical.start))
        .with(&format!("{}-0-end", DAYS.name), clock(practical.end))
        .with(
            MODE.name,
            if practical.venue.is_some() {
                Mode::Venue.as_str()
            } else {
                Mode::Online.as_str()
            },
        )
        .with(MINIMUM.name, practical.min_seats.to_string())
        .with(DEADLINE.name, "days")
        .with(DEADLINE_DAYS.name, practical.deadline_days.to_string())
        .with(PRICE.name, amount(lang, practical.price))
        .with(PRICE_UNIT.name, course.price_unit.as_str());
    venue::fill(vat(fields, lang, VatClass::Standard(practical.vat)), venue)
}

/// A stored edition.
pub(super) fn stored(lang: Lang, stored: &StoredEdition, beside: &Beside) -> Fields {
    let plan = stored.edition.plan();
    let mut fields = Fields::default();
    fields = match &plan.when {
        When::Season(window) => fields
            .with(WHEN.name, "season")
            .with(SEASON_FIRST.name, window.first().to_string())
            .with(SEASON_LAST.name, window.last().to_string())
            .with(&format!("{}-0-date", DAYS.name), ""),
        When::Days(days) => days
            .as_slice()
            .iter()
            .enumerate()
            .fold(fields.with(WHEN.name, "days"), |fields, (row, day)| {
                fields
                    .with(&format!("{}-{row}-date", DAYS.name), day.date.to_string())
                    .with(&format!("{}-{row}-start", DAYS.name), clock(day.start))
                    .with(&format!("{}-{row}-end", DAYS.name), clock(day.end))
            }),
    };
    fields = venue::fill(fields.with(MODE.name, plan.mode.as_str()), stored.venue_id)
        .with(LINK.name, stored.online_link.clone().unwrap_or_default())
        .with(
            CAPACITY.name,
            plan.capacity.map_or_else(String::new, |capacity| capacity.get().to_string()),
        )
        .with(MINIMUM.name, plan.min_seats.to_string());
    fields = match plan.deadline {
        DeadlineRule::DaysBefore(days) => fields.with(DEADLINE.name, "days").with(DEADLINE_DAYS.name, days.to_string()),
        DeadlineRule::LastDay(day) => fields.with(DEADLINE.name, "date").with(DEADLINE_DATE.name, day.to_string()),
    };
    fields = fields
        .with(PRICE.name, amount(lang, plan.price.amount))
        .with(PRICE_UNIT.name, plan.price.unit.as_str());
    fields = vat(fields, lang, plan.price.vat);
    if let Some(reason) = &beside.vat_exempt_reason {
        fields = fields.with(VAT_REASON.name, reason.as_str());
    }
    if plan.published {
        fields.with(PUBLISHED.name, "on")
    } else {
        fields
    }
}

fn vat(fields: Fields, lang: Lang, vat: VatClass) -> Fields {
    match vat {
        VatClass::Standard(rate) => fields.with(VAT.name, "standard").with(VAT_RATE.name, percent(lang, rate.get())),
        VatClass::Exempt => fields.with(VAT.name, "exempt"),
    }
}

/// `25` or `12,5`, without the sign that stands beside the field.
pub(in crate::pages::admin) fn percent(lang: Lang, basis_points: i64) -> String {
    format::percent(lang, basis_points).trim_end_matches('%').trim().to_owned()
}

/// `3.000` or `3.000,50`, without the currency that stands beside the field.
pub(in crate::pages::admin) fn amount(lang: Lang, amount: Money) -> String {
    let kroner = amount.in_ore() / 100;
    match amount.in_ore() % 100 {
        0 => format::number(lang, kroner),
        _ => format::decimal(lang, amount.in_ore(), 2),
    }
}

/// `09:00`, as browsers take times.
pub(in crate::pages::admin) fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_the_form_are_read_back_as_they_were_in_both_languages() {
        for lang in Lang::ALL {
            for ore in [0, 50, 300_000, 300_050, 12_345_678] {
                assert_eq!(Money::parse(&amount(lang, Money::ore(ore))), Ok(Money::ore(ore)), "{lang} {ore}");
            }
            for rate in [0, 1_250, 2_500] {
                assert_eq!(
                    platform::values::BasisPoints::parse(&percent(lang, rate)).map(platform::values::BasisPoints::get),
                    Ok(rate),
                    "{lang} {rate}"
                );
            }
        }
    }
}
