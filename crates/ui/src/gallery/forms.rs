//! Fields in all their states.

use maud::{Markup, Render, html};

use crate::{
    Button, Checkbox, Checkboxes, Choice, DateField, Errors, FileField, Form, Href, Input, Lang, Radios, Repeat, Row, Select, Textarea,
    Width, depending, fieldset, form::summary, unless_ticked,
};

pub(super) fn fields(lang: Lang) -> Markup {
    let body = html! {
        (Input::text(lang, "g-name", lang.pick("Navn", "Name")).autocomplete("name"))
        (Input::email(lang, "g-mail", lang.pick("E-mail", "Email")).autocomplete("email")
            .hint(lang.pick("Vi sender bekræftelsen hertil", "We send the confirmation here")))
        (Input::telephone(lang, "g-phone", lang.pick("Telefon", "Telephone")).autocomplete("tel").optional())
        (Input::number(lang, "g-price", lang.pick("Pris i kroner", "Price in kroner")).suffix("kr.").value("6500"))
        (Input::number(lang, "g-ean", lang.pick("EAN-nummer", "EAN number")).width(Width::Medium).max_length(13)
            .hint(lang.pick("13 cifre, som begynder med 57980", "13 digits that start with 57980")))
        (Input::date(lang, "g-start", lang.pick("Første dag", "First day")).value("2026-03-14"))
        (Input::time_of_day(lang, "g-time", lang.pick("Begynder kl.", "Starts at")).value("09:00"))
        (Input::text(lang, "g-no", lang.pick("Tilmeldingsnummer", "Sign-up number")).value("2026-0412").readonly())
        (Input::text(lang, "g-off", lang.pick("Rabatkode", "Discount code")).disabled(true))
        (DateField::new(lang, "g-born", lang.pick("Hvornår er du født?", "When were you born?")).hint(lang.pick("For eksempel 27 3 1985", "For example 27 3 1985")))
        (Textarea::new(lang, "g-case", lang.pick("Beskriv jeres sag", "Describe your case")).limit(300)
            .hint(lang.pick("Skriv, hvem den berører, og hvad I vil opnå", "Write whom it concerns and what you want to achieve")))
        (FileField::new(lang, "g-list", lang.pick("Liste med deltagere", "List of participants"), ".csv,.xlsx").optional()
            .hint(lang.pick("CSV eller Excel, højst 2 MB", "CSV or Excel, 2 MB at most")))
        (Button::primary(lang.pick("Gem", "Save")))
    };
    Form::post(Href::local("/_ui"), "token")
        .multipart()
        .warn_unsaved()
        .id("gallery-fields")
        .body(&body)
}

pub(super) fn choices(lang: Lang) -> Markup {
    let body = html! {
        (Radios::new(lang, "g-pay", lang.pick("Hvordan vil I betale?", "How will you pay?"), [
            Choice::new("ean", lang.pick("Elektronisk faktura (EAN)", "Electronic invoice (EAN)")).chosen(true)
                .hint(lang.pick("For offentlige myndigheder", "For public authorities")),
            Choice::new("mail", lang.pick("Faktura på mail", "Invoice by mail")),
            Choice::new("card", lang.pick("Kort", "Card")).disabled(true).hint(lang.pick("Kommer senere", "Comes later")),
        ]))
        (Checkboxes::new(lang, "g-food", lang.pick("Særlige hensyn til maden", "Special food"), [
            Choice::new("veg", lang.pick("Vegetarisk", "Vegetarian")).chosen(true),
            Choice::new("gluten", lang.pick("Uden gluten", "Gluten-free")),
        ]).optional())
        (Select::new(lang, "g-region", "Region", [
            Choice::new("h", "Hovedstaden"), Choice::new("s", "Sjælland"), Choice::new("m", "Midtjylland"),
        ]).hint(lang.pick("Hvor arbejder du?", "Where do you work?")))
        (depending(
            &Radios::new(lang, "g-who", lang.pick("Hvem betaler?", "Who pays?"), [
                Choice::new("authority", lang.pick("En myndighed", "An authority")).chosen(true),
                Choice::new("self", lang.pick("Jeg selv", "I do")),
            ]).render(),
            &[
                (&[1], Input::text(lang, "g-authority", lang.pick("Myndighedens navn", "Name of the authority")).render()),
                (&[2], Input::text(lang, "g-street", lang.pick("Adresse", "Address")).autocomplete("address-line1").render()),
            ],
        ))
        (unless_ticked(
            &Checkbox::new(lang, "g-same", lang.pick("Deltageren er kontaktperson", "The participant is the contact")).ticked(true).optional().render(),
            &Input::text(lang, "g-contact", lang.pick("Kontaktpersonens navn", "Name of the contact")).render(),
        ))
        (fieldset(lang.pick("Samtykke", "Consent"), Some(lang.pick("Du kan altid trække det tilbage.", "You can always withdraw it.")), &html! {
            (Checkbox::new(lang, "g-news", lang.pick("Skriv til mig, når der kommer nye kurser", "Write to me about new courses")).optional())
            (Checkbox::new(lang, "g-terms", lang.pick("Jeg har læst betingelserne", "I have read the terms")))
        }))
        (Button::primary(lang.pick("Videre", "Continue")))
    };
    Form::post(Href::local("/_ui"), "token").body(&body)
}

