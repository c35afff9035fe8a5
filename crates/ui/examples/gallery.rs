//! Writes the component page in both languages, and the assets it needs, into a folder for the browser tests:
//! `cargo run -p ui --example gallery -- <folder>`.

use std::error::Error;
use std::fs;
use std::path::Path;

use maud::html;
use ui::{Crumb, Flash, Href, Lang, NavItem, Organisation, Page, Shell, User};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("give the folder to write to")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder.join("assets"))?;
    for asset in assets::ALL {
        fs::write(folder.join(asset.path.trim_start_matches('/')), asset.bytes)?;
    }
    for lang in Lang::ALL {
        let page = Page::new(lang.pick("Komponenter", "Components"), ui::gallery(lang))
            .description(lang.pick("Alle dele, som siderne er bygget af.", "All the parts that pages are built from."))
            .lead(lang.pick(
                "Alle dele, som siderne er bygget af, i alle deres tilstande.",
                "All the parts that pages are built from, in all their states.",
            ))
            .crumbs([Crumb::new(lang.pick("Hjælp", "Help"), Href::local("/hjaelp"))]);
        fs::write(
            folder.join(format!("{lang}.html")),
            ui::page(&shell(lang, true), &page).into_string(),
        )?;
        let front = Page::new(
            lang.pick("Kurser i borgerinddragelse", "Courses in citizen involvement"),
            html! { p { (lang.pick("En forside uden brugeren logget ind.", "A front page with nobody logged in.")) } },
        )
        .lead(lang.pick(
            "Lær at inddrage borgere, så det gør en forskel. For ansatte i kommuner, regioner og staten.",
            "Learn to involve citizens so that it makes a difference. For staff of municipalities, regions and the state.",
        ))
        .banner(ui::link_button(
            lang.pick("Se alle kurser", "See all courses"),
            &Href::local("/kurser"),
            true,
        ));
        fs::write(
            folder.join(format!("front-{lang}.html")),
            ui::page(&shell(lang, false), &front).into_string(),
        )?;
    }
    Ok(())
}

fn shell(lang: Lang, signed_in: bool) -> Shell {
    let entry = |da: &str, en: &str, href: &'static str, current| NavItem {
        text: lang.pick(da, en).to_owned(),
        href: Href::local(href),
        current,
    };
    Shell {
        lang,
        site: lang.pick("Kursushuset", "The Course House").to_owned(),
        home: Href::local("/"),
        base_url: "https://kurser.example.dk".to_owned(),
        path: Href::local("/_ui"),
        other_language: Some(Href::local(lang.pick("/en.html", "/da.html"))),
        navigation: vec![
            entry("Kurser", "Courses", "/kurser", false),
            entry("Metoder", "Methods", "/metoder", false),
            entry("Processer", "Processes", "/processer", false),
            entry("Om os", "About us", "/om", false),
            entry("Komponenter", "Components", "/_ui", true),
        ],
        user: signed_in.then(|| User {
            name: "Ane Holm".to_owned(),
            links: vec![
                (
                    lang.pick("Mine tilmeldinger", "My sign-ups").to_owned(),
                    Href::local("/mig/tilmeldinger"),
                ),
                (lang.pick("Indstillinger", "Settings").to_owned(), Href::local("/mig")),
            ],
            sign_out: Href::local("/log-ud"),
            csrf: "token".to_owned(),
        }),
        sign_in: Some(Href::local("/log-ind")),
        organisation: Organisation {
            name: "Kursushuset".to_owned(),
            mail: Some("kurser@example.dk".to_owned()),
            telephone: Some("33 00 00 00".to_owned()),
        },
        footer_links: vec![
            (lang.pick("Privatliv", "Privacy").to_owned(), Href::local("/privatliv")),
            (
                lang.pick("Tilgængelighed", "Accessibility").to_owned(),
                Href::local("/tilgaengelighed"),
            ),
        ],
        flash: signed_in.then(|| Flash::success(lang.pick("Din tilmelding er gemt.", "Your sign-up is saved."))),
    }
}
