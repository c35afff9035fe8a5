//! What counting alone can tell before anything is drawn.

mod read_sheets;

use read_sheets::{sheet, told};
use sortition::check::fit;
use sortition::model::{Person, Pool, Problem};
use sortition::read::quotas;

/// A problem of the quotas and of people `gender age household`, `-` for no address.
fn problem(rows: &str, people: &[&str], size: u32) -> Problem {
    let quotas = quotas(&sheet(&format!("feature,value,min,max,min_flex,max_flex\n{rows}")))
        .draft()
        .clone();
    let number = |feature: usize, name: &str| {
        let values = &quotas.features[feature].values;
        u16::try_from(values.iter().position(|value| value.name == name).expect("a value")).expect("few values")
    };
    let person = |(index, text): (usize, &&str)| {
        let words: Vec<&str> = text.split(' ').collect();
        let values = (0..quotas.features.len()).map(|feature| number(feature, words[feature])).collect();
        let household = words
            .get(quotas.features.len())
            .filter(|&&word| word != "-")
            .map(|&word| word.to_owned());
        Person {
            id: format!("p{index}"),
            values,
            household,
        }
    };
    let pool = Pool {
        people: people.iter().enumerate().map(person).collect(),
    };
    Problem::new(quotas, pool, size)
}

fn findings(problem: &Problem) -> Vec<String> {
    told(&fit(problem))
}

#[test]
fn what_fits_is_not_talked_about() {
    let people = ["f young", "f old", "m young", "m old", "m old"];
    let problem = problem("gender,f,1,2\ngender,m,1,2\nage,young,1,2\nage,old,1,2", &people, 2);
    assert_eq!(findings(&problem), [] as [&str; 0]);
}

#[test]
fn minimums_and_maximums_must_leave_room_for_the_size() {
    let quotas = "gender,f,2,3\ngender,m,2,3\nage,young,0,9\nage,old,0,9";
    let people = ["f young", "f young", "f old", "m young", "m young", "m old", "m old", "f old"];
    assert_eq!(
        findings(&problem(quotas, &people, 3)),
        ["quotas.minimums-over-size quotas feature=gender sum=4 size=3"]
    );
    assert_eq!(
        findings(&problem(quotas, &people, 7)),
        ["quotas.maximums-under-size quotas feature=gender sum=6 size=7"]
    );
    assert_eq!(findings(&problem(quotas, &people, 0))[0], "question.no-seats question");
}

#[test]
fn features_that_no_size_satisfies_contradict_each_other() {
    let people = ["f young", "f old", "m young", "m old", "m old", "f old"];
    assert_eq!(
        findings(&problem("gender,f,3,3\ngender,m,3,3\nage,young,0,2\nage,old,0,3", &people, 6)),
        [
            "quotas.maximums-under-size quotas feature=age sum=5 size=6",
            "quotas.features-contradict quotas feature=gender minimums=6 other=age maximums=5",
        ]
    );
}

#[test]
fn quotas_that_contradict_themselves_are_told_also_when_no_file_was_read() {
    let all = findings(&problem("g,a,3,2,4,1\ng,b,0,2,,", &["a", "b", "a", "b", "a"], 3));
    assert_eq!(
        all,
        [
            "quotas.min-over-max quotas feature=g value=a min=3 max=2",
            "quotas.min-flex-over-min quotas feature=g value=a min_flex=4 min=3",
            "quotas.max-flex-below-max quotas feature=g value=a max_flex=1 max=2",
        ]
    );
}

#[test]
fn too_few_people_are_told_for_each_value_and_for_the_whole() {
    let people = ["f young", "m old", "m old"];
    assert_eq!(
        findings(&problem("gender,f,2,3\ngender,m,2,3\nage,young,2,3\nage,old,1,3", &people, 4)),
        [
            "pool.too-small people people=3 seats=4",
            "pool.too-few people feature=gender value=f people=1 min=2",
            "pool.too-few people feature=age value=young people=1 min=2",
        ]
    );
    assert_eq!(
        findings(&problem("gender,f,0,3\ngender,m,0,1", &["f", "m", "m", "m"], 3)),
        ["pool.too-few-within-maximums people feature=gender people=2 seats=3"],
        "there are people enough and the maximums are high enough, but not together"
    );
}

#[test]
fn a_household_can_send_one_person_only() {
    let mut problem = problem("gender,f,2,2\ngender,m,0,2", &["f a", "f a", "f A", "m b", "m -", "m -"], 4);
    problem.pool.people[2].household = Some("a".to_owned());
    assert_eq!(findings(&problem), [] as [&str; 0]);
    problem.one_per_household = true;
    assert_eq!(
        findings(&problem),
        [
            "pool.too-few-households people feature=gender value=f households=1 min=2",
            "pool.too-few-within-maximums people feature=gender people=3 seats=4",
        ]
    );
}

#[test]
fn values_that_nobody_can_be_drawn_with_are_noted() {
    let rows = "gender,f,1,2\ngender,m,0,0\ngender,x,0,1";
    assert_eq!(
        findings(&problem(rows, &["f", "f", "m"], 2)),
        [
            "quotas.maximum-zero quotas feature=gender value=m people=1",
            "pool.value-absent people feature=gender value=x"
        ]
    );
}

#[test]
fn those_already_selected_count_and_must_fit_too() {
    let people = ["f a", "f b", "m c", "m c", "m d", "m e"];
    let mut problem = problem("gender,f,1,1\ngender,m,2,3", &people, 3);
    problem.selected = vec![0];
    assert_eq!(findings(&problem), ["quotas.value-full quotas feature=gender value=f people=1"]);
    problem.selected = vec![0, 1];
    assert_eq!(
        findings(&problem),
        [
            "quotas.minimums-over-size quotas feature=gender sum=4 size=3",
            "selected.over-maximum selected feature=gender value=f selected=2 max=1",
        ]
    );
    problem.selected = vec![2, 3];
    problem.one_per_household = true;
    assert_eq!(findings(&problem), ["selected.share-household selected id=p3 other=p2"]);
    problem.selected = vec![0, 2, 4, 5];
    assert_eq!(findings(&problem)[0], "selected.too-many selected selected=4 size=3");
}

#[test]
fn several_panels_need_several_times_the_people() {
    let mut problem = problem("gender,f,1,1\ngender,m,1,1", &["f", "f", "m"], 2);
    problem.parallel = 2;
    assert_eq!(
        findings(&problem),
        [
            "pool.too-small people people=3 seats=4",
            "pool.too-few people feature=gender value=m people=1 min=2"
        ]
    );
    problem.parallel = 0;
    assert_eq!(findings(&problem), ["question.no-panels question"]);
    problem.parallel = 2;
    problem.selected = vec![0];
    assert_eq!(findings(&problem)[0], "selected.for-several selected panels=2");
}

#[test]
fn a_question_whose_parts_do_not_belong_together_is_told_and_nothing_falls_over() {
    let mut problem = problem("gender,f,1,1\ngender,m,1,1", &["f", "m"], 2);
    problem.selected = vec![7];
    assert_eq!(findings(&problem), ["question.person-unknown question person=7"]);
    problem.selected.clear();
    problem.pool.people[1].values = vec![5];
    assert_eq!(findings(&problem), ["question.person-unfit question id=p1"]);
    problem.quotas.features.clear();
    assert_eq!(findings(&problem), ["question.no-features question"]);
}
