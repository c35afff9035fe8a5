//! What every component promises, read from the markup of the component page and of single components.

use maud::{Render, html};
use ui::{
    Alert, Button, Checkbox, Choice, Column, Confirm, Crumb, Errors, Flash, Form, Href, Icon, Input, Lang, Level, Mood, NavItem,
    Organisation, Page, Radios, Repeat, Select, Shell, Sort, Table, Textarea, User, error_summary, gallery, id_of, page,
};

/// Values of an attribute, in order; enough for markup that maud has written.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    let start = format!(" {attribute}=\"");
    html.match_indices(&start)
        .filter_map(|(at, _)| html[at + start.len()..].split('"').next())
        .collect()
}

fn shell(lang: Lang) -> Shell {
    Shell {
        lang,
        site: "Kursushuset".to_owned(),
        home: Href::local("/"),
        base_url: "https://kurser.example.dk".to_owned(),
        path: Href::local("/kurser"),
        other_language: Some(Href::local("/en/courses")),
        navigation: vec![NavItem {
            text: "Kurser".to_owned(),
            href: Href::local("/kurser"),
            current: true,
        }],
        user: None,
        sign_in: Some(Href::local("/log-ind")),
        organisation: Organisation {
            name: "Kursushuset".to_owned(),
            mail: Some("a@b.dk".to_owned()),
            telephone: None,
        },
        footer_links: Vec::new(),
        flash: None,
    }
}

#[test]
fn every_label_hint_and_error_leads_to_one_element() {
    for lang in Lang::ALL {
        // What lies in a template is no part of the page yet.
        let html = gallery(lang).into_string();
        let html: String = html.split("<template").enumerate().fold(String::new(), |mut all, (at, part)| {
            all.push_str(if at == 0 {
                part
            } else {
                part.split_once("</template>").map_or("", |(_, rest)| rest)
            });
            all
        });
        let ids = values(&html, "id");
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(ids.len(), once.len(), "an id is there twice");
        for attribute in ["for", "aria-describedby", "aria-labelledby"] {
            for list in values(&html, attribute) {
                for id in list.split(' ') {
                    assert!(ids.contains(&id), "{attribute}=\"{id}\" leads nowhere");
                }
            }
        }
        for link in values(&html, "href").into_iter().filter_map(|href| href.strip_prefix("#")) {
            assert!(ids.contains(&link) || link == "main-content", "the link #{link} leads nowhere");
        }
    }
}

