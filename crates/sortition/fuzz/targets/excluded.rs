//! Those who cannot be drawn, against a small pool.
#![no_main]

mod sheets;

use libfuzzer_sys::fuzz_target;
use sortition::read;

fuzz_target!(|text: &str| {
    let (quotas, settings) = (sheets::two_features(), sheets::settings());
    let pool = sheets::sheet("id,a,b,name,street,zip\np,1,x,P,S,8\nq,2,y,Q,S,8\nr,1,y,R,,");
    let people = read::people(&pool, &quotas, &settings).draft().clone();
    let _ = read::excluded(&sheets::sheet(text), &people, &settings);
});
