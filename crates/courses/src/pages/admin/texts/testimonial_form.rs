//! The form of a participant's words.

use jiff::Timestamp;
use maud::{Markup, html};
use platform::values::ValueError;
use platform::web::{Check, Fields};
use texts::Lang;
use ui::{Button, Choice, Errors, Input, Select, error_summary};

use super::past_form::year;
use crate::model::{Consent, Note, Testimonial};
use crate::pages::admin::fields::{Draft, Named, both, fill};
use crate::store::catalogue::StoredCourse;
use crate::t;

const QUOTE: Named = Named {
    name: "quote",
    label: t::admin_words_quote,
};
const COURSE: Named = Named {
    name: "course",
    label: t::admin_course_column,
};
const COURSE_TITLE: Named = Named {
    name: "course-title",
    label: t::admin_words_course_title,
};
const YEAR: Named = Named {
    name: "year",
    label: t::past_column_year,
};
const CONSENT: Named = Named {
    name: "consent",
    label: t::admin_words_consent,
};
const GIVEN: Named = Named {
    name: "consent-given",
    label: t::admin_words_consent_given,
};

pub(super) fn blank(lang: Lang) -> Fields {
    Fields::default().with(CONSENT.name, t::admin_words_consent_usual(lang))
}

pub(super) fn filled(said: &Testimonial) -> Fields {
    let fields = fill(
        fill(Fields::default(), QUOTE.name, &said.quote),
        COURSE_TITLE.name,
        &said.course_title,
    );
    fields
        .with(COURSE.name, said.course.map_or_else(String::new, |id| id.to_string()))
        .with(YEAR.name, said.year.to_string())
}

/// Reads the form. `stored`: words that are there already, whose leave stays as it was given; new ones need it now.
pub(super) fn read(
    fields: &Fields,
    lang: Lang,
    courses: &[StoredCourse],
    stored: Option<&Testimonial>,
    now: Timestamp,
) -> Result<Testimonial, Errors> {
    let mut check = Check::new(fields, lang);
    let quote = both(&mut check, QUOTE);
    let course = check.optional(COURSE.name, |typed| match typed {
        "" => Err(ValueError::Empty),
        typed => courses
            .iter()
            .find(|course| course.id.to_string() == typed)
            .ok_or(ValueError::NotAChoice),
    });
    // Left blank, the title is that of the chosen course.
    let is_blank = Lang::ALL.iter().all(|of| check.raw(&COURSE_TITLE.in_lang(*of)).trim().is_empty());
    let course_title = match course {
        Some(Some(chosen)) if is_blank => Some(chosen.course.title.clone()),
        _ => both(&mut check, COURSE_TITLE),
    };
    let year = check.required(YEAR.name, &t::admin_fill_in(lang, (YEAR.label)(lang)), year);
    let consent = match stored {
        Some(said) => Some(said.consent.clone()),
        None => {
            let text = check.required(CONSENT.name, &t::admin_fill_in(lang, (CONSENT.label)(lang)), Note::parse);
            let given = check.ticked(GIVEN.name, t::admin_words_consent_missing(lang));
            (|| {
                Some(Consent {
                    text: text?,
                    given_at: given.map(|()| now)?,
                    withdrawn_at: None,
                })
            })()
        }
    };
    let read = (|| {
        let course = course?.map(|course| course.id);
        Some(Testimonial {
            quote: quote?,
            course,
            course_title: course_title?,
            year: year?,
            consent: consent?,
        })
    })();
    check.finish(read)
}

pub(super) fn view(lang: Lang, fields: &Fields, errors: &Errors, courses: &[StoredCourse], is_new: bool) -> Markup {
    let draft = Draft { lang, fields, errors };
    let choices = courses
        .iter()
        .map(|course| Choice::new(course.id.to_string(), course.course.title.get(lang).as_str()));
    let course = Select::new(lang, COURSE.name, (COURSE.label)(lang), choices)
        .value(fields.get(COURSE.name))
        .error(errors.get(COURSE.name))
        .optional();
    let year = Input::number(lang, YEAR.name, (YEAR.label)(lang))
        .value(fields.get(YEAR.name))
        .error(errors.get(YEAR.name));
    html! {
        (error_summary(lang, errors))
        (draft.text(QUOTE, 4, Note::MAX, false))
        (course)
        (draft.line(COURSE_TITLE, Some(t::admin_words_course_title_hint(lang)), true))
        (year)
        @if is_new {
            (ui::Textarea::new(lang, CONSENT.name, (CONSENT.label)(lang)).rows(3).limit(Note::MAX).hint(t::admin_words_consent_hint(lang))
                .value(fields.get(CONSENT.name)).error(errors.get(CONSENT.name)))
            (ui::Checkbox::new(lang, GIVEN.name, (GIVEN.label)(lang)).ticked(fields.has(GIVEN.name)).error(errors.get(GIVEN.name)))
        }
        (Button::primary(t::admin_save(lang)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobodys_words_are_printed_without_leave_and_the_leave_is_never_rewritten() {
        let now: Timestamp = "2026-11-01T08:00:00Z".parse().unwrap();
        let typed = [
            ("quote-da", "God dag"),
            ("quote-en", "A good day"),
            ("course-title-da", "Metoder"),
            ("course-title-en", "Methods"),
            ("year", "2023"),
        ];
        let fields = typed
            .into_iter()
            .fold(blank(Lang::Da), |fields, (name, value)| fields.with(name, value));
        let errors = read(&fields, Lang::Da, &[], None, now).unwrap_err();
        assert_eq!(errors.iter().map(|(field, _)| field).collect::<Vec<_>>(), ["consent-given"]);
        let said = read(&fields.clone().with("consent-given", "on"), Lang::Da, &[], None, now).unwrap();
        assert_eq!((said.consent.given_at, said.may_be_shown()), (now, true));
        let later = "2027-01-01T08:00:00Z".parse().unwrap();
        let changed = read(
            &filled(&said).with("quote-da", "En god dag").with("consent", "Andre ord"),
            Lang::Da,
            &[],
            Some(&said),
            later,
        )
        .unwrap();
        assert_eq!((&changed.consent, changed.quote.da.as_str()), (&said.consent, "En god dag"));
    }
}