#[test]
fn nothing_is_inline_and_nothing_is_written_unescaped() {
    for lang in Lang::ALL {
        let html = page(&shell(lang), &Page::new("x", gallery(lang))).into_string();
        for forbidden in [" style=\"", " onclick=", "<style", "javascript:"] {
            assert!(!html.contains(forbidden), "{forbidden}");
        }
        assert_eq!(
            html.matches("<script").count(),
            html.matches("<script type=\"module\" src=\"/assets/").count()
        );
    }
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
    let mut folders = vec![std::path::PathBuf::from(source)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = std::fs::read_to_string(&path).unwrap();
                assert!(
                    !text.contains("PreEscaped"),
                    "{} writes markup that maud does not check",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn what_people_typed_stays_text() {
    let evil = "\"><script>alert(1)</script>";
    let parts = html! {
        (Input::text(Lang::Da, evil, evil).value(evil).hint(evil).error(Some(evil)))
        (Textarea::new(Lang::Da, "t", evil).value(evil))
        (Select::new(Lang::Da, "s", evil, [Choice::new(evil, evil)]))
        (Button::danger(evil, Confirm::new(Lang::Da, evil, evil)).about(evil))
        (Alert::new(Mood::Error, html! { (evil) }).heading(Level::Two, evil).render(Lang::Da))
        a href=(Href::local(evil)) { (evil) }
    };
    assert!(!parts.into_string().contains("<script"));
}

#[test]
fn the_two_languages_share_no_sentence_by_accident() {
    let (da, en) = (gallery(Lang::Da).into_string(), gallery(Lang::En).into_string());
    for danish in ["Vælg<", "(frivilligt)", "Forrige", "Næste", "Fjern<", "Søg<", "fejl, du skal rette"] {
        assert!(da.contains(danish), "{danish}");
        assert!(!en.contains(danish), "{danish} stands on the English page");
    }
}

#[test]
fn every_icon_is_in_the_sprite_and_the_sprite_holds_no_more() {
    let sprite = std::str::from_utf8(assets::find(assets::SPRITE).unwrap().bytes).unwrap();
    for icon in Icon::ALL {
        assert!(
            sprite.contains(&format!("<symbol id=\"{}\"", icon.name())),
            "add {} to web/icons.txt",
            icon.name()
        );
    }
    assert_eq!(
        sprite.matches("<symbol").count(),
        Icon::ALL.len(),
        "web/icons.txt has icons that `Icon` does not"
    );
}

#[test]
fn a_field_ties_hint_and_error_to_its_control() {
    let html = Input::email(Lang::Da, "mail", "E-mail")
        .hint("Til bekræftelsen")
        .error(Some("Skriv din e-mail"))
        .render()
        .into_string();
    assert!(html.contains(r#"<label class="form-label" for="f-mail">E-mail</label>"#), "{html}");
    assert!(html.contains(r#"aria-describedby="f-mail-hint f-mail-error""#), "{html}");
    assert!(html.contains(r#"aria-invalid="true""#), "{html}");
    assert!(html.contains(r#"<span class="sr-only">Fejl: </span>Skriv din e-mail"#), "{html}");
    assert!(html.contains(" required"), "{html}");
}

#[test]
fn a_field_is_required_unless_it_says_otherwise() {
    let optional = Input::text(Lang::En, "a", "A").optional().render().into_string();
    assert!(optional.contains("(optional)") && !optional.contains(" required"), "{optional}");
    let filter = Input::text(Lang::En, "a", "A").unmarked().render().into_string();
    assert!(!filter.contains("(optional)") && !filter.contains(" required"), "{filter}");
    let off = Input::text(Lang::En, "a", "A").disabled(true).render().into_string();
    assert!(!off.contains(" required"), "{off}");
}

#[test]
fn a_password_is_never_filled_in_again() {
    let html = Input::password(Lang::Da, "p", "Adgangskode")
        .value("hemmelig")
        .render()
        .into_string();
    assert!(!html.contains("hemmelig"), "{html}");
}

#[test]
fn errors_lead_to_their_fields_in_order() {
    let errors: Errors = [("navn", "Skriv dit navn"), ("betaling", "Vælg betaling"), ("", "Holdet er fuldt")]
        .into_iter()
        .collect();
    let html = error_summary(Lang::Da, &errors).into_string();
    assert!(html.contains("Der er 3 fejl, du skal rette"), "{html}");
    assert_eq!(
        values(&html, "href")
            .iter()
            .filter(|href| href.starts_with('#'))
            .collect::<Vec<_>>(),
        [&"#f-navn", &"#f-betaling"]
    );
    let radios = Radios::new(Lang::Da, "betaling", "Betaling", [Choice::new("ean", "EAN")])
        .error(errors.get("betaling"))
        .render();
    assert!(
        radios.into_string().contains(&format!("id=\"{}\"", id_of("betaling"))),
        "the link leads to the fieldset"
    );
    assert_eq!(error_summary(Lang::Da, &Errors::default()).into_string(), "");
    let one: Errors = [("navn", "Skriv dit navn")].into_iter().collect();
    assert!(
        error_summary(Lang::En, &one)
            .into_string()
            .contains("There is one error to correct")
    );
}

#[test]
fn a_consent_is_not_ticked_beforehand() {
    let html = Checkbox::new(Lang::Da, "samtykke", "Jeg siger ja").render().into_string();
    assert!(!html.contains("checked"), "{html}");
    assert!(
        Checkbox::new(Lang::Da, "samtykke", "Jeg siger ja")
            .ticked(true)
            .render()
            .into_string()
            .contains(" checked")
    );
}

#[test]
fn a_form_that_changes_something_carries_its_token() {
    let html = Form::post(Href::local("/tilmelding"), "hemmeligt").body(&html! {}).into_string();
    assert!(html.contains(r#"<input type="hidden" name="csrf" value="hemmeligt">"#), "{html}");
    assert!(html.contains(r#"method="post""#), "{html}");
    let search = Form::get(Href::local("/kurser")).live_filter("liste").body(&html! {}).into_string();
    assert!(
        !search.contains("csrf") && search.contains(r#"data-live-filter="liste""#),
        "{search}"
    );
}

#[test]
fn a_dangerous_button_asks_first() {
    let html = Button::danger("Slet", Confirm::new(Lang::Da, "Vil du slette?", "Det kan ikke fortrydes."))
        .render()
        .into_string();
    assert!(
        html.contains(r#"data-confirm="Vil du slette?""#) && html.contains(r#"data-confirm-cancel="Fortryd""#),
        "{html}"
    );
}

#[test]
fn a_table_has_a_caption_and_headed_rows_and_says_how_it_is_sorted() {
    let columns = [
        Column::text("Navn").sortable(Href::local("?sort=navn"), Some(Sort::Ascending)),
        Column::number("Pladser"),
    ];
    let table = Table::new(Lang::Da, "Tilmeldte", columns).row([html! { "Ane" }, html! { "2" }]);
    let html = table.render().into_string();
    assert!(html.contains("<caption>Tilmeldte</caption>"), "{html}");
    assert!(html.contains(r#"<th scope="row" role="rowheader">Ane</th>"#), "{html}");
    assert!(html.contains(r#"aria-sort="ascending""#), "{html}");
    assert!(html.contains(r#"data-title="Pladser">2</td>"#), "{html}");
    let empty = Table::new(Lang::Da, "Tilmeldte", [Column::text("Navn")]).empty(html! { p { "Ingen endnu" } });
    assert_eq!(empty.render().into_string(), "<p>Ingen endnu</p>");
}

#[test]
fn rows_of_a_form_are_named_by_their_index() {
    let list = Repeat::new(Lang::Da, "deltagere", "Deltager", "Tilføj deltager")
        .count(2)
        .limits(1, 3);
    let html = list
        .render(|row| Input::text(Lang::Da, row.field("navn"), "Navn").render())
        .into_string();
    assert_eq!(
        values(&html, "name")
            .iter()
            .filter(|name| name.ends_with("navn"))
            .collect::<Vec<_>>(),
        [&"deltagere-0-navn", &"deltagere-1-navn", &"deltagere-__i__-navn"]
    );
    assert!(
        html.contains(r#"value="remove:deltagere:1""#) && html.contains(r#"value="add:deltagere""#),
        "{html}"
    );
}

#[test]
fn a_page_has_one_heading_equal_to_its_title() {
    let content = Page::new("Kurser", html! { p { "…" } }).crumbs([Crumb::new("Katalog", Href::local("/katalog"))]);
    let html = page(&shell(Lang::Da), &content).into_string();
    assert!(html.starts_with("<!DOCTYPE html><html lang=\"da\">"), "{html}");
    assert!(html.contains("<title>Kurser – Kursushuset</title>"), "{html}");
    assert_eq!(html.matches("<h1>Kurser</h1>").count(), 1);
    assert!(
        html.contains(r##"<a class="skipnav" href="#main-content">Gå til sidens indhold</a>"##),
        "{html}"
    );
    assert!(
        html.contains(r#"<a class="nav-link" href="/kurser" aria-current="page">"#),
        "{html}"
    );
    assert!(
        html.contains(r#"hreflang="en" href="https://kurser.example.dk/en/courses""#),
        "{html}"
    );
    assert!(
        html.contains(r#"<link rel="canonical" href="https://kurser.example.dk/kurser">"#),
        "{html}"
    );
    assert!(html.contains(r#"property="og:title" content="Kurser""#), "{html}");
}

#[test]
fn a_page_with_errors_says_so_first_and_a_private_page_stays_out_of_search() {
    let html = page(&shell(Lang::Da), &Page::new("Tilmeld", html! {}).has_errors(true).noindex()).into_string();
    assert!(html.contains("<title>Fejl: Tilmeld – Kursushuset</title>"), "{html}");
    assert!(
        html.contains(r#"<meta name="robots" content="noindex">"#) && !html.contains("og:title"),
        "{html}"
    );
}

#[test]
fn a_page_shows_who_is_signed_in_and_what_just_happened() {
    let user = User {
        name: "Ane Holm".to_owned(),
        links: Vec::new(),
        sign_out: Href::local("/log-ud"),
        csrf: "t".to_owned(),
    };
    let shell = Shell {
        user: Some(user),
        flash: Some(Flash::success("Gemt")),
        ..shell(Lang::Da)
    };
    let html = page(&shell, &Page::new("x", html! {})).into_string();
    assert!(
        html.contains("Ane Holm") && html.contains("Log ud") && !html.contains("Log ind"),
        "{html}"
    );
    assert!(html.contains("Gemt") && html.contains("aria-label=\"Succes\""), "{html}");
}

#[test]
fn a_banner_page_keeps_one_main_and_one_heading() {
    let html = page(
        &shell(Lang::Da),
        &Page::new("Kurser", html! { p { "…" } }).lead("Lær det").banner(html! {}),
    )
    .into_string();
    assert_eq!(html.matches("<main").count(), 1);
    assert_eq!(html.matches("<h1>").count(), 1);
}
