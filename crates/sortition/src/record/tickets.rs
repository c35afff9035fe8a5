//! Chances in whole tickets.

use std::collections::BTreeMap;

use super::{Panel, TICKETS};

/// Whole tickets for each panel, next to its share of all, by largest remainder: everybody gets the tickets rounded down, and those that are left go to the largest rests, of
/// equal rests to the first.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "tickets are fewer than 2^53, and shares of them are not negative"
)]
pub(super) fn apportion(weights: &[f64]) -> Vec<u64> {
    let all: f64 = weights.iter().sum();
    let exact: Vec<f64> = weights.iter().map(|weight| (weight / all).max(0.0) * TICKETS as f64).collect();
    let mut tickets: Vec<u64> = exact.iter().map(|exact| exact.floor() as u64).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|&one, &other| exact[other].fract().total_cmp(&exact[one].fract()));
    let given: u64 = tickets.iter().sum();
    // Floating point may have given a few too many; they are taken back where the rest is smallest.
    for &panel in order.iter().cycle().take(TICKETS.saturating_sub(given) as usize) {
        tickets[panel] += 1;
    }
    let mut over = given.saturating_sub(TICKETS);
    for &panel in order.iter().rev() {
        let back = over.min(tickets[panel]).min(1);
        tickets[panel] -= back;
        over -= back;
    }
    tickets
}

/// The chance of so many tickets.
#[expect(clippy::cast_precision_loss, reason = "tickets are fewer than 2^53")]
pub(super) fn chance(tickets: u64) -> f64 {
    tickets as f64 / TICKETS as f64
}

/// How many tickets everybody has, by id; who is on no panel is missing.
pub(super) fn of_people(panels: &[Panel]) -> BTreeMap<&str, u64> {
    let mut tickets = BTreeMap::new();
    for panel in panels {
        for member in &panel.members {
            *tickets.entry(member.as_str()).or_default() += panel.tickets;
        }
    }
    tickets
}

#[cfg(test)]
mod tests {
    use super::{TICKETS, apportion};

    #[test]
    fn tickets_sum_to_all_and_equal_rests_go_by_place() {
        assert_eq!(apportion(&[1.0, 1.0, 1.0]), [333_333_333_334, 333_333_333_333, 333_333_333_333]);
        for panels in [1_u32, 7, 11, 1000, 4999] {
            let weights: Vec<f64> = (0..panels).map(|panel| f64::from(panel * panel % 97) + 0.1).collect();
            assert_eq!(apportion(&weights).iter().sum::<u64>(), TICKETS);
        }
    }

    #[test]
    fn a_panel_that_is_hardly_likely_has_none() {
        assert_eq!(apportion(&[1.0, 1e-14]), [TICKETS, 0]);
    }
}
