//! The report: what it says, to whom, and that it is well made.

mod markup;
mod support;

use recruitment::{Beside, anchor, report};
use sortition::fair::Objective;
use sortition::record::{Panel, Record, TICKETS};
use support::{chosen, drawn, estimated, hostile, households, parallel, pool, record, replacement, thrown, town};
use texts::Lang;

/// Names of files for everything that can be pointed to.
const BESIDE: Beside<'static> = Beside {
    title: None,
    other_language: Some("report.en.html"),
    record: Some("record.json"),
    panels: Some("panels.csv"),
    verifier: Some("verify_panel.py"),
};

fn certified() -> Record {
    drawn(record(&town(), Objective::Leximin))
}

fn danish(record: &Record) -> String {
    report(record, Lang::Da, &BESIDE)
}

/// The words of a page without its tags.
fn words(html: &str) -> String {
    let mut words = String::new();
    for piece in html.split('<') {
        words.push_str(piece.split_once('>').map_or("", |(_, text)| text));
    }
    words
}

fn says(record: &Record, wanted: &str) {
    assert!(words(&danish(record)).contains(wanted), "{wanted}");
}

fn is_silent_about(record: &Record, unwanted: &str) {
    assert!(!words(&danish(record)).contains(unwanted), "{unwanted}");
}

#[test]
fn every_kind_of_record_becomes_a_well_made_page_in_both_languages() {
    let kinds = [
        certified(),
        record(&town(), Objective::Leximin),
        thrown(certified()),
        record(&town(), Objective::Nash),
        record(&town(), Objective::Minimax),
        record(&town(), Objective::Goldilocks { gamma: 1.0 }),
        estimated(),
        chosen(),
        replacement(),
        parallel(),
        households(),
        hostile(),
    ];
    for record in kinds {
        for lang in Lang::ALL {
            let html = report(&record, lang, &BESIDE);
            assert_eq!(markup::faults(&html), Vec::<String>::new(), "{} {lang}", record.objective);
            assert!(html.contains(&format!("<html lang=\"{}\">", lang.html_code())));
            for person in &record.pool {
                assert_eq!(html.matches(&format!(" id=\"{}\"", anchor(&person.id))).count(), 1, "{}", person.id);
            }
        }
    }
}

#[test]
fn a_badly_made_page_is_found_out() {
    let page = |body: &str| {
        format!(
            "<!DOCTYPE html><html lang=\"da\"><head><title>x</title><style></style></head>\
             <body><header></header><main><h1>x</h1>{body}</main><footer></footer></body></html>"
        )
    };
    assert_eq!(markup::faults(&page("<p id=\"a\">x</p>")), Vec::<String>::new());
    for body in [
        "<p>",
        "<h3>x</h3>",
        "<h1>x</h1>",
        "<p id=\"a\"></p><p id=\"a\"></p>",
        "<a href=\"#b\">x</a>",
        "<a href=\"javascript:x\">x</a>",
        "<script></script>",
        "<p style=\"x\"></p>",
        "<table></table>",
        "<div role=\"img\"></div>",
    ] {
        assert_ne!(markup::faults(&page(body)), Vec::<String>::new(), "{body}");
    }
}

#[test]
fn names_that_would_break_a_careless_page_are_only_text() {
    let html = danish(&hostile());
    for sign in ["<script", "<img", "<b>", "<i>", "onerror=alert(2)>,"] {
        assert!(!html.contains(sign), "{sign}");
    }
    for shown in [
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&lt;/ul&gt;&lt;script&gt;alert(3)&lt;/script&gt;",
        "&amp;amp; 'x'",
        "&lt;b&gt;kvoter",
    ] {
        assert!(html.contains(shown), "{shown}");
    }
}

#[test]
fn somebody_finds_their_chance_and_the_quota_that_holds_it_down() {
    says(
        &certified(),
        "Kvinde · 60 og derover · Nord: Chancen er 6,67\u{a0}%: 22 personer deler i gennemsnit 1,47 pladser. \
         Kvoterne giver ikke plads til flere: højst 7 til Alder: 60 og derover.",
    );
    says(
        &certified(),
        "Andre skal have deres pladser: mindst 10 til Køn: Mand og mindst 5 til Alder: 30–44.",
    );
    let html = words(&danish(&certified()));
    let drawn = certified().draw.expect("it is drawn").members;
    assert!(drawn.iter().all(|id| html.contains(&format!("{id} (udtrukket)"))) && html.matches(" (udtrukket)").count() == 24);
}

#[test]
fn where_the_method_caps_chances_that_is_the_reason() {
    let record = record(&town(), Objective::Minimax);
    says(&record, "Metoden lader ingen få en større chance.");
    is_silent_about(&record, "Kvoterne giver ikke plads til flere");
}

