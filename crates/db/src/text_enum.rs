//! Choices stored as words. The word is part of the database and stays, however the Rust name changes.

/// A text that is none of the words of a choice.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a known {0}")]
pub struct UnknownText(pub &'static str);

/// Declares an enum that is stored as `TEXT`.
///
/// ```
/// db::text_enum!(
///     /// Where an edition stands.
///     pub enum State {
///         /// Not shown yet.
///         Draft => "draft",
///         /// People can sign up.
///         Open => "open",
///     }
/// );
/// assert_eq!(State::Open.as_str(), "open");
/// assert_eq!("draft".parse(), Ok(State::Draft));
/// assert_eq!(State::ALL.len(), 2);
/// ```
#[macro_export]
macro_rules! text_enum {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $( $(#[$variant_meta:meta])* $variant:ident => $text:literal ),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $( $(#[$variant_meta])* $variant, )+ }

        #[allow(unreachable_pub, dead_code, reason = "choices are also declared in private modules, and not every one is listed")]
        impl $name {
            /// Every choice, in the order of declaration.
            pub const ALL: &'static [$name] = &[$( $name::$variant ),+];

            /// The word that is stored.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( $name::$variant => $text, )+ }
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { f.write_str(self.as_str()) }
        }

        impl ::core::str::FromStr for $name {
            type Err = $crate::UnknownText;
            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                match text { $( $text => Ok($name::$variant), )+ _ => Err($crate::UnknownText(stringify!($name))) }
            }
        }

        impl $crate::Column for $name {
            fn from_cell(cell: $crate::Cell<'_>) -> ::core::result::Result<Self, $crate::Problem> {
                cell.text()?.parse().map_err(|_| $crate::Problem::not_a(stringify!($name)))
            }
        }

        impl $crate::IntoValue for $name {
            const KIND: $crate::Kind = $crate::Kind::Text;
            fn into_value(self) -> $crate::Value { $crate::Value::Text(self.as_str().to_owned()) }
        }

        impl $crate::private::serde::Serialize for $name {
            fn serialize<S: $crate::private::serde::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::private::serde::Deserializer<'de>>(from: D) -> ::core::result::Result<Self, D::Error> {
                let text = <::std::borrow::Cow<'de, str> as $crate::private::serde::Deserialize<'de>>::deserialize(from)?;
                text.parse().map_err($crate::private::serde::de::Error::custom)
            }
        }
    };
}
