//! Sentences about real mistakes.

use recruitment::words;
use sortition::check::{fit, overview};
use sortition::fair::{Failure, Objective, Unwatched, fair};
use sortition::feasible;
use sortition::model::{Problem, Unfit};
use sortition::random::{Ceremony, Commitment, Seed};
use sortition::read::{self, Sheet};
use sortition::reserve;
use texts::Lang;

mod support;

use support::problem;

fn sheet(text: &str) -> Sheet {
    text.lines()
        .map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// Four old and two young people, of whom the quotas want more than there are.
fn contradiction() -> Problem {
    let quotas = "feature,value,min,max\nAlder,ung,2,3\nAlder,gammel,0,4\nKøn,kvinde,0,4\nKøn,mand,3,4";
    let people = "id,Alder,Køn\na,ung,kvinde\nb,ung,kvinde\nc,gammel,mand\nd,gammel,mand\ne,gammel,mand\nf,gammel,kvinde";
    problem(quotas, people, 4)
}

#[test]
fn a_misread_cell_is_named_with_its_place_and_what_to_write() {
    let read = read::quotas(&sheet("feature,value,min,max\nAlder,ung,ti,3\nAlder,gammel,,4"));
    let said = |lang| {
        read.findings
            .iter()
            .map(|finding| words::finding(lang, finding))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        said(Lang::Da),
        [
            "Kvotefilen, række 2, kolonne C (»min«): »ti« er ikke et helt tal fra 0 og op. Skriv antallet af pladser for Alder: ung med cifre.",
            "Kvotefilen, række 3, kolonne C (»min«): Der mangler et tal for Alder: gammel. Skriv et helt tal, også hvis det er 0.",
        ]
    );
    assert_eq!(
        said(Lang::En)[0],
        "The file of quotas, row 2, column C (“min”): “ti” is not a whole number from 0. Write the number of seats for Alder: ung in digits."
    );
    assert_eq!(words::count(Lang::Da, &read.findings), "2 fejl, ingen advarsler");
    assert_eq!(words::severity(Lang::En, read.findings[0].severity()), "Error");
}

#[test]
fn a_value_that_nobody_knows_is_told_with_those_that_are_known() {
    let quotas = read::quotas(&sheet("feature,value,min,max\nAlder,ung,0,3\nAlder,gammel,0,4"));
    let settings = read::PeopleSettings {
        id_column: Some("id".to_owned()),
        ..read::PeopleSettings::default()
    };
    let people = read::people(&sheet("id,Alder\na,midt imellem"), quotas.draft(), &settings);
    assert_eq!(
        words::finding(Lang::Da, &people.findings[0]),
        "Puljefilen, række 2, kolonne B (»Alder«): »midt imellem« er ikke en værdi for »Alder«. \
         Skriv en af disse: »ung« og »gammel«, eller giv værdien en kvote."
    );
}

#[test]
fn quotas_that_contradict_each_other_are_listed() {
    let problem = contradiction();
    assert!(
        fit(&problem)
            .iter()
            .all(|finding| finding.severity() < sortition::check::Severity::Error)
    );
    let conflict = feasible::conflict(&problem, &mut Unwatched).expect("two young women leave two seats for three men");
    let said = words::conflict(Lang::Da, &problem, &conflict);
    assert_eq!(
        said.to_string(),
        "Disse krav kan ikke opfyldes på samme tid:\n  - Panelet har 4 pladser\n  - Alder: ung: mindst 2 pladser\n  - Køn: mand: mindst 3 pladser\n\
         Lempes blot ét af kravene, kan resten af listen opfyldes."
    );
    let failure = fair(&problem, Objective::Leximin, &mut Unwatched).expect_err("there is no panel");
    assert!(words::failure(Lang::Da, &failure).starts_with("Intet panel opfylder alle kvoter. Det er bevist."));
}

#[test]
fn proposals_say_what_to_change_and_what_it_costs() {
    let problem = contradiction();
    let proposals = feasible::relaxations(&problem, 2, &mut Unwatched).expect("the flex allows it");
    let said = words::relaxations(Lang::Da, &problem, &proposals);
    assert_eq!(said[0].lead, "Forslag 1 (pris 1,67):");
    assert_eq!(said[0].points, ["Sænk min for Køn: mand fra 3 til 2"]);
    assert_eq!(said[1].points, ["Sænk min for Alder: ung fra 2 til 1"]);
    assert!(said[1].close.last().is_some_and(|last| last.starts_with("Prisen er et mål")));
    assert_eq!(
        words::relaxations(Lang::En, &problem, &[])[0].to_string(),
        "The quotas can be met as they are."
    );
    assert!(words::cannot_relax(Lang::En, feasible::CannotRelax).contains("min_flex"));
}

#[test]
fn whoever_can_sit_on_no_panel_is_told_why() {
    let quotas = "feature,value,min,max\nAlder,ung,1,1\nAlder,gammel,1,1\nKøn,kvinde,1,2\nKøn,mand,0,1";
    let people = "id,Alder,Køn\na,ung,mand\nb,gammel,mand\nc,ung,kvinde";
    let problem = problem(quotas, people, 2);
    let unreachable = feasible::unreachable(&problem, &mut Unwatched);
    let said: Vec<String> = unreachable
        .iter()
        .map(|one| words::unreachable(Lang::Da, &problem, one).to_string())
        .collect();
    assert_eq!(said.len(), 1);
    assert!(
        said[0].starts_with("En person i puljen kan ikke komme med i noget panel: a (Alder: ung, Køn: mand)."),
        "{}",
        said[0]
    );
    assert!(
        said[0].contains("\n  - Alder: ung: højst én plads") || said[0].contains("\n  - Køn: mand: højst én plads"),
        "{}",
        said[0]
    );
    let (proposal, left) = feasible::for_everybody(&problem, &mut Unwatched).expect("the flex allows it");
    let said = words::for_everybody(Lang::En, &problem, &proposal, &left);
    assert!(said.lead.starts_with("Then everybody in the pool can be drawn"), "{said}");
    assert!(!said.points.is_empty());
}

#[test]
fn counts_stand_beside_targets() {
    let counts = words::overview(Lang::Da, &overview(&contradiction()));
    assert_eq!(counts.caption, "Puljen og kvoterne: 6 i puljen, 6 kan trækkes, 4 pladser");
    assert_eq!(
        counts.rows[0],
        ["Alder", "ung", "2", "33,3\u{a0}%", "2", "0", "2–3", "50–75\u{a0}%"]
    );
    assert_eq!(counts.rows[2], ["Alder", "I alt", "6", "100\u{a0}%", "6", "0", "2–7", ""]);
    assert!(counts.rows.iter().all(|row| row.len() == counts.headings.len()));
}

#[test]
fn every_algorithm_and_status_has_words_of_its_own() {
    for lang in Lang::ALL {
        let algorithms = read::Algorithm::ALL.map(|algorithm| words::objective(lang, algorithm.as_str()));
        let statuses = ["certified", "bounded", "estimated", "no-lottery"].map(|status| words::status(lang, status));
        for said in [&algorithms[..], &statuses] {
            for (at, one) in said.iter().enumerate() {
                assert!(one.ends_with('.') && !said[..at].contains(one), "{one}");
            }
        }
    }
    assert!(words::objective(Lang::En, "diversimax").contains("This is no lottery"));
    assert!(words::objective(Lang::En, "legacy").contains("estimated"));
}

#[test]
fn what_stops_a_selection_is_said_in_a_sentence() {
    assert_eq!(
        words::failure(Lang::Da, &Failure::Unfit(Unfit::TooManySelected { selected: 5, size: 4 })),
        "5 er allerede udtrukket, men panelet har 4 pladser."
    );
    assert!(words::failure(Lang::En, &Failure::Stopped).contains("more time"));
}

#[test]
fn a_word_from_a_later_version_is_repeated_and_nothing_claimed() {
    assert_eq!(words::objective_name(Lang::Da, "fairer still"), "fairer still");
    assert_eq!(words::status_name(Lang::Da, "pending"), "pending");
    assert_eq!(words::objective(Lang::Da, "fairer still") + &words::status(Lang::Da, "pending"), "");
}

#[test]
fn dice_are_explained_and_misreadings_told() {
    let three_dice = Ceremony::new(1000, 10).expect("that is how a thousand panels are numbered");
    let said = words::way(Lang::Da, &three_dice);
    assert!(said.starts_with("Kast en terning med 10 sider 3 gange"), "{said}");
    assert!(said.ends_with("Det giver et af 1.000 paneler. Alle 1.000 udfald tæller."), "{said}");
    let coins = Ceremony::new(3, 2).expect("two tosses");
    assert!(words::way(Lang::En, &coins).ends_with("3 of 4 outcomes count; if one of the others comes, begin again."));
    let wrong = three_dice.read(&[0, 10, 2]).expect_err("there is no such side");
    assert_eq!(
        words::misread(Lang::Da, wrong),
        "Kast nummer 2 kan ikke vise 10. Siderne tælles fra 0; ret tallet."
    );
    let short = Commitment::to("for kort").expect_err("it can be guessed");
    assert!(words::too_short(Lang::En, short).starts_with("The secret has 8 characters"));
}

#[test]
fn who_steps_in_is_told_with_the_chance_and_why_the_others_do_not() {
    let problem = problem(
        "feature,value,min,max\nAlder,ung,1,1\nAlder,gammel,1,1",
        "id,Alder\na,ung\nb,gammel\nc,ung\nd,ung\ne,gammel",
        2,
    );
    let mut stream = Seed::of(&["en offentlig tekst"]).stream("replace");
    let steps = reserve::step_in(&problem, &[1], &[2, 3, 4], 1, &mut stream).expect("the numbers fit");
    let said = words::step_in(Lang::Da, &problem, &steps[0]).to_string();
    assert!(
        said.contains("træder ind. 2 i reserven passede lige godt til kvoterne, og loddet afgjorde det: Chancen var 50\u{a0}% for hver."),
        "{said}"
    );
    assert!(
        said.ends_with("Panelet opfylder alle kvoter, når de tomme pladser er fyldt."),
        "{said}"
    );
    let verdicts: Vec<String> = steps[0]
        .candidates
        .iter()
        .map(|candidate| words::verdict(Lang::En, &problem, candidate))
        .collect();
    assert!(verdicts.contains(&"e: fits the quotas less well".to_owned()), "{verdicts:?}");
}
