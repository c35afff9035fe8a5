//! Text, messages and marks.

use maud::{Markup, html};

use crate::{Alert, Badge, Href, Lang, Level, Mood, alert, badge, cluster, copyable, divider, lead, stack, tag_link, time};

pub(super) fn text(lang: Lang) -> Markup {
    html! {
        (lead(lang.pick(
            "Borgerinddragelse er et håndværk. Det kan læres, og det bliver bedre af at blive øvet sammen med andre.",
            "Citizen involvement is a craft. It can be learned, and it gets better when practised with others.",
        )))
        p {
            (lang.pick("Kurset varer to dage og begynder ", "The course lasts two days and starts on "))
            (time("2026-03-14T09:00+01:00", lang.pick("lørdag den 14. marts 2026 kl. 9.00", "Saturday 14 March 2026 at 09:00")))
            ". " a href=(Href::local("/kurser")) { (lang.pick("Se alle kurser", "See all courses")) } "."
        }
        (Level::Three.heading(lang.pick("Det får du med hjem", "What you take home")))
        ul {
            li { (lang.pick("En plan for din egen sag", "A plan for your own case")) }
            li { (lang.pick("Et netværk af kolleger fra andre kommuner", "A network of colleagues from other municipalities")) }
            li { (lang.pick("Materialer, som du kan bruge igen", "Materials that you can use again")) }
        }
        (Level::Four.heading(lang.pick("Sådan foregår det", "How it works")))
        ol {
            li { (lang.pick("Tilmeld dig og dine kolleger", "Sign up with your colleagues")) }
            li { (lang.pick("Beskriv jeres sag", "Describe your case")) }
            li { (lang.pick("Mød op", "Turn up")) }
        }
        (divider())
        p { (copyable(lang, "https://kurser.example.dk/k/7f3q", lang.pick("adressen", "the address"))) }
    }
}

pub(super) fn alerts(lang: Lang) -> Markup {
    stack(&[
        alert(lang, Mood::Info, lang.pick("Kurset holdes på dansk.", "The course is held in Danish.")),
        alert(lang, Mood::Success, lang.pick("Din tilmelding er gemt.", "Your sign-up is saved.")),
        Alert::new(
            Mood::Warning,
            html! {
                p { (lang.pick("Der er to pladser tilbage. ", "Two seats are left. "))
                a href=(Href::local("/kurser")) { (lang.pick("Tilmeld dig nu", "Sign up now")) } }
            },
        )
        .heading(Level::Three, lang.pick("Næsten fuldt", "Almost full"))
        .render(lang),
        Alert::new(Mood::Error, html! { (lang.pick("Prøv igen om lidt. Det, du skrev, er ikke gået tabt.", "Try again in a moment. What you wrote is not lost.")) })
            .heading(Level::Three, lang.pick("Vi kunne ikke gemme", "We could not save"))
            .render(lang),
    ])
}

pub(super) fn badges(lang: Lang) -> Markup {
    html! {
        (cluster(&[
            badge(Badge::Neutral, lang.pick("Kladde", "Draft")),
            badge(Badge::Info, lang.pick("Åbner snart", "Opens soon")),
            badge(Badge::Success, lang.pick("Ledige pladser", "Seats left")),
            badge(Badge::Warning, lang.pick("Få pladser", "Few seats")),
            badge(Badge::Error, lang.pick("Aflyst", "Cancelled")),
        ]))
        (cluster(&[
            tag_link(lang.pick("Borgersamling", "Citizens’ assembly"), &Href::local("/kurser").query("emne", "borgersamling")),
            tag_link(lang.pick("Digital inddragelse", "Digital involvement"), &Href::local("/kurser").query("emne", "digital")),
        ]))
    }
}
