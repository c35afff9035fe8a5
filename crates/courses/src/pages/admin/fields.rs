//! Fields that hold a text in both languages, side by side: `{name}-da` and `{name}-en`.

use std::str::FromStr;

use maud::{Markup, Render};
use platform::values::ValueError;
use platform::web::{Check, Fields};
use texts::Lang;
use ui::{Errors, Input, Textarea, Width};

use crate::model::Bilingual;
use crate::t;

/// A field of a form: its name, and what people call it. Declared once, so that the form, its mistakes and a clash of two editors use the same words.
#[derive(Clone, Copy)]
pub(super) struct Named {
    pub(super) name: &'static str,
    pub(super) label: fn(Lang) -> &'static str,
}

impl Named {
    /// The field's name in one language.
    pub(super) fn in_lang(self, of: Lang) -> String {
        format!("{}-{}", self.name, of.code())
    }

    /// What the field is called in one language: "Titel (dansk)".
    pub(super) fn label_in(self, lang: Lang, of: Lang) -> String {
        labelled(lang, (self.label)(lang), of)
    }
}

/// "Titel (dansk)".
pub(super) fn labelled(lang: Lang, label: &str, of: Lang) -> String {
    match of {
        Lang::Da => t::admin_in_danish(lang, label),
        Lang::En => t::admin_in_english(lang, label),
    }
}

/// A form under way: what stands in it, and what is wrong with it.
#[derive(Clone, Copy)]
pub(super) struct Draft<'a> {
    pub(super) lang: Lang,
    pub(super) fields: &'a Fields,
    pub(super) errors: &'a Errors,
}

impl Draft<'_> {
    /// A line in both languages.
    pub(super) fn line(&self, field: Named, hint: Option<&str>, optional: bool) -> Markup {
        self.pair(|of| {
            self.input(&field.in_lang(of), &field.label_in(self.lang, of), hint, optional)
                .render()
        })
    }

    /// A text of several lines in both languages.
    pub(super) fn text(&self, field: Named, rows: u32, limit: usize, optional: bool) -> Markup {
        self.pair(|of| {
            let name = field.in_lang(of);
            let area = Textarea::new(self.lang, name.as_str(), field.label_in(self.lang, of))
                .rows(rows)
                .limit(limit);
            let area = if optional { area.optional() } else { area };
            area.value(self.fields.get(&name)).error(self.errors.get(&name)).render()
        })
    }

    /// One field of one line.
    pub(super) fn input(&self, name: &str, label: &str, hint: Option<&str>, optional: bool) -> Input {
        let input = Input::text(self.lang, name, label)
            .width(Width::Full)
            .value(self.fields.get(name))
            .error(self.errors.get(name));
        let input = if optional { input.optional() } else { input };
        match hint {
            Some(hint) => input.hint(hint),
            None => input,
        }
    }

    /// Whether a choice of this name and value was made.
    pub(super) fn chosen(&self, name: &str, value: &str) -> bool {
        self.fields.all(name).any(|chosen| chosen == value)
    }

    fn pair(&self, one: impl Fn(Lang) -> Markup) -> Markup {
        ui::columns(&[one(Lang::Da), one(Lang::En)])
    }
}

/// Reads a text that must be there in both languages.
pub(super) fn both<T: FromStr<Err = ValueError>>(check: &mut Check<'_>, field: Named) -> Option<Bilingual<T>> {
    let [da, en] = Lang::ALL.map(|of| {
        let missing = t::admin_fill_in(check.lang(), field.label_in(check.lang(), of));
        check.required(&field.in_lang(of), &missing, T::from_str)
    });
    Some(Bilingual::new(da?, en?))
}

/// Reads a text that may be left out in both languages, never in one of them.
#[expect(clippy::option_option, reason = "left out and wrong are two different answers")]
pub(super) fn both_or_none<T: FromStr<Err = ValueError>>(check: &mut Check<'_>, field: Named) -> Option<Option<Bilingual<T>>> {
    let names = Lang::ALL.map(|of| field.in_lang(of));
    if names.iter().all(|name| check.raw(name).trim().is_empty()) {
        return Some(None);
    }
    both(check, field).map(Some)
}

/// Fills a text in both languages in.
pub(super) fn fill<T: AsRef<str>>(fields: Fields, name: &str, text: &Bilingual<T>) -> Fields {
    fields
        .with(&format!("{name}-da"), text.da.as_ref())
        .with(&format!("{name}-en"), text.en.as_ref())
}

#[cfg(test)]
mod tests {
    use crate::model::Title;

    use super::*;

    const TITLE: Named = Named {
        name: "title",
        label: t::admin_course_title,
    };

    fn read(form: &str) -> Result<Option<Bilingual<Title>>, Errors> {
        let fields = Fields::parse(form.as_bytes()).unwrap();
        let mut check = Check::new(&fields, Lang::Da);
        let title = both_or_none(&mut check, TITLE);
        check.finish(title)
    }

    #[test]
    fn a_text_in_one_language_only_is_a_mistake_in_the_other() {
        assert_eq!(read("title-da=&title-en=++"), Ok(None));
        assert!(read("title-da=Kom+godt+i+gang&title-en=Getting+started").unwrap().is_some());
        let errors = read("title-da=Kom+godt+i+gang").unwrap_err();
        assert!(errors.get("title-en").is_some() && errors.get("title-da").is_none());
    }
}
