//! Quotas come from several programs and from people's spreadsheets.

mod read_sheets;

use proptest::prelude::*;
use read_sheets::{sheet, told};
use sortition::model::{Feature, Quota, Quotas, Value};
use sortition::read::{Sheet, quotas};
use sortition::write;

fn feature(name: &str, values: &[(&str, Quota)]) -> Feature {
    let values = values.iter().map(|&(name, quota)| Value {
        name: name.to_owned(),
        quota,
    });
    Feature {
        name: name.to_owned(),
        values: values.collect(),
    }
}

fn expected() -> Quotas {
    let gender = feature("gender", &[("female", Quota::new(4, 5)), ("male", Quota::new(5, 6))]);
    let age = feature("age", &[("18-39", Quota::new(3, 7)), ("40+", Quota::new(3, 7))]);
    Quotas {
        features: vec![gender, age],
    }
}

fn findings(text: &str) -> Vec<String> {
    told(&quotas(&sheet(text)).findings)
}

#[test]
fn every_dialect_says_the_same() {
    let rows = "gender,female,4,5\ngender,male,5,6\nage,18-39,3,7\nage,40+,3,7";
    for headings in [
        "feature,value,min,max",
        "category,name,min,max",
        "category,feature,min,max",
        "category,value,min,max",
        "category,category value,min,max",
        "feature,category_value,min,max",
        "Feature,Category-Value,MIN,Max",
        "FeatureName,ValueName,MinQuota,MaxQuota",
        "\u{feff}feature, Value ,min,max",
        "Kategori,Værdi,Mindst,Højst",
    ] {
        let reading = quotas(&sheet(&format!("{headings}\n{rows}")));
        assert_eq!(reading.sound(), Ok((expected(), vec![])), "{headings}");
    }
}

#[test]
fn next_to_category_the_column_feature_holds_the_values_unless_another_does() {
    let replication = quotas(&sheet("min,feature,category,max\n1,female,gender,2")).sound();
    let today = quotas(&sheet("feature,value,min,max,category\ngender,female,1,2,people")).sound();
    let both = Ok((
        Quotas {
            features: vec![feature("gender", &[("female", Quota::new(1, 2))])],
        },
        vec![],
    ));
    assert_eq!(replication, both);
    assert_eq!(today, both);
}

#[test]
fn unknown_headings_are_read_by_position_and_that_is_told() {
    let reading = quotas(&sheet(
        "Merkmal,Wert,von,bis\ngender,female,4,5\ngender,male,5,6\nage,18-39,3,7\nage,40+,3,7",
    ));
    assert_eq!(reading.draft(), &expected());
    assert_eq!(told(&reading.findings), ["quotas.columns-by-position quotas 1"]);
    let people = findings("name,city,age,children\nAda,Aarhus,old,2");
    assert!(
        people.iter().any(|finding| finding.starts_with("sheet.column-missing")),
        "{people:?}"
    );
}

#[test]
fn flex_columns_are_read_and_a_blank_cell_sets_no_bound() {
    let reading = quotas(&sheet(
        "feature,value,min,max,min_flex,max_flex\ng,a,2,4,1,5\ng,b,2,4,,\ng,c,2,4,0,",
    ));
    let flex = Quota {
        min: 2,
        max: 4,
        min_flex: 1,
        max_flex: Some(5),
    };
    let values = [("a", flex), ("b", Quota::new(2, 4)), ("c", Quota::new(2, 4))];
    assert_eq!(
        reading.sound(),
        Ok((
            Quotas {
                features: vec![feature("g", &values)]
            },
            vec![]
        ))
    );
}

#[test]
fn spreadsheets_bring_blank_rows_notes_and_titles_and_mean_no_harm() {
    let text = "Targets for the panel\n\nfeature,note,value,min,max,\n,,,,\ngender,,female,4,5,checked\n\
                GENDER,,male,5.0,6\n , , ,,\nage,,18-39,3,7\n\nAge ,,40+, 3 ,7\n,,,15,25\n,,,,see over\n,,\n";
    assert_eq!(quotas(&sheet(text)).sound(), Ok((expected(), vec![])));
}

#[test]
fn names_may_be_numbers() {
    let reading = quotas(&sheet("feature,value,min,max\n1,1,0,1\n1,2,0,1\n2,1,0,1"))
        .sound()
        .expect("nothing wrong")
        .0;
    let names: Vec<(&str, usize)> = reading
        .features
        .iter()
        .map(|feature| (feature.name.as_str(), feature.values.len()))
        .collect();
    assert_eq!(names, [("1", 2), ("2", 1)]);
}

