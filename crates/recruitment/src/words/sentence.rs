//! The sentence of each code.

use sortition::check::Code;
use texts::Lang;

use super::values::Values;
use crate::t;

/// What a finding says, without its place.
pub(super) fn sentence(lang: Lang, code: Code, values: &Values<'_>) -> String {
    let text = |name| values.text(name);
    let number = |name| values.number(name);
    let row = |name| values.row(name);
    let named = || values.trait_name();
    match code {
        Code::SheetEmpty => t::sheet_empty(lang).to_owned(),
        Code::SheetNoRows => t::sheet_no_rows(lang).to_owned(),
        Code::ColumnMissing => t::column_missing(lang, text("column"), text("found")),
        Code::ColumnTwice => t::column_twice(lang, text("column"), values.column("first")),
        Code::IdMissing => t::id_missing(lang).to_owned(),
        Code::QuotasByPosition => t::quotas_by_position(lang).to_owned(),
        Code::QuotaFeatureMissing => t::quota_feature_missing(lang).to_owned(),
        Code::QuotaValueMissing => t::quota_value_missing(lang, text("feature")),
        Code::QuotaValueTwice => t::quota_value_twice(lang, named(), row("first")),
        Code::TooManyValues => t::too_many_values(lang, text("feature"), text("limit")),
        Code::NumberMissing => t::number_missing(lang, named()),
        Code::NumberInvalid => t::number_invalid(lang, text("text"), named()),
        Code::MinOverMax => t::min_over_max(lang, named(), text("min"), text("max")),
        Code::MinFlexOverMin => t::min_flex_over_min(lang, named(), text("min_flex"), text("min")),
        Code::MaxFlexBelowMax => t::max_flex_below_max(lang, named(), text("max_flex"), text("max")),
        Code::MinimumsOverSize => t::minimums_over_size(lang, text("feature"), text("sum"), text("size")),
        Code::MaximumsUnderSize => t::maximums_under_size(lang, text("feature"), text("sum"), text("size")),
        Code::FeaturesContradict => t::features_contradict(lang, text("feature"), text("minimums"), text("other"), text("maximums")),
        Code::MaximumZero => t::maximum_zero(lang, number("people"), named()),
        Code::ValueFull => t::value_full(lang, number("people"), named()),
        Code::IdTwiceSame => t::id_twice_same(lang, text("id"), row("first")),
        Code::IdTwiceDifferent => t::id_twice_different(lang, text("id"), row("first"), text("columns")),
        Code::ValueMissing => t::value_missing(lang, text("feature"), text("values")),
        Code::ValueUnknown => t::value_unknown(lang, text("text"), text("feature"), text("values")),
        Code::AddressesIncomplete => t::addresses_incomplete(lang, number("people")),
        Code::SelectedNobody => t::selected_nobody(lang).to_owned(),
        Code::SelectedTwice => t::selected_twice(lang, text("id"), row("first")),
        Code::SelectedNotInPool => t::selected_not_in_pool(lang, text("id")),
        Code::SelectedValuesUnknown => t::selected_values_unknown(lang, text("id")),
        Code::SelectedAddressesUnknown => t::selected_addresses_unknown(lang, text("columns")),
        Code::SelectedTooMany => t::selected_too_many(lang, text("selected"), text("size")),
        Code::SelectedOverMaximum => t::selected_over_maximum(lang, text("selected"), named(), text("max")),
        Code::SelectedShareHousehold => t::selected_share_household(lang, text("id"), text("other")),
        Code::SelectedForSeveral => t::selected_for_several(lang, text("panels")),
        Code::ExcludedNotInPool => t::excluded_not_in_pool(lang, text("id")),
        Code::SettingsSyntax => t::settings_syntax(lang, text("detail")),
        Code::KeyUnknown => t::key_unknown(lang, text("key")),
        Code::KeyMissing => t::key_missing(lang, text("key")),
        Code::TypeWrong => t::type_wrong(lang, text("key"), &text("expected"), &text("found")),
        Code::NumberOutOfRange => t::number_out_of_range(lang, text("key"), text("text")),
        Code::AlgorithmUnknown => t::algorithm_unknown(lang, text("text"), text("known")),
        Code::BackendUnknown => t::backend_unknown(lang, text("text"), text("known")),
        Code::BackendUnused => t::backend_unused(lang, text("backend")),
        Code::AddressColumnsMissing => t::address_columns_missing(lang).to_owned(),
        Code::PoolTooSmall => t::pool_too_small(lang, number("people"), text("seats")),
        Code::TooFew => t::pool_too_few(lang, number("people"), named(), text("min")),
        Code::TooFewHouseholds => t::pool_too_few_households(lang, named(), number("households"), text("min")),
        Code::TooFewWithinMaximums => t::pool_too_few_within_maximums(lang, text("feature"), text("people"), text("seats")),
        Code::ValueAbsent => t::pool_value_absent(lang, named()),
        Code::NoFeatures => t::question_no_features(lang).to_owned(),
        Code::NoSeats => t::question_no_seats(lang).to_owned(),
        Code::NoPanels => t::question_no_panels(lang).to_owned(),
        Code::PersonUnknown => t::question_person_unknown(lang, row("person")),
        Code::PersonUnfit => t::question_person_unfit(lang, text("id")),
    }
}

