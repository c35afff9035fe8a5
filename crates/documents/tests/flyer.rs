//! The flyer, through the front door.

mod samples;

use documents::flyer::{Choice, Course, Flyer, Practical, Season};
use jiff::civil::date;
use samples::{created, programme};
use texts::Lang;

fn pages(pdf: &[u8]) -> usize {
    pdf.windows(11)
        .filter(|window| *window == b"/Type /Page" || *window == b"/Type/Page\n" || *window == b"/Type/Page/")
        .count()
}

#[test]
fn the_programme_fits_two_pages_in_both_languages_and_stays_the_same() {
    for lang in Lang::ALL {
        let pdf = programme(lang).to_pdf(lang, created()).expect("the sample flyer is set");
        assert!(pdf.starts_with(b"%PDF-1.7"));
        assert!((1..=2).contains(&pages(&pdf)), "{lang}: {} pages", pages(&pdf));
        assert!(pdf.len() < 100_000, "{lang}: {} bytes", pdf.len());
        assert_eq!(pdf, programme(lang).to_pdf(lang, created()).expect("the sample flyer is set"));
    }
}

/// A flyer in which every text is the same.
fn filled_with(text: &str) -> Flyer {
    let text = || text.to_owned();
    let course = || Course {
        title: text(),
        teaser: text(),
        when: text(),
        place: text(),
        status: text(),
        price: text(),
    };
    Flyer {
        house: text(),
        title: text(),
        tagline: text(),
        intro: text(),
        seasons: vec![Season {
            title: text(),
            courses: vec![course(), course()],
        }],
        practical: Practical {
            price_ex_vat: text(),
            price_incl_vat: text(),
            place: text(),
            times: text(),
            deadline: text(),
            minimum: text(),
        },
        who: text(),
        options: vec![Choice {
            title: text(),
            text: text(),
        }],
        contact_mail: text(),
        url: text(),
        date: date(2023, 8, 21),
    }
}

#[test]
fn whatever_is_typed_into_every_field_gives_a_flyer() {
    for text in [
        "",
        " ",
        "#panic(\"nej\") *fed* $x$ \\",
        "🎉 שלום مرحبا",
        "javascript:alert(1)",
        "https://",
    ] {
        if let Err(error) = filled_with(text).to_pdf(Lang::Da, created()) {
            panic!("{:?}: {error}", text.chars().take(40).collect::<String>());
        }
    }
}

#[test]
fn a_programme_without_courses_or_choices_is_still_a_flyer() {
    let mut flyer = programme(Lang::Da);
    flyer.seasons.clear();
    flyer.options.clear();
    flyer.to_pdf(Lang::Da, created()).expect("sets");
}

#[test]
fn ten_thousand_characters_run_on_over_more_pages() {
    let endless = "å".repeat(10_000);
    let wordy = "inddragelse ".repeat(840);
    let mut flyer = programme(Lang::Da);
    flyer.house = endless.clone();
    flyer.seasons[0].courses[1].teaser = endless;
    flyer.practical.place = wordy.clone();
    flyer.options[0].text = wordy;
    let pdf = flyer.to_pdf(Lang::Da, created()).expect("sets");
    assert!(pages(&pdf) > 5, "{} pages", pages(&pdf));
}
