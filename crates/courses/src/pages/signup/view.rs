//! The sign-up form as a page.

use maud::{Markup, html};
use platform::web::{Core, Fields, PRIVACY};
use texts::{Lang, format};
use ui::{
    Button, Checkbox, Choice, Crumb, Definition, Errors, Form, Href, Input, Level, Mood, Page, Radios, Repeat, Select, Textarea, Width,
    alert, definitions, depending, details, error_summary, fieldset, grid_after, hidden, open_details, section, unless_ticked,
};

use super::Subject;
use super::form::{LIST, numbered, rows};
use crate::model::{CancellationTerms, GroupSize, OrganisationKind, PublicStatus};
use crate::pages::paths::{CATALOGUE, COURSE, SIGN_UP};
use crate::pages::wording;
use crate::t;

/// The fields as typed, and what is wrong with them.
struct State<'a> {
    lang: Lang,
    fields: &'a Fields,
    errors: &'a Errors,
}

impl State<'_> {
    fn input(&self, input: Input, name: &str) -> Input {
        input.value(self.fields.get(name)).error(self.errors.get(name))
    }

    fn text(&self, name: &str, label: &str) -> Input {
        self.input(Input::text(self.lang, name, label), name)
    }

    fn email(&self, name: &str, label: &str) -> Input {
        self.input(Input::email(self.lang, name, label), name)
    }

    fn telephone(&self, name: &str, label: &str) -> Input {
        self.input(Input::telephone(self.lang, name, label), name).optional()
    }

    fn area(&self, name: &str, label: &str, hint: &str) -> Textarea {
        Textarea::new(self.lang, name, label)
            .value(self.fields.get(name))
            .error(self.errors.get(name))
            .hint(hint)
            .optional()
    }

    fn tick(&self, name: &str, label: &str) -> Checkbox {
        Checkbox::new(self.lang, name, label)
            .ticked(self.fields.has(name))
            .error(self.errors.get(name))
    }
}

pub(super) fn page(cx: &Core, subject: &Subject, fields: &Fields, errors: &Errors) -> Page {
    let lang = cx.lang;
    let course = &subject.course.course;
    let slug = course.slug.as_str();
    let fields = &numbered(fields);
    let state = State { lang, fields, errors };
    let action = Href::local(SIGN_UP.url(lang, &[slug, &subject.edition.id.to_string()]));
    let body = html! {
        (hidden("key", fields.get("key")))
        (participants(&state, subject))
        (payer(&state))
        (contact(&state))
        (terms(&state, subject))
        (Button::primary(t::signup_submit(lang)))
    };
    let form = html! {
        (error_summary(lang, errors))
        (Form::post(action, cx.form_token()).warn_unsaved().body(&body))
    };
    Page::new(
        t::signup_title(lang, course.title.get(lang)),
        grid_after(&facts(lang, subject), &form),
    )
    .crumbs([
        Crumb::new(t::nav_courses(lang), Href::local(CATALOGUE.url(lang, &[]))),
        Crumb::new(course.title.get(lang).as_str(), Href::local(COURSE.url(lang, &[slug]))),
    ])
    .lead(t::signup_lead(lang))
    .noindex()
}

/// The fields alone, for entries by the house.
pub(super) fn fields(lang: Lang, subject: &Subject, fields: &Fields, errors: &Errors) -> Markup {
    let fields = &numbered(fields);
    let state = State { lang, fields, errors };
    html! {
        (hidden("key", fields.get("key")))
        (participants(&state, subject))
        (payer(&state))
        (contact(&state))
        (terms(&state, subject))
    }
}

