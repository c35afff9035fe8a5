//! People: whatever reads without errors fits the quotas.
#![no_main]

mod sheets;

use libfuzzer_sys::fuzz_target;
use sortition::model::Problem;
use sortition::{check, read, write};

fuzz_target!(|text: &str| {
    let quotas = sheets::two_features();
    if let Ok((people, _)) = read::people(&sheets::sheet(text), &quotas, &sheets::settings()).sound() {
        let problem = Problem { one_per_household: true, ..Problem::new(quotas, people.pool.clone(), 2) };
        assert_eq!(problem.fits(), Ok(()));
        let _ = check::fit(&problem);
        let _ = write::csv(&write::remaining(&people, &problem, &[0]));
    }
});
