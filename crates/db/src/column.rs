//! Values on their way out of a row.

use sqlx::postgres::PgValueRef;
use sqlx::sqlite::SqliteValueRef;
use sqlx::{Decode, Postgres, Sqlite, Type, TypeInfo, ValueRef};
use uuid::Uuid;

/// One value of a row, on either engine. Reading it as the wrong type is a [`Problem`], never a conversion.
pub struct Cell<'r>(pub(crate) Raw<'r>);

pub(crate) enum Raw<'r> {
    Sqlite(SqliteValueRef<'r>),
    Postgres(PgValueRef<'r>),
}

/// Why a value is not what the program expects, in types, never in values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem(pub String);

impl Problem {
    /// For a value that has the right type but is not one of those allowed.
    #[must_use]
    pub fn not_a(what: &str) -> Problem {
        Problem(format!("the stored value is not a valid {what}"))
    }
}

/// Reads a driver's value if its type fits. `$also` are further types that hold the same without loss.
macro_rules! read {
    ($cell:expr, $what:literal, $type:ty $(, $also:ty)*) => {
        match $cell.0 {
            Raw::Sqlite(raw) => decode::<Sqlite, $type, _>(raw, $what),
            Raw::Postgres(raw) => {
                $( if <$also as Type<Postgres>>::compatible(&raw.type_info()) {
                    return decode::<Postgres, $also, _>(raw, $what).map(Into::into);
                } )*
                decode::<Postgres, $type, _>(raw, $what)
            }
        }
    };
}

fn decode<'r, D, T, V>(raw: V, what: &str) -> Result<T, Problem>
where
    D: sqlx::Database<ValueRef<'r> = V>,
    T: Decode<'r, D> + Type<D>,
    V: ValueRef<'r, Database = D>,
{
    let found = raw.type_info();
    if raw.is_null() {
        return Err(Problem(format!("expected {what}, found NULL; read it as Option")));
    }
    if !T::compatible(&found) {
        let mend = if found.name() == "NUMERIC" {
            "; write CAST(… AS BIGINT)"
        } else {
            ""
        };
        return Err(Problem(format!("expected {what}, found {}{mend}", found.name())));
    }
    // the driver's own message may repeat the value
    let found = found.name().to_owned();
    T::decode(raw).map_err(|_| Problem(format!("expected {what}, found {found} that cannot be read as one")))
}

impl<'r> Cell<'r> {
    /// Whether there is no value.
    #[must_use]
    pub fn is_null(&self) -> bool {
        match &self.0 {
            Raw::Sqlite(raw) => raw.is_null(),
            Raw::Postgres(raw) => raw.is_null(),
        }
    }

    /// A whole number of any width.
    ///
    /// # Errors
    /// If it is `NULL` or another type.
    pub fn int(self) -> Result<i64, Problem> {
        read!(self, "BIGINT", i64, i32, i16)
    }

    /// Yes or no.
    ///
    /// # Errors
    /// If it is `NULL` or another type.
    pub fn bool(self) -> Result<bool, Problem> {
        read!(self, "BOOLEAN", bool)
    }

    /// Text, borrowed from the row.
    ///
    /// # Errors
    /// If it is `NULL` or another type.
    pub fn text(self) -> Result<&'r str, Problem> {
        read!(self, "TEXT", &'r str)
    }

    /// An id.
    ///
    /// # Errors
    /// If it is `NULL` or another type.
    pub fn uuid(self) -> Result<Uuid, Problem> {
        read!(self, "UUID", Uuid)
    }

    /// Bytes, borrowed from the row.
    ///
    /// # Errors
    /// If it is `NULL` or another type.
    pub fn bytes(self) -> Result<&'r [u8], Problem> {
        read!(self, "BYTEA", &'r [u8])
    }

    /// A number with a point. SQLite answers some sums of such numbers with a whole one, so those are taken as well.
    ///
    /// # Errors
    /// If it is `NULL` or another type.
    pub fn float(self) -> Result<f64, Problem> {
        if let Raw::Sqlite(raw) = self.0 {
            if <i64 as Type<Sqlite>>::compatible(&raw.type_info()) && !raw.is_null() {
                // 2^53 and more would lose digits, but such a number was not a float when it was stored
                #[expect(clippy::cast_precision_loss, reason = "a float on its way in, see above")]
                return decode::<Sqlite, i64, _>(raw, "DOUBLE PRECISION").map(|whole| whole as f64);
            }
            return decode::<Sqlite, f64, _>(raw, "DOUBLE PRECISION");
        }
        read!(self, "DOUBLE PRECISION", f64, f32)
    }
}

/// A Rust type that one column can be read as.
pub trait Column: Sized {
    /// Reads the value.
    ///
    /// # Errors
    /// If the stored value is no such thing.
    fn from_cell(cell: Cell<'_>) -> Result<Self, Problem>;
}

macro_rules! column {
    ($($type:ty, |$cell:ident| $read:expr;)+) => { $(
        impl Column for $type {
            fn from_cell($cell: Cell<'_>) -> Result<Self, Problem> { $read }
        }
    )+ };
}

column! {
    i64, |cell| cell.int();
    i32, |cell| narrow(cell);
    i16, |cell| narrow(cell);
    i8, |cell| narrow(cell);
    u64, |cell| narrow(cell);
    u32, |cell| narrow(cell);
    u16, |cell| narrow(cell);
    u8, |cell| narrow(cell);
    usize, |cell| narrow(cell);
    bool, |cell| cell.bool();
    f64, |cell| cell.float();
    String, |cell| cell.text().map(str::to_owned);
    Uuid, |cell| cell.uuid();
    Vec<u8>, |cell| cell.bytes().map(<[u8]>::to_vec);
    jiff::Timestamp, |cell| jiff::Timestamp::from_microsecond(cell.int()?).map_err(|_| Problem::not_a("point in time"));
    jiff::civil::Date, |cell| cell.text()?.parse().map_err(|_| Problem::not_a("date"));
    jiff::civil::Time, |cell| cell.text()?.parse().map_err(|_| Problem::not_a("time of day"));
}

fn narrow<T: TryFrom<i64>>(cell: Cell<'_>) -> Result<T, Problem> {
    let name = std::any::type_name::<T>();
    T::try_from(cell.int()?).map_err(|_| Problem(format!("the stored number does not fit {name}")))
}

impl<const N: usize> Column for [u8; N] {
    fn from_cell(cell: Cell<'_>) -> Result<Self, Problem> {
        cell.bytes()?.try_into().map_err(|_| Problem(format!("expected exactly {N} bytes")))
    }
}

impl<T: Column> Column for Option<T> {
    fn from_cell(cell: Cell<'_>) -> Result<Self, Problem> {
        if cell.is_null() {
            return Ok(None);
        }
        T::from_cell(cell).map(Some)
    }
}