#[test]
fn columns_that_are_missing_or_doubled_are_all_told() {
    assert_eq!(
        findings("feature,min,Min,note\na,1,2,3"),
        [
            "sheet.column-missing quotas 1 column=value found=[feature|min|Min|note]",
            "sheet.column-missing quotas 1 column=max found=[feature|min|Min|note]",
            "sheet.column-twice quotas 1:Min column=Min first=1",
        ]
    );
    assert_eq!(
        findings("feature,value,value,min,max\na,b,c,1,2"),
        ["sheet.column-twice quotas 1:value column=value first=1"]
    );
    assert_eq!(findings("a,b\nc,d").len(), 4);
    assert_eq!(findings(""), ["sheet.empty quotas"]);
    assert_eq!(findings("\n , \n"), ["sheet.empty quotas"]);
    assert_eq!(findings("feature,value,min,max"), ["sheet.no-rows quotas"]);
}

#[test]
fn every_bad_cell_is_told_at_once_in_the_order_of_the_file() {
    let text = "feature,value,min,max,min_flex,max_flex\n\
                g,a,,4,0,9\n\
                g,b,two,4,0,9\n\
                g,c,5,4,0,9\n\
                g,d,2,4,3,9\n\
                g,e,2,4,1,3\n\
                g,,2,4,1,5\n\
                g,A ,2,4,1,5\n\
                ,x,1,2,,\n\
                g,f,-1,2.5,x,\"\n\
                g,h,1.000,99999999999,7,1";
    assert_eq!(
        findings(text),
        [
            "quotas.number-missing quotas 2:min feature=g value=a",
            "quotas.number-invalid quotas 3:min feature=g value=b text=two",
            "quotas.min-over-max quotas 4 feature=g value=c min=5 max=4",
            "quotas.min-flex-over-min quotas 5 feature=g value=d min_flex=3 min=2",
            "quotas.max-flex-below-max quotas 6 feature=g value=e max_flex=3 max=4",
            "quotas.value-missing quotas 7:value feature=g",
            "quotas.value-twice quotas 8:value feature=g value=A first=2",
            "quotas.feature-missing quotas 9:feature",
            "quotas.number-invalid quotas 10:min feature=g value=f text=-1",
            "quotas.number-invalid quotas 10:max feature=g value=f text=2.5",
            "quotas.number-invalid quotas 10:min_flex feature=g value=f text=x",
            "quotas.number-invalid quotas 10:max_flex feature=g value=f text=\"",
            "quotas.number-invalid quotas 11:min feature=g value=h text=1.000",
            "quotas.number-invalid quotas 11:max feature=g value=h text=99999999999",
        ]
    );
    assert!(quotas(&sheet(text)).sound().is_err());
}

fn any_quota() -> impl Strategy<Value = Quota> {
    (0..50_u32, 0..50_u32, 0..50_u32, prop::option::of(0..50_u32)).prop_map(|(min_flex, more, width, flex)| Quota {
        min: min_flex + more,
        max: min_flex + more + width,
        min_flex,
        max_flex: flex.map(|flex| min_flex + more + width + flex),
    })
}

proptest! {
    #[test]
    fn what_was_written_reads_as_it_was(
        features in prop::collection::btree_map("[a-zæ0-9][a-z ,\"'=-]{0,4}[a-z+]", prop::collection::btree_map("[=+a-z0-9]{1,4}", any_quota(), 1..5), 1..5)
    ) {
        // Names that only differ in doubled blanks are one.
        let one = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assume!(features.keys().map(|name| one(name)).collect::<std::collections::BTreeSet<_>>().len() == features.len());
        let features = features.iter().map(|(name, values)| Feature {
            name: name.clone(),
            values: values.iter().map(|(name, &quota)| Value { name: name.clone(), quota }).collect(),
        });
        let original = Quotas { features: features.collect() };
        let text = write::csv(&write::quotas(&original));
        let mut csv = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let rows: Vec<Vec<String>> =
            csv.records().map(|row| row.expect("a row").iter().map(|cell| write::unguarded(cell).to_owned()).collect()).collect();
        let sheet: Sheet = rows.into_iter().collect();
        prop_assert_eq!(quotas(&sheet).sound(), Ok((original, vec![])));
    }
}
