//! Why people of a group have no higher chance, in words made of the proof.

use sortition::fair::Figures;
use sortition::record::objective;
use texts::{Lang, format};

use super::pool::Pool;
use super::prices::Binding;
use crate::t;
use crate::words::trait_name;

/// A chance this near to another is the same.
const SAME: f64 = 1e-6;

/// Why `person`, and everybody like them, has no higher chance. Empty where nothing is proven.
pub(super) fn reason(lang: Lang, pool: &Pool<'_>, person: usize) -> String {
    let certificate = &pool.record.certificate;
    let chance = pool.chance[person];
    if !pool.has_proof() {
        return String::new();
    }
    let mut said = Vec::new();
    if chance < Figures::NONE {
        said.push(t::reason_unreachable(lang).to_owned());
    }
    let step = pool.step_of(person);
    // The prices of Nash hold everybody down in the same way. Those of minimax and goldilocks prove something about the highest chance, and
    // say nothing of the others.
    let for_all = certificate.prices.as_ref().filter(|_| pool.record.objective == objective::NASH);
    let prices = step.map_or(for_all, |step| step.prices.as_ref());
    let has_cap = matches!(pool.record.objective.as_str(), objective::MINIMAX | objective::GOLDILOCKS);
    let is_capped = has_cap && chance > pool.record.max - SAME;
    match prices {
        _ if chance > 1.0 - SAME => said.push(t::reason_sure(lang).to_owned()),
        _ if is_capped => said.push(t::reason_top(lang).to_owned()),
        Some(prices) => said.extend(binding(lang, pool, person, &Binding::of(prices))),
        None if step.is_none() => {}
        None if pool.shares_household[person] => said.push(t::reason_home(lang).to_owned()),
        None => said.push(t::reason_full(lang).to_owned()),
    }
    said.join(" ")
}

/// The conditions that hold this person down: the maximums of their own values, and the minimums of others, who take seats.
fn binding(lang: Lang, pool: &Pool<'_>, person: usize, binding: &Binding) -> Vec<String> {
    let own = pool.quotas_of(person);
    let quotas = &pool.record.quotas;
    let named = |quota: usize| trait_name(lang, &quotas[quota].feature, &quotas[quota].value);
    let caps: Vec<String> = binding
        .maximums
        .iter()
        .filter(|quota| own.contains(quota))
        .map(|&quota| t::reason_cap(lang, quotas[quota].max, named(quota)))
        .collect();
    let takers: Vec<String> = binding
        .minimums
        .iter()
        .filter(|quota| !own.contains(quota))
        .map(|&quota| t::reason_taker(lang, quotas[quota].min, named(quota)))
        .collect();
    let mut said = Vec::new();
    if !caps.is_empty() {
        said.push(t::reason_caps(lang, format::list(lang, &caps)));
    }
    if !takers.is_empty() {
        said.push(t::reason_takers(lang, format::list(lang, &takers)));
    }
    if binding.households && pool.shares_household[person] {
        said.push(t::reason_households(lang).to_owned());
    }
    if said.is_empty() && binding.size {
        said.push(t::reason_size(lang, format::number(lang, pool.open_seats().into())));
    }
    if binding.learnt {
        said.push(t::reason_learnt(lang).to_owned());
    }
    said
}
