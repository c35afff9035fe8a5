//! The generator on small inputs: what it writes, and every mistake it refuses.

use crate::{Source, compile};

fn source(file: &str, text: &str) -> Vec<Source> {
    vec![Source {
        file: file.to_owned(),
        text: text.to_owned(),
    }]
}

fn code(da: &str, en: &str) -> String {
    match compile(&source("texts/da.ftl", da), &source("texts/en.ftl", en)) {
        Ok(code) => code,
        Err(problems) => panic!("refused: {problems:#?}"),
    }
}

/// The mistakes as a builder reads them.
fn refused(da: &str, en: &str) -> String {
    match compile(&source("texts/da.ftl", da), &source("texts/en.ftl", en)) {
        Ok(code) => panic!("accepted:\n{code}"),
        Err(problems) => problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
    }
}

/// The same mistake in both languages, seen in the Danish file.
fn refused_in_both(text: &str) -> String {
    refused(text, text)
}

#[test]
fn a_text_without_arguments_is_a_constant() {
    let expected = "\
// Written by texts-build from the files in texts/. Change those, not this.

/// `Tilmeld dig`
pub(crate) const fn signup_title(lang: ::texts::Lang) -> &'static str {
    match lang { ::texts::Lang::Da => \"Tilmeld dig\", ::texts::Lang::En => \"Sign \\\"up\\\"\" }
}
";
    assert_eq!(code("signup-title = Tilmeld dig\n", "signup-title = Sign \"up\"\n"), expected);
}

