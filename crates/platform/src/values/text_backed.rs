//! What all values kept as text have in common.

/// Gives a type with a `parse` and a single `String` field its way in and out: reading, showing, `TEXT` column, JSON.
macro_rules! text_backed {
    ([$($generics:tt)*] $value:ty) => {
        impl<$($generics)*> $value {
            /// The value as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The value as text of one's own.
            #[must_use]
            pub fn into_string(self) -> String {
                self.0
            }

            /// The value as this program stored it. Never for anything that came from outside: it is not checked again.
            #[must_use]
            pub fn stored(text: String) -> Self {
                Self(text)
            }
        }

        impl<$($generics)*> std::fmt::Display for $value {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<$($generics)*> AsRef<str> for $value {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl<$($generics)*> std::str::FromStr for $value {
            type Err = crate::values::ValueError;

            fn from_str(raw: &str) -> Result<Self, Self::Err> {
                Self::parse(raw)
            }
        }

        impl<$($generics)*> db::IntoValue for $value {
            const KIND: db::Kind = db::Kind::Text;
            fn into_value(self) -> db::Value {
                db::Value::Text(self.0)
            }
        }

        impl<$($generics)*> db::Column for $value {
            fn from_cell(cell: db::Cell<'_>) -> Result<Self, db::Problem> {
                cell.text().map(|text| Self(text.to_owned()))
            }
        }

        impl<$($generics)*> serde::Serialize for $value {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de, $($generics)*> serde::Deserialize<'de> for $value {
            /// Checks like `parse`: files and messages come from outside.
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let raw = <String as serde::Deserialize>::deserialize(deserializer)?;
                Self::parse(&raw).map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(super) use text_backed;
