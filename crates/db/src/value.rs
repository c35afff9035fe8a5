//! Values on their way into a statement.
//!
//! `NULL` keeps its kind: PostgreSQL fixes the types of a prepared statement on its first use, so an untyped `NULL` first
//! and a number later would be sent as the wrong type.

use std::borrow::Cow;

use uuid::Uuid;

/// The kinds of value both engines store alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `BIGINT`; also points in time, as microseconds since 1970 UTC.
    Int,
    /// `BOOLEAN`.
    Bool,
    /// `TEXT`; also dates and times of day.
    Text,
    /// `UUID`.
    Uuid,
    /// `BYTEA`.
    Bytes,
    /// `DOUBLE PRECISION`.
    Float,
}

/// One value to bind.
#[derive(Clone, PartialEq)]
pub enum Value {
    /// No value, of a kind.
    Null(Kind),
    /// A whole number.
    Int(i64),
    /// Yes or no.
    Bool(bool),
    /// Text.
    Text(String),
    /// An id.
    Uuid(Uuid),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A number with a point.
    Float(f64),
}

impl Value {
    /// The kind, also of `NULL`.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Value::Null(kind) => *kind,
            Value::Int(_) => Kind::Int,
            Value::Bool(_) => Kind::Bool,
            Value::Text(_) => Kind::Text,
            Value::Uuid(_) => Kind::Uuid,
            Value::Bytes(_) => Kind::Bytes,
            Value::Float(_) => Kind::Float,
        }
    }
}

/// Shows the kind only, because values are people's data and this ends up in logs.
impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Value::Null(kind) => write!(f, "{kind:?}(null)"),
            other => write!(f, "{:?}(…)", other.kind()),
        }
    }
}

/// What may be bound to a statement.
pub trait IntoValue {
    /// The kind every value of this type has.
    const KIND: Kind;
    /// The value.
    fn into_value(self) -> Value;
}

macro_rules! into_value {
    ($($type:ty => $kind:ident, |$x:ident| $value:expr;)+) => { $(
        impl IntoValue for $type {
            const KIND: Kind = Kind::$kind;
            fn into_value(self) -> Value { let $x = self; Value::$kind($value) }
        }
    )+ };
}

into_value! {
    i64 => Int, |x| x;
    i32 => Int, |x| x.into();
    i16 => Int, |x| x.into();
    i8 => Int, |x| x.into();
    u32 => Int, |x| x.into();
    u16 => Int, |x| x.into();
    u8 => Int, |x| x.into();
    bool => Bool, |x| x;
    f64 => Float, |x| x;
    String => Text, |x| x;
    &str => Text, |x| x.to_owned();
    Cow<'_, str> => Text, |x| x.into_owned();
    Uuid => Uuid, |x| x;
    Vec<u8> => Bytes, |x| x;
    &[u8] => Bytes, |x| x.to_vec();
    jiff::Timestamp => Int, |x| x.as_microsecond();
    jiff::civil::Date => Text, |x| x.to_string();
    jiff::civil::Time => Text, |x| x.to_string();
}

impl<const N: usize> IntoValue for [u8; N] {
    const KIND: Kind = Kind::Bytes;
    fn into_value(self) -> Value {
        Value::Bytes(self.to_vec())
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    const KIND: Kind = T::KIND;
    fn into_value(self) -> Value {
        self.map_or(Value::Null(T::KIND), T::into_value)
    }
}

impl<T: IntoValue + Clone> IntoValue for &T {
    const KIND: Kind = T::KIND;
    fn into_value(self) -> Value {
        self.clone().into_value()
    }
}