fn facts(lang: Lang, subject: &Subject) -> Markup {
    let plan = subject.edition.edition.plan();
    let mut items = vec![
        Definition::new(t::signup_fact_when(lang), wording::when_shown(lang, &plan.when)),
        Definition::text(t::signup_fact_where(lang), &wording::place(lang, plan)),
        Definition::new(
            t::signup_fact_price(lang),
            html! { (wording::price(lang, plan.price)) br; (wording::price_with_vat(lang, plan.price)) },
        ),
    ];
    if let PublicStatus::Open { seats_left, last_day } = subject.status {
        items.push(Definition::text(
            t::signup_fact_deadline(lang),
            &format::weekday_date(lang, last_day),
        ));
        items.push(Definition::text(
            t::signup_fact_seats(lang),
            &t::signup_seats_left(lang, i64::from(seats_left)),
        ));
    }
    definitions(&items)
}

fn participants(state: &State<'_>, subject: &Subject) -> Markup {
    let lang = state.lang;
    let prerequisites = subject.course.course.prerequisites.as_ref().map(|text| text.get(lang).as_str());
    let rows = Repeat::new(lang, LIST, t::signup_participant(lang), t::signup_participant_add(lang))
        .count(rows(state.fields))
        .limits(1, usize::from(GroupSize::MAX))
        .render(|row| participant(state, |name| row.field(name), prerequisites));
    html! { h2 { (t::signup_participants(lang)) } (rows) }
}

fn participant(state: &State<'_>, field: impl Fn(&str) -> String, prerequisites: Option<&str>) -> Markup {
    let lang = state.lang;
    let (diet, access, case, stage) = (field("diet"), field("access"), field("case"), field("stage"));
    let is_open = [&diet, &access, &case]
        .iter()
        .any(|name| !state.fields.get(name).is_empty() || state.errors.get(name).is_some());
    let chosen = state.fields.get(&stage);
    let stages = [
        ("none", t::signup_case_none(lang)),
        ("idea", t::signup_case_idea(lang)),
        ("plan", t::signup_case_plan(lang)),
    ];
    let choices = stages.map(|(value, label)| Choice::new(value, label).chosen(chosen == value));
    html! {
        (state.text(&field("name"), t::signup_name(lang)).autocomplete("name"))
        (state.email(&field("email"), t::signup_email(lang)).hint(t::signup_email_hint(lang)).autocomplete("email"))
        (state.text(&field("title"), t::signup_job_title(lang)).optional().autocomplete("organization-title"))
        (state.text(&field("department"), t::signup_department(lang)).optional())
        (state.telephone(&field("phone"), t::signup_phone(lang)).autocomplete("tel"))
        @if let Some(text) = prerequisites {
            (state.tick(&field("prerequisites"), t::signup_prerequisites(lang)).hint(t::signup_prerequisites_hint(lang, text)).unmarked())
        }
        (open_details(t::signup_needs(lang), is_open, &html! {
            (state.area(&diet, t::signup_diet(lang), t::signup_diet_hint(lang)))
            (state.area(&access, t::signup_access(lang), t::signup_access_hint(lang)))
            (Radios::new(lang, stage.clone(), t::signup_case_stage(lang), choices).hint(t::signup_case_hint(lang)).error(state.errors.get(&stage)).optional())
            (state.area(&case, t::signup_case(lang), ""))
        }))
    }
}