/// The golden file is also compiled and called, by `tests/golden.rs`.
#[test]
fn the_golden_texts_become_the_golden_code() {
    let code = code(include_str!("../tests/golden/da.ftl"), include_str!("../tests/golden/en.ftl"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/texts.rs"), &code).unwrap();
    }
    assert_eq!(
        code,
        include_str!("../tests/golden/texts.rs"),
        "to write the new code: UPDATE_GOLDEN=1 cargo test -p texts-build --lib; then read the difference"
    );
}

#[test]
fn a_number_in_one_language_is_a_number_in_both() {
    let code = code("x = { $n } i alt\n", "x = { $n ->\n    [one] one\n   *[other] { $n }\n} in all\n");
    assert!(code.contains("fn x(lang: ::texts::Lang, n: i64)"), "{code}");
    assert_eq!(code.matches("generated::number(&mut out, lang, n)").count(), 2, "{code}");
    let code = self::code("x = { NUMBER($n) } i alt\n", "x = { $n } in all\n");
    assert!(code.contains("n: i64"), "{code}");
}

#[test]
fn terms_are_put_in_and_string_literals_unfolded() {
    let da = "-brand = { -short } Danmark\n-short = Inddrag\nx = Om { -brand }:{ \"\\u00A0\" }{ \"{\" }\n";
    let code = code(da, "-brand = Inddrag\nx = About { -brand }\n");
    assert!(
        code.contains(r#"Lang::Da => "Om Inddrag Danmark:\u{a0}{", ::texts::Lang::En => "About Inddrag""#),
        "{code}"
    );
}

#[test]
fn several_files_make_one_language_and_need_not_be_cut_alike() {
    let da: Vec<Source> = [source("texts/da/a.ftl", "a = A\n"), source("texts/da/b.ftl", "b = B\n")]
        .into_iter()
        .flatten()
        .collect();
    let code = compile(&da, &source("texts/en.ftl", "b = B\na = A\n")).unwrap_or_else(|problems| panic!("{problems:?}"));
    assert!(code.find("fn a(") < code.find("fn b("), "{code}");
}

#[test]
fn a_text_missing_in_a_language_stops_the_build_with_the_place_to_add_it() {
    assert_eq!(
        refused("a = A\n\nb = B\n", "a = A\nc = C\n"),
        "texts/da.ftl:3: b: the text is missing in English\n    mend: add `b = …` to texts/en.ftl\n\
         texts/en.ftl:2: c: the text is missing in Danish\n    mend: add `c = …` to texts/da.ftl, or delete it here"
    );
}

#[test]
fn different_variables_stop_the_build() {
    let found = refused("a = { $n } af { $m }\n", "a = { $n }\n");
    assert!(
        found.starts_with("texts/en.ftl:1: a: different variables: $m, $n in Danish, $n in English"),
        "{found}"
    );
}

#[test]
fn syntax_errors_are_told_with_file_line_and_key() {
    let found = refused("a = A\n# note\nb = { $n\n", "a = A\nb = B\n");
    assert!(found.starts_with("texts/da.ftl:3: b: not Fluent:"), "{found}");
    assert!(found.contains("mend: the line reads `b = { $n`"), "{found}");
}

#[test]
fn a_key_given_twice_stops_the_build_also_across_files() {
    let da: Vec<Source> = [source("texts/da/a.ftl", "a = A\n"), source("texts/da/b.ftl", "\na = B\n")]
        .into_iter()
        .flatten()
        .collect();
    let found = compile(&da, &source("texts/en.ftl", "a = A\n")).expect_err("twice");
    assert_eq!(
        found[0].to_string(),
        "texts/da/b.ftl:2: a: the key is given twice, first at texts/da/a.ftl:1\n    mend: delete one of them"
    );
}

#[test]
fn html_stops_the_build_and_arithmetic_does_not() {
    for bad in [
        "a <b>fed</b> tekst",
        "linje<br/>",
        "slut</p>",
        "<!-- skjult -->",
        "A&nbsp;B",
        "&#39;",
        "{ \"<i>\" }",
    ] {
        let found = refused_in_both(&format!("a = {bad}\n"));
        assert!(found.starts_with("texts/da.ftl:1: a: HTML in a text: `"), "{bad}: {found}");
    }
    code("a = 3 < 5 & 7 > 2; R&D; x <3\n", "a = A\n");
}

#[test]
fn what_we_do_not_use_of_fluent_stops_the_build() {
    let cases = [
        ("a = A\n    .title = T\n", "attributes such as `.title` are not supported"),
        ("a = { b }\nb = B\n", "a text cannot refer to the text `b`"),
        ("a = { b.title }\nb = B\n", "a text cannot refer to the text `b`"),
        ("a = { -b }\n", "there is no term -b in this language"),
        (
            "-b = B\na = { -b(case: \"x\") }\n",
            "the term -b takes no attribute and no argument",
        ),
        ("-b = { -b }\na = { -b }\n", "the term -b contains itself"),
        ("-b = { $x }\na = { -b }\n", "the term -b holds a variable or a choice"),
        ("-b = B\na = A\n", "no text of this language uses the term"),
        ("a = { DATETIME($x) }\n", "the function DATETIME is not supported"),
        (
            "a = { NUMBER($x, minimumFractionDigits: 2) }\n",
            "the function NUMBER is not supported in this form",
        ),
        (
            "a = { NUMBER($x) ->\n   *[other] A\n}\n",
            "only a variable can choose between texts",
        ),
        (
            "a = { $x ->\n    [few] A\n   *[other] B\n}\n",
            "has [few], which Danish and English do not have",
        ),
        ("a = { $x ->\n    [other] A\n   *[one] B\n}\n", "has *[one] as its default"),
        ("a = { $x ->\n    [one] A\n   *[2] B\n}\n", "has a number as its default"),
        ("a = { $x ->\n    [1.5] A\n   *[other] B\n}\n", "[1.5] is not a whole number"),
        ("a = { $x ->\n    [one] A\n   *[many-words] B\n}\n", "mixes numbers and words"),
        ("a = { $x ->\n    [one] A\n    [1] B\n   *[other] C\n}\n", "covers 1 twice"),
        ("a = { $x ->\n    [b] A\n   *[b] B\n}\n", "has [b] twice"),
        (
            "a = { $x ->\n    [b] A\n   *[c] B\n} { $x ->\n    [one] A\n   *[other] C\n}\n",
            "$x chooses both by number and by word",
        ),
        ("signUp = A\n", "a key has small letters, digits and hyphens only"),
        ("sign_up = A\n", "a key has small letters, digits and hyphens only"),
        ("move = A\n", "the key is a word of Rust"),
        ("a = { $type }\n", "the variable $type has a name that Rust"),
        ("a = { $lang }\n", "the variable $lang has a name that Rust"),
        ("a = { $userName }\n", "the variable $userName has capital letters"),
    ];
    for (text, expected) in cases {
        let found = refused_in_both(text);
        assert!(found.contains(expected), "{text}gave\n{found}");
        assert!(found.contains("texts/da.ftl:") && found.contains("mend: "), "{found}");
    }
}

#[test]
fn word_choices_must_be_the_same_in_both_languages() {
    let found = refused(
        "a = { $x ->\n    [ja] A\n   *[nej] B\n}\n",
        "a = { $x ->\n    [yes] A\n   *[nej] B\n}\n",
    );
    assert!(
        found.contains("$x chooses between nej, yes in English but ja, nej in Danish"),
        "{found}"
    );
    // A language that needs no distinction need not make one.
    code("a = { $x ->\n    [ja] A\n   *[nej] B\n}\n", "a = { $x }\n");
}

#[test]
fn all_mistakes_are_told_at_once() {
    let found = refused("a = <b>\nb = { C }\n", "a = A\nb = { -x }\n");
    assert_eq!(found.matches("mend:").count(), 3, "{found}");
}
