//! What a template may rely on, tried with a small template of its own.

use serde_json::json;

use super::*;

const PROBE: Template = Template {
    name: "probe",
    source: "#import \"house.typ\": *\n#show: house\n#heading[Om: #data.text]\n#table(columns: (30mm, 1fr), table.header[A][B], ..data.cells)\n#prose(data.text)\n",
};

fn probe_data(text: &str) -> serde_json::Value {
    json!({
        "meta": Meta { title: "Prøve".into(), description: text.into(), author: text.into(), keywords: vec![text.into()] },
        "footer": text,
        "page": "Side {page} af {pages}",
        "text": text,
        "cells": [text, text],
    })
}

fn created() -> Timestamp {
    "2026-10-25T00:30:00Z".parse().expect("a fixed instant")
}

fn rendered(text: &str) -> Result<Vec<u8>, PdfError> {
    render(&PROBE, &probe_data(text), Lang::Da, created())
}

#[test]
fn the_same_input_gives_the_same_bytes_and_another_time_does_not() {
    let first = rendered("Søndag").expect("sets");
    rendered("Mandag").expect("another document in between");
    assert_eq!(first, rendered("Søndag").expect("sets"));
    let later = render(
        &PROBE,
        &probe_data("Søndag"),
        Lang::Da,
        "2026-10-25T00:30:01Z".parse().expect("a fixed instant"),
    );
    assert_ne!(first, later.expect("sets"));
}

#[test]
fn documents_set_at_the_same_time_do_not_disturb_each_other() {
    let expected = rendered("Tråd").expect("sets");
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(rendered("Tråd").expect("sets"), expected));
        }
    });
}

#[test]
fn hostile_text_is_printed_and_never_obeyed() {
    let long = "a".repeat(10_000);
    let lines = "linje\n".repeat(300);
    for text in [
        "#import \"/etc/passwd\": *",
        "#read(\"/etc/passwd\")",
        "*fed* _kursiv_ $x^2$ `kode` = Overskrift\n== To\n- punkt\n/ ord: forklaring",
        "\\ \\u{41} \\#panic() ] } ) \" ' `` ```",
        "#panic(\"nej\")\n#set page(width: 1pt)\n@ref <label> // ikke en kommentar /* heller ikke",
        "{page} {pages} ~ -- --- ...",
        "🎉👩‍👩‍👧‍👦🏳️‍🌈 ❤️ 漢字 한국어 ไทย हिन्दी",
        "שָׁלוֹם עולם مرحبا بالعالم \u{202e}baglæns\u{202c} \u{2066}x\u{2069}",
        "Z\u{351}\u{36b}\u{343}\u{36a}\u{302}\u{36b}\u{33d}\u{34f}\u{334}\u{319}\u{324}\u{31e}\u{349}\u{35a}\u{32f}\u{31e}\u{320}\u{34d}A",
        "\0\u{1}\u{7f}\u{85}\u{2028}\u{2029}\u{feff}\u{fffe}\u{ffff}\u{e000}\u{f8ff}\u{10ffff}",
        "e\u{301}\u{200d}\u{200c}\u{ad}\u{200b}x",
        "",
        " \n\n \t ",
        &long,
        &lines,
    ] {
        if let Err(error) = rendered(text) {
            panic!("{:?}: {error}", text.chars().take(60).collect::<String>());
        }
    }
}

#[test]
fn every_character_that_a_font_of_the_house_has_can_be_archived() {
    // In lines of 64, so that a failure names a small neighbourhood.
    let all: Vec<char> = (0x20..=0x2_ffff)
        .filter_map(char::from_u32)
        .filter(|&c| fonts::cover(&[c]))
        .collect();
    assert!(all.len() > 1_500, "the fonts cover only {} characters", all.len());
    let text: String = all.chunks(64).map(|line| line.iter().collect::<String>() + "\n").collect();
    rendered(&text).expect("all glyphs are allowed");
}

#[test]
fn the_house_style_and_the_probe_compile_without_a_warning() {
    let (_, warnings) = set(&PROBE, &probe_data("x"), Lang::En).expect("sets");
    assert_eq!(warnings, Vec::<String>::new());
}

#[test]
fn an_error_names_template_file_line_and_what_is_wrong() {
    let faulty = Template {
        name: "faulty",
        source: "#import \"house.typ\": *\n#show: house\n\n#data.missing\n",
    };
    let error = render(&faulty, &probe_data("x"), Lang::Da, created()).expect_err("the key is not there");
    let text = error.to_string();
    assert!(
        text.starts_with("template faulty: faulty.typ line 4: dictionary does not contain key \"missing\""),
        "{text}"
    );
}

#[test]
fn a_template_that_would_break_the_standards_is_refused_with_its_line() {
    let source = "#import \"house.typ\": *\n#show: house\n#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>\"))\n";
    let faulty = Template { name: "faulty", source };
    let error = render(&faulty, &probe_data("x"), Lang::Da, created()).expect_err("the picture has no alternative text");
    assert!(
        error
            .to_string()
            .contains("faulty.typ line 3: PDF/A-2a, PDF/UA-1 error: missing alt text"),
        "{error}"
    );
}

#[test]
fn the_compiler_reaches_no_file_no_package_and_no_clock() {
    for source in [
        "#read(\"/etc/hostname\")",
        "#import \"@preview/tablex:0.0.8\": *",
        "#datetime.today()",
        "#include \"/flyer.typ\"",
    ] {
        let faulty = Template { name: "faulty", source };
        assert!(
            render(&faulty, &probe_data("x"), Lang::Da, created()).is_err(),
            "{source} got through"
        );
    }
}

#[test]
fn data_beyond_the_limit_is_refused_before_it_is_set() {
    let error = rendered(&"x".repeat(MAX_DATA)).expect_err("too large");
    assert!(matches!(error, PdfError::TooLarge { template: "probe", .. }), "{error}");
}
