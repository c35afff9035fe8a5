//! Quotas: what reads without errors reads the same once it was written.
#![no_main]

mod sheets;

use libfuzzer_sys::fuzz_target;
use sortition::{read, write};

fuzz_target!(|text: &str| {
    if let Ok((quotas, _)) = read::quotas(&sheets::sheet(text)).sound() {
        let again = write::quotas(&quotas).into_iter().collect();
        assert_eq!(read::quotas(&again).sound(), Ok((quotas, vec![])));
    }
});
