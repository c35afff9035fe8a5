//! `inddrag config`: what holds, and why.

use platform::config::{Config, Values};

use crate::Failure;

pub(crate) fn show(values: &Values) -> Result<(), Failure> {
    for (key, value, origin) in values.shown() {
        println!("{key:<22} {value:<42} {origin}");
    }
    Config::from_values(values)?;
    Ok(())
}
