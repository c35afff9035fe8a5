//! The form of an earlier course.

use maud::{Markup, html};
use platform::values::ValueError;
use platform::web::{Check, Fields};
use texts::Lang;
use ui::{Button, Choice, Errors, Input, Radios, Select, error_summary};

use crate::model::{Half, Mode, Note, PastCourse, PastKind, Years};
use crate::pages::admin::fields::{Draft, Named, both, fill};
use crate::pages::admin::words;
use crate::t;

const TITLE: Named = Named {
    name: "title",
    label: t::admin_course_title,
};
const NOTE: Named = Named {
    name: "note",
    label: t::admin_past_note,
};
const KIND: Named = Named {
    name: "kind",
    label: t::admin_past_kind,
};
const FIRST: Named = Named {
    name: "first-year",
    label: t::admin_past_first_year,
};
const LAST: Named = Named {
    name: "last-year",
    label: t::admin_past_last_year,
};
const HALF: Named = Named {
    name: "half",
    label: t::admin_past_half,
};
const MODE: Named = Named {
    name: "mode",
    label: t::admin_edition_mode,
};
const PARTICIPANTS: Named = Named {
    name: "participants",
    label: t::admin_past_participants,
};

pub(super) fn blank() -> Fields {
    Fields::default().with(KIND.name, PastKind::Course.as_str())
}

pub(super) fn filled(past: &PastCourse) -> Fields {
    let fields = fill(fill(Fields::default(), TITLE.name, &past.title), NOTE.name, &past.note);
    fields
        .with(KIND.name, past.kind.as_str())
        .with(FIRST.name, past.years.first().to_string())
        .with(LAST.name, past.years.last().to_string())
        .with(HALF.name, past.half.map_or("", Half::as_str))
        .with(MODE.name, past.mode.map_or("", Mode::as_str))
        .with(PARTICIPANTS.name, past.participants.to_string())
}

pub(super) fn read(fields: &Fields, lang: Lang) -> Result<PastCourse, Errors> {
    let mut check = Check::new(fields, lang);
    let missing = |field: Named| t::admin_fill_in(lang, (field.label)(lang));
    let kind = check.required(KIND.name, &missing(KIND), |typed| typed.parse().map_err(|_| ValueError::NotAChoice));
    let title = both(&mut check, TITLE);
    let first = check.required(FIRST.name, &missing(FIRST), year);
    let last = check.optional(LAST.name, year);
    let half = check.optional(HALF.name, choice);
    let mode = check.optional(MODE.name, choice);
    let participants = check.required(PARTICIPANTS.name, &missing(PARTICIPANTS), |typed| match typed.trim() {
        "" => Err(ValueError::Empty),
        digits => digits
            .parse()
            .ok()
            .filter(|count| *count <= 100_000_u32)
            .ok_or(ValueError::NotAChoice),
    });
    let note = both(&mut check, NOTE);
    let read = (|| {
        let (first, last) = (first?, last?);
        Some(PastCourse {
            title: title?,
            kind: kind?,
            years: Years::new(first, last.unwrap_or(first)),
            half: half?,
            mode: mode?,
            participants: participants?,
            note: note?,
        })
    })();
    check.finish(read)
}

/// A year of teaching.
pub(super) fn year(typed: &str) -> Result<i16, ValueError> {
    match typed.trim() {
        "" => Err(ValueError::Empty),
        digits => digits
            .parse()
            .ok()
            .filter(|year| (1980..=2199).contains(year))
            .ok_or(ValueError::NotAChoice),
    }
}

fn choice<T: std::str::FromStr>(typed: &str) -> Result<T, ValueError> {
    if typed.is_empty() {
        Err(ValueError::Empty)
    } else {
        typed.parse().map_err(|_| ValueError::NotAChoice)
    }
}

pub(super) fn view(lang: Lang, fields: &Fields, errors: &Errors) -> Markup {
    let draft = Draft { lang, fields, errors };
    let number = |field: Named| {
        Input::number(lang, field.name, (field.label)(lang))
            .value(fields.get(field.name))
            .error(errors.get(field.name))
    };
    let kinds = PastKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.as_str(), words::past_kind(lang, *kind)).chosen(draft.chosen(KIND.name, kind.as_str())));
    let halves = [
        (Half::Spring, t::admin_past_spring(lang)),
        (Half::Autumn, t::admin_past_autumn(lang)),
    ];
    let halves = halves.map(|(half, label)| Choice::new(half.as_str(), label));
    let modes = Mode::ALL.iter().map(|mode| Choice::new(mode.as_str(), words::mode(lang, *mode)));
    html! {
        (error_summary(lang, errors))
        (draft.line(TITLE, None, false))
        (Radios::new(lang, KIND.name, (KIND.label)(lang), kinds).error(errors.get(KIND.name)))
        (number(FIRST))
        (number(LAST).hint(t::admin_past_last_year_hint(lang)).optional())
        (Select::new(lang, HALF.name, (HALF.label)(lang), halves).value(fields.get(HALF.name)).error(errors.get(HALF.name)).optional())
        (Select::new(lang, MODE.name, (MODE.label)(lang), modes).value(fields.get(MODE.name)).error(errors.get(MODE.name)).optional())
        (number(PARTICIPANTS))
        (draft.text(NOTE, 3, Note::MAX, false))
        (Button::primary(t::admin_save(lang)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_facilitators_of_the_page_are_read_and_read_back() {
        let typed = [
            ("kind", "training"),
            ("title-da", "Facilitatorer til EU's borgerpaneler"),
            ("title-en", "Facilitators for the EU citizens' panels"),
            ("first-year", "2023"),
            ("last-year", "2020"),
            ("participants", "105"),
            ("note-da", "Træning"),
            ("note-en", "Training"),
        ];
        let fields = typed.into_iter().fold(blank(), |fields, (name, value)| fields.with(name, value));
        let past = read(&fields, Lang::Da).unwrap();
        assert_eq!((past.years.first(), past.years.last(), past.participants), (2020, 2023, 105));
        assert_eq!(read(&filled(&past), Lang::En), Ok(past));
        let errors = read(
            &fields.with("first-year", "23").with("participants", "mange").with("note-en", ""),
            Lang::Da,
        )
        .unwrap_err();
        assert_eq!(
            errors.iter().map(|(field, _)| field).collect::<Vec<_>>(),
            ["first-year", "participants", "note-en"]
        );
    }
}