#[cfg(test)]
mod tests {
    use sortition::check::Parameter;

    use super::*;

    /// Values that nobody could write by accident. A text named for what it means must be one of its words.
    fn marked(code: Code) -> Vec<(&'static str, Parameter)> {
        let value = |(at, &name): (usize, &&'static str)| {
            let number = u64::try_from(at).expect("few") + 871;
            let value = match name {
                "expected" => "array".into(),
                "found" if code == Code::TypeWrong => "float".into(),
                "column" | "feature" | "value" | "text" | "id" | "key" | "detail" | "backend" => format!("mark {name}").into(),
                "other" => "mark other".into(),
                "found" | "values" | "columns" | "known" => vec![format!("mark {name}"), "and more".to_owned()].into(),
                _ => number.into(),
            };
            (name, value)
        };
        code.parameters().iter().enumerate().map(value).collect()
    }

    fn shown(lang: Lang, code: Code, name: &str, value: &Parameter) -> String {
        match value {
            Parameter::Text(word) if word == "array" => lang.pick("en liste", "a list").to_owned(),
            Parameter::Text(word) if word == "float" => lang.pick("decimaltal", "decimal").to_owned(),
            Parameter::Text(text) => text.clone(),
            Parameter::List(list) => list[0].clone(),
            Parameter::Number(number) if code == Code::ColumnTwice && name == "first" => {
                super::super::place::letters(usize::try_from(*number).expect("small"))
            }
            Parameter::Number(number) => number.to_string(),
        }
    }

    #[test]
    fn every_code_has_words_in_both_languages_and_says_all_it_knows() {
        assert!(Code::ALL.len() > 50);
        for &code in Code::ALL {
            let values = marked(code);
            let mut said = Vec::new();
            for lang in Lang::ALL {
                let known = values.iter().map(|(name, value)| (*name, value)).collect();
                let sentence = sentence(lang, code, &Values::new(lang, known));
                for (name, value) in &values {
                    let wanted = shown(lang, code, name, value);
                    assert!(
                        sentence.contains(&wanted),
                        "{} does not say {name} ({wanted}): {sentence}",
                        code.as_str()
                    );
                }
                assert!(sentence.ends_with('.') && !sentence.contains("  "), "{}: {sentence}", code.as_str());
                // What is wrong, and what to do about it.
                assert!(
                    sentence.matches(". ").count() + sentence.matches("; ").count() >= 1,
                    "{}: {sentence}",
                    code.as_str()
                );
                said.push(sentence);
            }
            assert_ne!(said[0], said[1]);
        }
    }

    #[test]
    fn a_single_person_is_spoken_of_as_one() {
        let (feature, value, people) = ("Alder".into(), "18–29".into(), Parameter::Number(1));
        let known = || vec![("feature", &feature), ("value", &value), ("people", &people)];
        let said = |lang| sentence(lang, Code::MaximumZero, &Values::new(lang, known()));
        assert!(said(Lang::Da).starts_with("En person med Alder: 18–29 kan ikke"));
        assert!(said(Lang::En).starts_with("One person with Alder: 18–29 cannot"));
    }
}
