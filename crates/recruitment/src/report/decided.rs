//! What was decided, in one paragraph.

use maud::html;
use texts::{Lang, format};

use super::parts::Section;
use super::pool::{Pool, Standing};
use crate::t;
use crate::words::number::counted;
use crate::words::{objective, objective_name, plain_number};

pub(super) fn section(lang: Lang, pool: &Pool<'_>) -> Section {
    let question = &pool.record.question;
    let of = |standing| counted(pool.standing_as(standing).len());
    let (seats, people) = (i64::from(pool.open_seats()), plain_number(lang, pool.record.pool.len()));
    let mut said = vec![match (&pool.record.draw, pool.is_lottery()) {
        (_, false) => t::decided_chosen(lang, seats, people),
        (Some(_), true) => t::decided_drawn(lang, seats, people),
        (None, true) => t::decided_not_drawn(lang, seats, people),
    }];
    if question.parallel > 1 {
        said.push(t::decided_parallel(lang, question.parallel, question.size));
    }
    if !question.selected.is_empty() {
        said.push(t::decided_selected(lang, counted(question.selected.len()), question.size));
    }
    if !question.excluded.is_empty() {
        said.push(t::decided_excluded(lang, counted(question.excluded.len())));
    }
    if of(Standing::Housemate) > 0 {
        said.push(t::decided_housemates(lang, of(Standing::Housemate)));
    }
    if question.one_per_household {
        said.push(t::decided_households(lang).to_owned());
    }
    let features: Vec<&str> = pool.features.iter().map(|feature| feature.name).collect();
    said.push(t::decided_quotas(lang, format::list(lang, &features)));
    let aim = &pool.record.objective;
    said.push(t::decided_method(lang, objective_name(lang, aim)));
    said.push(objective(lang, aim));
    said.retain(|sentence| !sentence.is_empty());
    Section {
        id: "decided",
        heading: t::decided_heading(lang).to_owned(),
        body: html! { p class="lead" { (said.join(" ")) } },
    }
}
