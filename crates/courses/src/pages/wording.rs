//! How the room's nouns are put into words, in one place for pages, mails and documents.

use maud::{Markup, html};
use platform::values::Text;
use texts::{Lang, format};
use ui::{Badge, badge, together};

use crate::model::{
    CancellationTerms, Days, EditionPlan, Half, Mode, OrganisationKind, Phase, Price, PriceUnit, PublicStatus, Season, SeasonWindow, When,
};
use crate::t;

/// With so few seats left, the number is worth a warning.
const FEW: u16 = 3;

/// "Efterår 2026".
pub(crate) fn season(lang: Lang, season: Season) -> String {
    match season.half() {
        Half::Spring => t::season_spring(lang, season.year()),
        Half::Autumn => t::season_autumn(lang, season.year()),
    }
}

/// "Efterår 2026/Forår 2027".
pub(crate) fn season_window(lang: Lang, window: SeasonWindow) -> String {
    if window.first() == window.last() {
        return season(lang, window.first());
    }
    t::season_window(lang, season(lang, window.first()), season(lang, window.last()))
}

/// "torsdag den 12. november 2026, 09.00–16.00", or the season.
pub(crate) fn when(lang: Lang, when: &When) -> String {
    match when {
        When::Season(window) => season_window(lang, *window),
        When::Days(days) => days_text(lang, days),
    }
}

/// The same for pages, where the times stay on one line.
pub(crate) fn when_shown(lang: Lang, when: &When) -> Markup {
    let text = self::when(lang, when);
    match text
        .rsplit_once(", ")
        .filter(|(_, times)| times.contains('–') && !times.contains(' '))
    {
        Some((days, times)) => html! { (days) ", " (together(times)) },
        None => html! { (text) },
    }
}

fn days_text(lang: Lang, days: &Days) -> String {
    match days.as_slice() {
        [day] => format!(
            "{}, {}",
            format::weekday_date(lang, day.date),
            format::time_span(lang, day.start, day.end)
        ),
        several => {
            let dates: Vec<_> = several.iter().map(|day| format::weekday_date(lang, day.date)).collect();
            let times = &several[0];
            let same = several.iter().all(|day| (day.start, day.end) == (times.start, times.end));
            let list = format::list(lang, &dates);
            if same {
                format!("{list}, {}", format::time_span(lang, times.start, times.end))
            } else {
                list
            }
        }
    }
}

/// "Online", or the place.
pub(crate) fn place(lang: Lang, plan: &EditionPlan) -> String {
    let venue = plan.venue.as_ref().map(|venue| {
        let address = venue.address();
        if venue.street.as_str() == venue.name.as_str() || venue.name.as_str().is_empty() {
            address
        } else {
            format!("{}, {address}", venue.name)
        }
    });
    match (plan.mode, venue) {
        (Mode::Online, _) => t::when_online(lang).to_owned(),
        (_, None) => t::place_unknown(lang).to_owned(),
        (Mode::Venue, Some(venue)) => venue,
        (Mode::Hybrid, Some(venue)) => t::when_hybrid(lang, venue),
    }
}

/// "3.000 kr. ekskl. moms pr. person".
pub(crate) fn price(lang: Lang, price: Price) -> String {
    let amount = format::money(lang, price.amount.in_ore());
    match price.unit {
        PriceUnit::Course => t::price_course(lang, amount),
        PriceUnit::Day => t::price_day(lang, amount),
    }
}

/// "3.750 kr. inkl. moms".
pub(crate) fn price_with_vat(lang: Lang, price: Price) -> String {
    // One seat for one day: what a sum too large for us would cost is not asked on a page.
    let gross = price.totals(1, 1).map_or(price.amount, |totals| totals.gross);
    let amount = format::money(lang, gross.in_ore());
    match price.unit {
        PriceUnit::Course => t::price_incl(lang, amount),
        PriceUnit::Day => t::price_incl_day(lang, amount),
    }
}

/// "5 ledige pladser", "Fuldt booket".
pub(crate) fn status(lang: Lang, status: PublicStatus) -> String {
    match status {
        PublicStatus::Open { seats_left, .. } if seats_left <= FEW => t::status_few(lang, i64::from(seats_left)),
        PublicStatus::Open { seats_left, .. } => t::status_open(lang, i64::from(seats_left)),
        PublicStatus::FullWithInterest => t::status_full(lang).to_owned(),
        PublicStatus::InterestOnly { .. } => t::status_interest(lang).to_owned(),
        PublicStatus::Closed => t::status_closed(lang).to_owned(),
        PublicStatus::Held => t::status_held(lang).to_owned(),
        PublicStatus::Cancelled => t::status_cancelled(lang).to_owned(),
        PublicStatus::Moved => t::status_moved(lang).to_owned(),
    }
}

/// The status as a badge; its text says it all, the colour repeats it.
pub(crate) fn status_badge(lang: Lang, of: PublicStatus) -> Markup {
    let look = match of {
        PublicStatus::Open { seats_left, .. } if seats_left <= FEW => Badge::Warning,
        PublicStatus::Open { .. } => Badge::Success,
        PublicStatus::FullWithInterest | PublicStatus::InterestOnly { .. } => Badge::Info,
        PublicStatus::Cancelled => Badge::Error,
        PublicStatus::Closed | PublicStatus::Held | PublicStatus::Moved => Badge::Neutral,
    };
    badge(look, &status(lang, of))
}

/// "Kommune".
pub(crate) fn organisation_kind(lang: Lang, kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::Municipality => t::signup_kind_kommune(lang),
        OrganisationKind::Region => t::signup_kind_region(lang),
        OrganisationKind::State => t::signup_kind_stat(lang),
        OrganisationKind::Association => t::signup_kind_forening(lang),
        OrganisationKind::Company => t::signup_kind_virksomhed(lang),
        OrganisationKind::Other => t::signup_kind_anden(lang),
    }
}

/// "Planlægning".
pub(crate) fn phase(lang: Lang, phase: Phase) -> &'static str {
    match phase {
        Phase::Idea => t::course_phase_idea(lang),
        Phase::Planning => t::course_phase_planning(lang),
        Phase::Implementation => t::course_phase_implementation(lang),
        Phase::FollowUp => t::course_phase_follow_up(lang),
        Phase::UseOfResults => t::course_phase_use_of_results(lang),
    }
}

/// The terms of cancellation, one sentence each: shown before sign-up, stored with the order, sent in the mail.
pub(crate) fn terms(lang: Lang, terms: &CancellationTerms) -> Vec<String> {
    let share = |basis_points: i64| format::percent(lang, basis_points);
    let mut sentences = Vec::new();
    let mut before: Option<u16> = None;
    for step in terms.steps() {
        let days = i64::from(step.days_before);
        sentences.push(match before {
            None if step.fee.get() == 0 => t::signup_terms_free(lang, days),
            _ => t::signup_terms_step(lang, i64::from(before.unwrap_or(step.days_before)) - 1, days, share(step.fee.get())),
        });
        before = Some(step.days_before);
    }
    sentences.push(t::signup_terms_later(lang, share(terms.later().get())));
    sentences.push(t::signup_terms_substitute(lang).to_owned());
    sentences.push(t::signup_terms_house(lang).to_owned());
    sentences
}

/// Text with its paragraphs: a blank line ends one.
pub(crate) fn paragraphs<const MAX: usize>(text: &Text<MAX>) -> Markup {
    html! {
        @for paragraph in text.as_str().split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) { p { (paragraph) } }
    }
}
