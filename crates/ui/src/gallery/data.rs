//! Tables, lists, charts, progress, live parts.

use maud::{Markup, html};

use crate::{
    Bar, Button, Choice, Column, Form, Href, Icon, Input, Lang, Level, Select, Sort, Table, bar_chart, empty_state, filter_bar,
    link_button, live, live_target, pagination, progress, results_region, spinner, stack,
};

const PEOPLE: [(&str, &str, u32); 3] = [
    ("Ane Holm", "Aarhus Kommune", 2),
    ("Bo Lund", "Region Sjælland", 1),
    ("Carla Friis", "Erhvervsministeriet", 4),
];

pub(super) fn tables(lang: Lang) -> Markup {
    let here = |sort: &str| Href::local("/_ui").query("sort", sort).at("tables");
    let remove = |name: &str| html! { (Button::plain(Icon::Delete, lang.pick("Fjern", "Remove")).about(name)) };
    let list = Table::new(
        lang,
        lang.pick("Tilmeldte", "Participants"),
        [
            Column::text(lang.pick("Navn", "Name")).sortable(here("name"), Some(Sort::Ascending)),
            Column::text(lang.pick("Arbejdssted", "Workplace")).sortable(here("place"), None),
            Column::number(lang.pick("Pladser", "Seats")),
            Column::actions(lang.pick("Handlinger", "Actions")),
        ],
    )
    .rows(PEOPLE.map(|(name, place, seats)| [html! { (name) }, html! { (place) }, html! { (seats) }, remove(name)]))
    .footer([html! { (lang.pick("I alt", "Total")) }, html! {}, html! { "7" }, html! {}]);
    let months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    let wide = Table::new(
        lang,
        lang.pick("Tilmeldinger pr. måned", "Sign-ups by month"),
        std::iter::once(Column::text(lang.pick("Kursus", "Course"))).chain(months.map(Column::number)),
    )
    .row(std::iter::once(html! { (lang.pick("Grundkursus", "Foundation course")) }).chain((0..12).map(|n| html! { (n * 7 % 31) })))
    .scrolling()
    .compact();
    stack(&[
        Form::post(Href::local("/_ui"), "token").body(&list.render()),
        pagination(lang, 5, 12, |page| Href::local("/_ui").query("side", page).at("tables")),
        wide.render(),
    ])
}

pub(super) fn progress_and_charts(lang: Lang) -> Markup {
    stack(&[
        progress(
            "seats",
            lang.pick("Pladser", "Seats"),
            lang.pick("18 af 24 pladser er taget", "18 of 24 seats are taken"),
            18,
            24,
        ),
        spinner(lang.pick("Vi laver fakturaen", "We are making the invoice")),
        bar_chart(
            lang,
            "rating",
            lang.pick("Hvor nyttigt var kurset?", "How useful was the course?"),
            lang.pick("Svar", "Answer"),
            lang.pick("Antal", "Number"),
            &[
                Bar::new(lang.pick("Meget nyttigt", "Very useful"), 14.0, "14"),
                Bar::new(lang.pick("Nyttigt", "Useful"), 6.0, "6"),
                Bar::new(lang.pick("Ikke nyttigt", "Not useful"), 1.0, "1"),
                Bar::new(lang.pick("Ved ikke", "Don’t know"), 0.0, "0"),
            ],
        ),
        empty_state(
            Level::Three,
            Icon::Calendar,
            lang.pick("Ingen hold endnu", "No editions yet"),
            lang.pick(
                "Når du opretter et hold, kan folk tilmelde sig.",
                "When you create an edition, people can sign up.",
            ),
            Some(link_button(
                lang.pick("Opret hold", "Create edition"),
                &Href::local("/hold/nyt"),
                true,
            )),
        ),
    ])
}

pub(super) fn live_parts(lang: Lang) -> Markup {
    let filter = filter_bar(&html! {
        (Input::text(lang, "q", lang.pick("Ord i titlen", "Words in the title")).unmarked())
        (Select::new(lang, "type", lang.pick("Slags", "Kind"), [
            Choice::new("course", lang.pick("Kursus", "Course")), Choice::new("talk", lang.pick("Foredrag", "Talk")),
        ]).unmarked())
        (Button::secondary(lang.pick("Vis", "Show")))
    });
    html! {
        (Form::get(Href::local("/_ui")).id("gallery-filter").live_filter("results").body(&filter))
        (results_region("results", lang.pick("3 kurser", "3 courses"), &html! {
            ul { @for (name, place, _) in PEOPLE { li { (name) ", " (place) } } }
        }))
        (live(lang, &Href::local("/_ui/live"), &Href::local("/_ui").at("live"), &live_target("clock", &html! {
            p { (lang.pick("Her kommer nyt, mens siden er åben.", "News comes here while the page is open.")) }
        })))
    }
}
