//! Ids: one newtype per noun, so that a course is never looked up with the id of a person.

/// Declares ids. They are UUIDs; new ones come from the program's source of randomness through `from_uuid`.
///
/// ```
/// db::id!(
///     /// A course of the catalogue.
///     CourseId
/// );
/// let id: CourseId = "0191a3c4-5a5e-7000-8000-000000000001".parse().unwrap();
/// assert_eq!(id.to_string(), "0191a3c4-5a5e-7000-8000-000000000001");
/// ```
#[macro_export]
macro_rules! id {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(unreachable_pub, reason = "ids are also declared in private modules")]
        pub struct $name($crate::private::uuid::Uuid);

        #[allow(unreachable_pub, dead_code, reason = "ids are also declared in private modules")]
        impl $name {
            /// The id that is this UUID.
            #[must_use]
            pub const fn from_uuid(uuid: $crate::private::uuid::Uuid) -> Self { Self(uuid) }

            /// The UUID.
            #[must_use]
            pub const fn as_uuid(self) -> $crate::private::uuid::Uuid { self.0 }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = $crate::private::uuid::Error;
            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> { text.parse().map(Self) }
        }

        impl $crate::Column for $name {
            fn from_cell(cell: $crate::Cell<'_>) -> ::core::result::Result<Self, $crate::Problem> { cell.uuid().map(Self) }
        }

        impl $crate::IntoValue for $name {
            const KIND: $crate::Kind = $crate::Kind::Uuid;
            fn into_value(self) -> $crate::Value { $crate::Value::Uuid(self.0) }
        }

        impl $crate::private::serde::Serialize for $name {
            fn serialize<S: $crate::private::serde::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::private::serde::Serialize::serialize(&self.0, to)
            }
        }

        impl<'de> $crate::private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::private::serde::Deserializer<'de>>(from: D) -> ::core::result::Result<Self, D::Error> {
                $crate::private::serde::Deserialize::deserialize(from).map(Self)
            }
        }
    )+ };
}
