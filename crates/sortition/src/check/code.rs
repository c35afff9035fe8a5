//! The codes of findings. Programs and translations rely on them: a code is never given another meaning.

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Good to know.
    Note,
    /// Something was mended or left out; somebody should look.
    Warning,
    /// Nothing can be drawn like this.
    Error,
}

impl Severity {
    /// The severity as a word for programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])+ $code:ident = $text:literal, $severity:ident, [$($parameter:literal),*];)+) => {
        /// What a finding says. The table of all of them, with severities and parameters, stands in [`check`](super).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])+ $code,)+
        }

        impl Code {
            /// All codes.
            pub const ALL: &[Self] = &[$(Self::$code),+];

            /// The code as programs know it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$code => $text,)+
                }
            }

            /// How much it matters.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$code => Severity::$severity,)+
                }
            }

            /// The names of what a finding with this code carries, in the order of its values.
            #[must_use]
            pub const fn parameters(self) -> &'static [&'static str] {
                match self {
                    $(Self::$code => &[$($parameter),*],)+
                }
            }
        }
    };
}

codes! {
    /// The file holds nothing.
    SheetEmpty = "sheet.empty", Error, [];
    /// There is a heading, and nothing below it.
    SheetNoRows = "sheet.no-rows", Error, [];
    /// A column that is needed is not there.
    ColumnMissing = "sheet.column-missing", Error, ["column", "found"];
    /// A column that is needed is there twice, and nobody can say which one counts.
    ColumnTwice = "sheet.column-twice", Error, ["column", "first"];
    /// A row has no id and is left out.
    IdMissing = "sheet.id-missing", Warning, [];
    /// The headings are unknown; the first four columns were read as feature, value, min, max.
    QuotasByPosition = "quotas.columns-by-position", Warning, [];
    /// A row says something, but not about which feature. It is left out.
    QuotaFeatureMissing = "quotas.feature-missing", Warning, [];
    /// A row names a feature and no value of it.
    QuotaValueMissing = "quotas.value-missing", Error, ["feature"];
    /// A value has two quotas.
    QuotaValueTwice = "quotas.value-twice", Error, ["feature", "value", "first"];
    /// A feature has more values than can be told apart.
    TooManyValues = "quotas.too-many-values", Error, ["feature", "limit"];
    /// A minimum or maximum is blank.
    NumberMissing = "quotas.number-missing", Error, ["feature", "value"];
    /// A minimum or maximum is not a whole number from 0.
    NumberInvalid = "quotas.number-invalid", Error, ["feature", "value", "text"];
    /// Fewest seats are more than most seats.
    MinOverMax = "quotas.min-over-max", Error, ["feature", "value", "min", "max"];
    /// The relaxed minimum is above the minimum.
    MinFlexOverMin = "quotas.min-flex-over-min", Error, ["feature", "value", "min_flex", "min"];
    /// The relaxed maximum is below the maximum.
    MaxFlexBelowMax = "quotas.max-flex-below-max", Error, ["feature", "value", "max_flex", "max"];
    /// The minimums of a feature need more seats than there are.
    MinimumsOverSize = "quotas.minimums-over-size", Error, ["feature", "sum", "size"];
    /// The maximums of a feature leave seats empty.
    MaximumsUnderSize = "quotas.maximums-under-size", Error, ["feature", "sum", "size"];
    /// One feature needs more seats than another allows, whatever the size.
    FeaturesContradict = "quotas.features-contradict", Error, ["feature", "minimums", "other", "maximums"];
    /// People with this value can never be drawn.
    MaximumZero = "quotas.maximum-zero", Note, ["feature", "value", "people"];
    /// Those who are already selected fill the value: the others who have it cannot be drawn.
    ValueFull = "quotas.value-full", Note, ["feature", "value", "people"];
    /// A row is there twice, alike in every cell. The second is left out.
    IdTwiceSame = "people.id-twice-same", Warning, ["id", "first"];
    /// Two rows have the same id and differ.
    IdTwiceDifferent = "people.id-twice-different", Error, ["id", "first", "columns"];
    /// A person's cell of a feature is blank.
    ValueMissing = "people.value-missing", Error, ["feature", "values"];
    /// A person has a value that has no quota.
    ValueUnknown = "people.value-unknown", Error, ["feature", "text", "values"];
    /// So many people have no whole address, and count as living alone.
    AddressesIncomplete = "people.addresses-incomplete", Note, ["people"];
    /// The file of those already selected names nobody.
    SelectedNobody = "selected.nobody", Note, [];
    /// Somebody is named twice among those already selected.
    SelectedTwice = "selected.id-twice", Warning, ["id", "first"];
    /// Somebody already selected is not in the pool; the values in this file are used.
    SelectedNotInPool = "selected.not-in-pool", Warning, ["id"];
    /// Somebody already selected is not in the pool, and this file does not tell the values: quotas cannot count the person.
    SelectedValuesUnknown = "selected.values-unknown", Warning, ["id"];
    /// The file of those already selected lacks address columns: housemates of people who are not in the pool cannot be found.
    SelectedAddressesUnknown = "selected.addresses-unknown", Warning, ["columns"];
    /// More people are selected already than there are seats.
    SelectedTooMany = "selected.too-many", Error, ["selected", "size"];
    /// More people with a value are selected already than may be.
    SelectedOverMaximum = "selected.over-maximum", Error, ["feature", "value", "selected", "max"];
    /// Two people who are already selected live together.
    SelectedShareHousehold = "selected.share-household", Warning, ["id", "other"];
    /// Somebody who cannot be drawn is not in the pool; perhaps misspelt.
    ExcludedNotInPool = "excluded.not-in-pool", Warning, ["id"];
    /// Several panels are drawn at once, and nobody says on which of them those already selected have a seat.
    SelectedForSeveral = "selected.for-several", Error, ["panels"];
    /// The settings cannot be read.
    SettingsSyntax = "settings.syntax", Error, ["detail"];
    /// A setting that nobody knows; perhaps misspelt.
    KeyUnknown = "settings.key-unknown", Warning, ["key"];
    /// A setting that is usually there is not.
    KeyMissing = "settings.key-missing", Warning, ["key"];
    /// A setting is of another type.
    TypeWrong = "settings.type-wrong", Error, ["key", "expected", "found"];
    /// A number is too small or too large.
    NumberOutOfRange = "settings.number-out-of-range", Error, ["key", "text"];
    /// There is no such way of selecting.
    AlgorithmUnknown = "settings.algorithm-unknown", Error, ["text", "known"];
    /// There is no such solver.
    BackendUnknown = "settings.backend-unknown", Error, ["text", "known"];
    /// The solver is another program's; ours is used.
    BackendUnused = "settings.backend-unused", Note, ["backend"];
    /// Same addresses are to be checked, but no columns are named.
    AddressColumnsMissing = "settings.address-columns-missing", Error, [];
    /// There are fewer people (or households, if only one of each may come) than seats.
    PoolTooSmall = "pool.too-small", Error, ["people", "seats"];
    /// There are fewer people with a value than must be drawn.
    TooFew = "pool.too-few", Error, ["feature", "value", "people", "min"];
    /// There are enough people with a value, but they live in too few households.
    TooFewHouseholds = "pool.too-few-households", Error, ["feature", "value", "households", "min"];
    /// With nobody above the maximums, a feature fills fewer seats than there are.
    TooFewWithinMaximums = "pool.too-few-within-maximums", Error, ["feature", "people", "seats"];
    /// Nobody in the pool has a value, and nobody must.
    ValueAbsent = "pool.value-absent", Note, ["feature", "value"];
    /// There is no feature, or one without values.
    NoFeatures = "question.no-features", Error, [];
    /// A panel without seats.
    NoSeats = "question.no-seats", Error, [];
    /// No panel is asked for.
    NoPanels = "question.no-panels", Error, [];
    /// A number of a person is outside the pool.
    PersonUnknown = "question.person-unknown", Error, ["person"];
    /// A person has not exactly one value of each feature.
    PersonUnfit = "question.person-unfit", Error, ["id"];
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_table_of_codes_says_what_the_codes_are() {
        let table: Vec<String> = include_str!("mod.rs")
            .lines()
            .filter_map(|line| line.strip_prefix("//! | `").map(|row| format!("| `{row}")))
            .collect();
        let codes: Vec<String> = Code::ALL
            .iter()
            .map(|code| {
                let names: Vec<String> = code.parameters().iter().map(|name| format!("`{name}`")).collect();
                let names = if names.is_empty() { "–".to_owned() } else { names.join(", ") };
                format!("| `{}` | {} | {names} |", code.as_str(), code.severity().as_str())
            })
            .collect();
        assert_eq!(table, codes);
    }

    #[test]
    fn no_code_stands_for_two_things() {
        let texts: HashSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(texts.len(), Code::ALL.len());
    }
}
