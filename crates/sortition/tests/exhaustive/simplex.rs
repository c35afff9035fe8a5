//! The simplex method as in a textbook, in fractions: slow, exact, and unlike the engine's in every way.

use super::fraction::Fraction;

/// Maximise `gain · x` where each row `(factors, right)` says `factors · x = right`, `right ≥ 0`, `x ≥ 0`. Gives the best `x`; `None` where there is none.
pub(crate) fn maximise(gain: &[Fraction], rows: &[(Vec<Fraction>, Fraction)]) -> Option<Vec<Fraction>> {
    let columns = gain.len();
    let all = columns + rows.len();
    // Each row starts with a column of its own, which a first round drives out.
    let mut tableau: Vec<Vec<Fraction>> = rows
        .iter()
        .enumerate()
        .map(|(at, (factors, right))| {
            let own = (0..rows.len()).map(|row| if row == at { Fraction::ONE } else { Fraction::ZERO });
            factors.iter().copied().chain(own).chain([*right]).collect()
        })
        .collect();
    let mut basis: Vec<usize> = (columns..all).collect();
    let drive_out: Vec<Fraction> = (0..all)
        .map(|column| if column < columns { Fraction::ZERO } else { -Fraction::ONE })
        .collect();
    climb(&mut tableau, &mut basis, &drive_out, all);
    if basis
        .iter()
        .zip(&tableau)
        .any(|(&column, row)| column >= columns && !row[all].is_zero())
    {
        return None;
    }
    // What is still in the basis at nothing is exchanged, or its row says nothing new.
    for row in 0..rows.len() {
        if basis[row] >= columns
            && let Some(column) = (0..columns).find(|&column| !tableau[row][column].is_zero())
        {
            pivot(&mut tableau, &mut basis, row, column);
        }
    }
    let gains: Vec<Fraction> = gain.iter().copied().chain(rows.iter().map(|_| Fraction::ZERO)).collect();
    climb(&mut tableau, &mut basis, &gains, columns);
    let mut best = vec![Fraction::ZERO; columns];
    for (&column, row) in basis.iter().zip(&tableau) {
        if column < columns {
            best[column] = row[all];
        }
    }
    Some(best)
}

/// Bland's rule: always the first column that gains, so that it ends. All programmes here are bounded.
fn climb(tableau: &mut [Vec<Fraction>], basis: &mut [usize], gains: &[Fraction], allowed: usize) {
    let right = gains.len();
    loop {
        let reduced = |column: usize| {
            basis
                .iter()
                .zip(tableau.iter())
                .fold(gains[column], |sum, (&basic, row)| sum - gains[basic] * row[column])
        };
        let Some(enters) = (0..allowed).find(|column| !basis.contains(column) && reduced(*column) > Fraction::ZERO) else {
            return;
        };
        let leaves = (0..basis.len())
            .filter(|&row| tableau[row][enters] > Fraction::ZERO)
            .min_by_key(|&row| (tableau[row][right] / tableau[row][enters], basis[row]))
            .expect("a bounded programme");
        pivot(tableau, basis, leaves, enters);
    }
}

fn pivot(tableau: &mut [Vec<Fraction>], basis: &mut [usize], row: usize, column: usize) {
    let at = tableau[row][column];
    for entry in &mut tableau[row] {
        *entry = *entry / at;
    }
    let own = tableau[row].clone();
    for (_, other) in tableau.iter_mut().enumerate().filter(|(other, _)| *other != row) {
        let factor = other[column];
        if !factor.is_zero() {
            for (entry, &own) in other.iter_mut().zip(&own) {
                *entry = *entry - factor * own;
            }
        }
    }
    basis[row] = column;
}
