//! What one presses.

use maud::{Markup, Render, html};

use crate::{
    Button, Confirm, Form, Href, Icon, Lang, Level, Step, StepState, back_link, button_group, link_button, search_form, stack, steps,
};

pub(super) fn buttons(lang: Lang) -> Markup {
    let question = Confirm::new(
        lang,
        lang.pick("Vil du slette holdet?", "Delete the edition?"),
        lang.pick(
            "De 12 tilmeldte får besked. Det kan ikke fortrydes.",
            "The 12 participants are told. It cannot be undone.",
        ),
    );
    let save = Button::primary(lang.pick("Gem", "Save"));
    let draft = Button::secondary(lang.pick("Gem kladde", "Save draft"))
        .name("action", "draft")
        .unvalidated();
    let cancel = Button::tertiary(lang.pick("Fortryd", "Cancel"));
    let delete = Button::danger(lang.pick("Slet holdet", "Delete the edition"), question).name("action", "delete");
    let with_icon = Button::secondary(lang.pick("Hent liste", "Download list")).icon(Icon::Download);
    let off = Button::primary(lang.pick("Tilmeld", "Sign up")).disabled(true);
    let form = Form::post(Href::local("/_ui"), "token").body(&html! {
        (button_group(&[&save, &draft, &cancel]))
        (button_group(&[&delete, &with_icon, &off]))
        p { (Button::plain(Icon::Edit, lang.pick("Ret", "Change")).about(lang.pick("deltageren Ane Holm", "the participant Ane Holm"))) }
    });
    stack(&[
        form,
        link_button(lang.pick("Gå til tilmelding", "Go to sign-up"), &Href::local("/tilmelding"), true),
        back_link(lang.pick("Tilbage til kurser", "Back to courses"), &Href::local("/kurser")),
        search_form(lang, &Href::local("/soeg"), lang.pick("Søg i kurser", "Search courses"), "soeg", ""),
    ])
}

pub(super) fn icons(lang: Lang) -> Markup {
    html! {
        ul class="icon-list no-max-width" {
            @for icon in Icon::ALL { li { (icon.decorative()) code { (icon.name()) } } }
        }
        p { (Icon::Lock.meaning(lang.pick("Kun for medarbejdere", "Staff only"))) " " (lang.pick("Intern side", "Internal page")) }
    }
}

pub(super) fn step_ways(lang: Lang) -> Markup {
    let way = [
        Step::new(lang.pick("Deltagere", "Participants"), StepState::Done).link(Href::local("/trin/1")),
        Step::new(lang.pick("Betaling", "Payment"), StepState::Faulty).link(Href::local("/trin/2")),
        Step::new(lang.pick("Jeres sag", "Your case"), StepState::Current),
        Step {
            note: Some(lang.pick("Cirka to minutter", "About two minutes").to_owned()),
            ..Step::new(lang.pick("Se efter og send", "Check and send"), StepState::Ahead)
        },
    ];
    html! {
        (steps(lang, lang.pick("Tilmelding", "Sign-up"), &way))
        (Level::Three.heading(lang.pick("Uden igangværende trin", "With no current step")))
        (steps(lang, lang.pick("Processen", "The process"), &way[..1]).render())
    }
}