pub(super) fn with_errors(lang: Lang) -> Markup {
    let errors: Errors = [
        (
            "e-mail",
            lang.pick(
                "Skriv din e-mail, for eksempel navn@kommune.dk",
                "Write your email, for example name@kommune.dk",
            ),
        ),
        ("e-pay", lang.pick("Vælg, hvordan I vil betale", "Choose how you will pay")),
        (
            "e-born",
            lang.pick(
                "Datoen findes ikke. Skriv dag, måned og år med tal",
                "There is no such date. Write day, month and year in digits",
            ),
        ),
        ("e-terms", lang.pick("Sæt kryds for at tilmelde dig", "Tick the box to sign up")),
        (
            "",
            lang.pick("Holdet blev fuldt, mens du skrev", "The edition filled up while you were writing"),
        ),
    ]
    .into_iter()
    .collect();
    let body = html! {
        (summary(lang, &errors, false))
        (Input::email(lang, "e-mail", lang.pick("E-mail", "Email")).value("ane.holm").autocomplete("email").error(errors.get("e-mail"))
            .hint(lang.pick("Vi sender bekræftelsen hertil", "We send the confirmation here")))
        (Radios::new(lang, "e-pay", lang.pick("Hvordan vil I betale?", "How will you pay?"), [
            Choice::new("ean", "EAN"), Choice::new("mail", lang.pick("Faktura på mail", "Invoice by mail")),
        ]).error(errors.get("e-pay")))
        (DateField::new(lang, "e-born", lang.pick("Hvornår er du født?", "When were you born?")).value("31", "2", "1985").error(errors.get("e-born")))
        (Select::new(lang, "e-region", "Region", [Choice::new("h", "Hovedstaden")]).error(Some(lang.pick("Vælg en region", "Choose a region"))))
        (Textarea::new(lang, "e-case", lang.pick("Jeres sag", "Your case")).limit(20).value(lang.pick("Byrummet foran stationen", "The square in front of the station"))
            .error(Some(lang.pick("Skriv højst 20 tegn", "Write 20 characters at most"))))
        (Checkbox::new(lang, "e-terms", lang.pick("Jeg har læst betingelserne", "I have read the terms")).error(errors.get("e-terms")))
        (Button::primary(lang.pick("Tilmeld", "Sign up")))
    };
    Form::post(Href::local("/_ui"), "token").body(&body)
}

pub(super) fn repeated(lang: Lang) -> Markup {
    let row = |row: &Row| {
        html! {
            (Input::text(lang, row.field("name"), lang.pick("Navn", "Name")))
            (Input::email(lang, row.field("mail"), lang.pick("E-mail", "Email")))
        }
    };
    let list = Repeat::new(
        lang,
        "deltagere",
        lang.pick("Deltager", "Participant"),
        lang.pick("Tilføj deltager", "Add participant"),
    );
    let body = html! {
        (list.count(2).limits(1, 4).render(row))
        (Button::primary(lang.pick("Tilmeld", "Sign up")))
    };
    Form::post(Href::local("/_ui"), "token")
        .warn_unsaved()
        .id("gallery-repeat")
        .body(&body)
}
