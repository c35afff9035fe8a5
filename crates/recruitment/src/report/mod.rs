//! The report of a selection: one page in one file, made of the [record](sortition::record::Record) alone.
//!
//! It is for three readers. Who signed up finds their own chance and why it was so; who commissioned the panel sees what was wanted and
//! what came out; and who doubts finds everything it takes to check. It needs nothing from anywhere else, runs no script, and reads on a
//! phone, on paper and aloud.

mod anchor;
mod beside;
mod chances;
mod chart;
mod check;
mod decided;
mod drawn;
mod fair;
mod levels;
mod page;
mod parts;
mod pool;
mod prices;
mod quotas;
mod reason;
mod steps;

pub use anchor::anchor;
pub use beside::Beside;

use sortition::record::Record;
use texts::Lang;

use pool::Pool;

/// The report as a whole file of HTML.
#[must_use]
pub fn report(record: &Record, lang: Lang, beside: &Beside<'_>) -> String {
    let pool = Pool::of(record);
    let mut sections = vec![
        decided::section(lang, &pool),
        fair::section(lang, &pool),
        quotas::section(lang, &pool),
    ];
    sections.extend(pool.is_lottery().then(|| levels::section(lang, &pool)));
    sections.extend([
        chances::section(lang, &pool),
        drawn::section(lang, &pool, beside),
        check::section(lang, &pool, beside),
    ]);
    page::page(lang, &pool, beside, &sections).into_string()
}
