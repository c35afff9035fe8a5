//! x
pub(crate) mod leximin;