fn payer(state: &State<'_>) -> Markup {
    let lang = state.lang;
    let chosen = state.fields.get("payment");
    let ways = [
        ("ean", t::signup_payment_ean(lang)),
        ("cvr", t::signup_payment_cvr(lang)),
        ("private", t::signup_payment_private(lang)),
    ];
    let kind = state.fields.get("organisation-kind");
    let kinds = std::iter::once(Choice::new("", t::signup_organisation_kind_choose(lang)).chosen(kind.is_empty())).chain(
        OrganisationKind::ALL
            .iter()
            .map(|of| Choice::new(of.as_str(), wording::organisation_kind(lang, *of)).chosen(kind == of.as_str())),
    );
    let question = html! {
        (Radios::new(lang, "payment", t::signup_payment(lang), ways.map(|(value, label)| Choice::new(value, label).chosen(chosen == value)))
            .error(state.errors.get("payment")))
    };
    let (ean, cvr, private) = (1, 2, 3);
    let fields = depending(
        &question,
        &[
            (
                &[ean, cvr],
                html! {
                    (state.text("organisation", t::signup_organisation(lang)).hint(t::signup_organisation_hint(lang)).autocomplete("organization"))
                    (Select::new(lang, "organisation-kind", t::signup_organisation_kind(lang), kinds).error(state.errors.get("organisation-kind")))
                },
            ),
            (
                &[ean],
                html! { (state.text("ean", t::signup_ean(lang)).hint(t::signup_ean_hint(lang)).inputmode("numeric").width(Width::Medium)) },
            ),
            (
                &[cvr],
                html! { (state.text("cvr", t::signup_cvr(lang)).hint(t::signup_cvr_hint(lang)).inputmode("numeric").width(Width::Short)) },
            ),
            (
                &[ean, cvr],
                html! { (state.text("order-reference", t::signup_order_reference(lang)).optional()) },
            ),
            (
                &[ean],
                html! {
                    (state.text("person-reference", t::signup_person_reference(lang)).hint(t::signup_person_reference_hint(lang)).optional())
                },
            ),
            (
                &[cvr, private],
                html! {
                    (state.email("invoice-email", t::signup_invoice_email(lang)))
                    (fieldset(t::signup_address(lang), None, &html! {
                        (state.text("street", t::signup_street(lang)).autocomplete("address-line1"))
                        (state.text("postcode", t::signup_postcode(lang)).autocomplete("postal-code").width(Width::Short))
                        (state.text("town", t::signup_town(lang)).autocomplete("address-level2"))
                    }))
                },
            ),
        ],
    );
    fieldset(t::signup_payer(lang), Some(t::signup_payer_lead(lang)), &fields)
}

fn contact(state: &State<'_>) -> Markup {
    let lang = state.lang;
    let same = html! { (state.tick("same-contact", t::signup_contact_same(lang)).hint(t::signup_contact_other(lang)).unmarked()) };
    let other = html! {
        (state.text("contact-name", t::signup_contact_name(lang)))
        (state.email("contact-email", t::signup_contact_email(lang)))
        (state.telephone("contact-phone", t::signup_contact_phone(lang)))
    };
    fieldset(t::signup_contact(lang), None, &unless_ticked(&same, &other))
}

fn terms(state: &State<'_>, subject: &Subject) -> Markup {
    let lang = state.lang;
    let sentences = wording::terms(lang, &usual_terms(subject));
    let fields = html! {
        (details(t::signup_terms_read(lang), &html! { ul { @for sentence in &sentences { li { (sentence) } } } }))
        (state.tick("terms", t::signup_terms_accept(lang)))
        p { (t::signup_notice_text(lang)) " " a href=(Href::local(PRIVACY.url(lang, &[]))) { (t::signup_notice_more(lang)) } }
        (state.tick("notice", t::signup_notice(lang)))
    };
    fieldset(t::signup_terms(lang), None, &fields)
}

/// The terms that hold for an edition.
fn usual_terms(subject: &Subject) -> CancellationTerms {
    crate::actions::sign_up::terms_of(subject.edition.edition.plan())
}

pub(super) fn refused(cx: &Core, subject: &Subject, (title, text): (&str, &str), interest: &Markup) -> Page {
    let lang = cx.lang;
    let course = &subject.course.course;
    let body = html! {
        (alert(lang, Mood::Warning, text))
        (section(Level::Two, "interest", &t::interest_title(lang, course.title.get(lang)), &html! {
            p { (t::interest_lead(lang)) }
            (interest)
        }))
    };
    Page::new(title, body)
        .crumbs([
            Crumb::new(t::nav_courses(lang), Href::local(CATALOGUE.url(lang, &[]))),
            Crumb::new(
                course.title.get(lang).as_str(),
                Href::local(COURSE.url(lang, &[course.slug.as_str()])),
            ),
        ])
        .noindex()
}