#[test]
fn the_first_paragraph_says_who_how_many_and_from_how_many() {
    says(&certified(), "Der er trukket lod om 24 pladser blandt 180 personer i puljen.");
    says(&record(&town(), Objective::Leximin), "Der er ikke trukket endnu.");
    says(
        &replacement(),
        "20 personer havde en plads i forvejen, så panelet får 24 pladser i alt.",
    );
    says(&replacement(), "4 personer kunne ikke trækkes");
    says(&parallel(), "Der er 3 paneler på én gang med 12 pladser hver.");
    says(&households(), "Fra hver husstand kan højst én komme med.");
}

#[test]
fn what_is_only_estimated_or_no_lottery_is_not_called_proven() {
    says(&certified(), "Det er bevist");
    says(&estimated(), "Chancerne er anslået");
    says(&chosen(), "Det er ikke en lodtrækning, og ingen kender chancerne.");
    for record in [estimated(), chosen()] {
        is_silent_about(&record, "Det er bevist");
        is_silent_about(&record, "Kvoterne giver ikke plads");
    }
    is_silent_about(&chosen(), "Mindste chance");
}

#[test]
fn the_draw_can_be_followed_step_by_step() {
    says(&certified(), "Lotto 48/2026: 3 14 15 26 32 35 36");
    let panel = certified().draw.expect("it is drawn").panel;
    says(
        &certified(),
        &format!("Hvert panel har så mange lodder, som dets chance siger. Panel {panel} har lodderne"),
    );
    let thrown = thrown(certified());
    says(&thrown, "noget, der har 10 sider");
    says(&thrown, "giver panel 42 af 1.000, der er lige sandsynlige");
    says(&thrown, "Ingens chance bliver mere end 0,05 procentpoint anderledes");
    is_silent_about(&thrown, "lodder");
    let mut promised = certified();
    let draw = promised.draw.as_mut().expect("it is drawn");
    draw.by = "seed with secret".to_owned();
    draw.text.insert(0, "den hemmelige tekst".to_owned());
    draw.commitment = Some("c0ffee".repeat(10));
    says(&promised, "den hemmelige tekst");
    says(&promised, &"c0ffee".repeat(10));
    let set = parallel().draw.expect("it is drawn").panel;
    says(&parallel(), &format!("Sæt {set} blev trukket. Det består af:Panel 1"));
    says(&estimated(), "Teksten bestemmer hvert skridt i metoden");
    says(&estimated(), "talt op i 1.000 prøvelodtrækninger");
    is_silent_about(&estimated(), "muligheder at trække imellem");
}

#[test]
fn people_without_a_chance_are_told_so() {
    let mut record = certified();
    let unlucky = record.certificate.levels[0].people.clone();
    record.certificate.levels[0].chance = 0.0;
    for id in &unlucky {
        record.probabilities.insert(id.clone(), 0.0);
    }
    says(
        &record,
        "Intet panel, der opfylder alle kvoter, har plads til dem. Kvoterne giver ikke plads til flere: højst 7",
    );
}

#[test]
fn the_quotas_stand_beside_pool_and_panel() {
    let html = words(&danish(&certified()));
    assert!(
        html.contains("Andet eller vil ikke svare2413,3\u{a0}%0–20–8,3\u{a0}%28,3\u{a0}%"),
        "{html}"
    );
}

#[test]
fn what_does_not_lie_beside_the_report_is_not_spoken_of() {
    let bare = report(&certified(), Lang::En, &Beside::default());
    for name in ["record.json", "panels.csv", "verify_panel.py", "Læs rapporten"] {
        assert!(!bare.contains(name), "{name}");
    }
    let titled = Beside {
        title: Some("Borgersamling om byens træer"),
        ..BESIDE
    };
    let html = report(&certified(), Lang::Da, &titled);
    assert!(html.contains("<h1>Borgersamling om byens træer</h1>"));
    assert!(html.contains("<a href=\"./report.en.html\" lang=\"en-GB\" hreflang=\"en-GB\">Read this report in English</a>"));
}

#[test]
fn a_large_pool_with_thousands_of_panels_stays_a_small_file() {
    let mut record = record(&pool("like_sf_d_40", 40), Objective::Leximin);
    let people: Vec<String> = record.pool.iter().map(|person| person.id.clone()).collect();
    let panel = |at: usize| Panel {
        members: (0..40).map(|seat| people[(at + seat * 10) % people.len()].clone()).collect(),
        parts: Vec::new(),
        probability: 1.0 / 2000.0,
        tickets: TICKETS / 2000,
    };
    record.panels = (0..2000).map(panel).collect();
    let html = danish(&drawn(record));
    assert_eq!(markup::faults(&html), Vec::<String>::new());
    assert!(html.len() < 250_000, "{} bytes", html.len());
}
