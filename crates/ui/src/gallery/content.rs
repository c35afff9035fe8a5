//! Cards, facts, and what opens.

use maud::{Markup, html};

use crate::{
    Badge, Card, Definition, Href, Lang, Level, Tab, accordion, badge, card_grid, definitions, details, dialog, key_figures, link_button,
    open_details, structured_list, tab_links, tabs, time,
};

pub(super) fn cards(lang: Lang) -> Markup {
    let card = |title: &str, text: &str, when: &str, state: Markup| {
        Card::new(Level::Three, title, html! { p { (text) } })
            .kicker(html! { (when) })
            .footer(state)
            .link(Href::local("/kurser/grundkursus"))
    };
    card_grid(&[
        card(
            lang.pick("Grundkursus i borgerinddragelse", "Foundation course in citizen involvement"),
            lang.pick(
                "To dage om mandat, metode og rekruttering, med jeres egen sag.",
                "Two days on mandate, method and recruitment, with your own case.",
            ),
            lang.pick("14.–15. marts 2026 · København", "14–15 March 2026 · Copenhagen"),
            badge(Badge::Success, lang.pick("8 ledige pladser", "8 seats left")),
        ),
        card(
            lang.pick("Facilitering i praksis", "Facilitation in practice"),
            lang.pick(
                "En dag om at lede samtaler mellem mennesker, der er uenige.",
                "A day on leading talks between people who disagree.",
            ),
            lang.pick("2. april 2026 · Aarhus", "2 April 2026 · Aarhus"),
            badge(Badge::Warning, lang.pick("2 pladser tilbage", "2 seats left")),
        ),
        Card::new(
            Level::Three,
            lang.pick("Skræddersyet forløb", "Tailored course"),
            html! { p { (lang.pick("Et kort uden link.", "A card without a link.")) } },
        ),
    ])
}

pub(super) fn facts(lang: Lang) -> Markup {
    html! {
        (key_figures(&[
            ("3", lang.pick("hold mangler en beslutning", "editions need a decision"), Some(Href::local("/hold").query("vis", "beslutning"))),
            ("18", lang.pick("tilmeldte i denne uge", "sign-ups this week"), None),
            ("0", lang.pick("fakturaer mangler EAN-nummer", "invoices without EAN number"), Some(Href::local("/faktura"))),
        ]))
        (definitions(&[
            Definition::new(lang.pick("Dato", "Date"), time("2026-03-14", lang.pick("14. marts 2026", "14 March 2026"))),
            Definition::text(lang.pick("Sted", "Place"), "Toldbodgade 12, København"),
            Definition::text(lang.pick("Pris", "Price"), lang.pick("6.500 kr. uden moms", "DKK 6,500 excluding VAT")),
        ]))
        (Level::Three.heading(lang.pick("Se efter, før du sender", "Check before you send")))
        (structured_list(lang, &[
            Definition::text(lang.pick("Navn", "Name"), "Ane Holm").change(Href::local("/trin/1")),
            Definition::text(lang.pick("EAN-nummer", "EAN number"), "5798000000000").change(Href::local("/trin/2")),
        ]))
    }
}

pub(super) fn disclosure(lang: Lang) -> Markup {
    let answer = |text: &str| html! { p { (text) } };
    html! {
        (details(lang.pick("Hvorfor spørger vi om det?", "Why do we ask?"), &answer(lang.pick("Fordi fakturaen skal kunne sendes til jer.", "So that the invoice can reach you."))))
        (open_details(lang.pick("Særlige behov", "Special needs"), true, &answer(lang.pick("Teleslynge i lokalet.", "Hearing loop in the room."))))
        (accordion(Level::Three, &[
            (lang.pick("Kan jeg komme alene?", "Can I come alone?"), true, answer(lang.pick("Ja, men to fra samme sted får mere ud af det.", "Yes, but two from the same place get more out of it."))),
            (lang.pick("Hvad koster det at melde afbud?", "What does it cost to cancel?"), false, answer(lang.pick("Ingenting indtil 14 dage før.", "Nothing until 14 days before."))),
        ]))
        (tabs(lang.pick("Kurset", "The course"), &[
            Tab::new("tab-program", lang.pick("Program", "Programme"), answer(lang.pick("Vi begynder kl. 9.", "We start at 9."))),
            Tab::new("tab-people", lang.pick("Undervisere", "Instructors"), answer(lang.pick("To erfarne proceskonsulenter.", "Two experienced process consultants."))),
            Tab::new("tab-place", lang.pick("Sted", "Place"), answer(lang.pick("Tæt på stationen.", "Close to the station."))),
        ]))
        (tab_links(lang.pick("Holdets sider", "Pages of the edition"), &[
            (lang.pick("Deltagere", "Participants"), Href::local("/hold/1"), true),
            (lang.pick("Faktura", "Invoices"), Href::local("/hold/1/faktura"), false),
        ]))
            (dialog(
                lang,
                "dialog-terms",
                lang.pick("Læs betingelserne", "Read the terms"),
                lang.pick("Betingelser", "Terms"),
                &answer(lang.pick("Tilmeldingen er bindende.", "The sign-up is binding.")),
                &link_button(lang.pick("Hent som PDF", "Download as PDF"), &Href::local("/betingelser.pdf"), true),
            ))
    }
}
