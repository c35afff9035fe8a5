//! Records: whatever can be read is checked to the end, and so is its version for the public.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sortition::record::Record;
use sortition::verify::verify;

fuzz_target!(|text: &str| {
    if let Ok(record) = Record::from_json(text) {
        let _ = verify(&record);
        let _ = verify(&record.pseudonymous("salt"));
    }
});
