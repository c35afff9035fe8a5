//! Letters to people: everybody alike, by strata, some groups more often, and at most one letter to a household.

use super::households::of_households;
use super::{Share, Unsuited, apportion};
use crate::random::Stream;

/// Somebody who could get a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resident {
    /// Unique. People are sorted by it before anything is drawn, so that the order of the register does not matter.
    pub id: String,
    /// The number of the stratum.
    pub stratum: usize,
    /// People with the same text live together; `None`: alone, as far as is known.
    pub household: Option<String>,
}

/// Everybody who could get a letter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frame {
    /// The people, in any order.
    pub people: Vec<Resident>,
    /// How many strata there are; 1 if nobody is told apart.
    pub strata: usize,
}

/// How chances are given out.
#[derive(Debug, Clone, PartialEq)]
pub enum Design {
    /// A simple draw: everybody has the same chance.
    Simple,
    /// Each stratum gets letters in proportion to its people (Sainte-Laguë): everybody has nearly the same chance, and the letters mirror
    /// the strata better than luck would.
    Stratified,
    /// Over-sampling. A person of a stratum with weight 2 has nearly twice the chance of one in a stratum with weight 1. One weight for
    /// each stratum; they belong into the mandate and the report. Where households get one letter each, six decimals count.
    Weighted(Vec<f64>),
    /// So many letters to each stratum.
    Stated(Vec<u64>),
}

/// What a stratum got.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct StratumLetters {
    /// How many people it has.
    pub people: u64,
    /// How many letters go to it.
    pub letters: u64,
    /// How many letters the chances add up to. The same as `letters`, except in a simple draw and where households get one letter each.
    pub expected: f64,
}

/// Who gets a letter.
#[derive(Debug, Clone, PartialEq)]
pub struct Invited {
    /// Their numbers in the frame, ascending.
    pub people: Vec<usize>,
    /// The chance that each person of the frame had. They add up to the number of letters.
    pub chances: Vec<f64>,
    /// By stratum.
    pub strata: Vec<StratumLetters>,
}

/// Chances are kept as whole numbers of parts of 1; see [`super::systematic()`].
const FINE: f64 = 1e11;

/// Draws who gets one of `letters`.
///
/// Without a rule about households, a number of people fixed for each stratum is drawn in it, each with the same chance. With it,
/// *households* are drawn, each with the sum of the chances of its members ([`super::systematic()`], with similar households next to each
/// other), and in a drawn household one of its members in proportion to theirs. So living together changes nobody's chance, where drawing
/// an address and then a person would leave large families with a smaller one. Only where the chances of a household add up to more than 1
/// they are cut, and the others share what is left over.
///
/// # Errors
/// If there are more letters than people (or households), weights or strata do not fit, or stated letters do not add up.
pub fn invite(frame: &Frame, design: &Design, letters: u64, one_per_household: bool, stream: &mut Stream) -> Result<Invited, Unsuited> {
    if let Some(at) = frame.people.iter().position(|person| person.stratum >= frame.strata) {
        return Err(Unsuited::Lists { at });
    }
    let mut order: Vec<usize> = (0..frame.people.len()).collect();
    order.sort_by(|&one, &other| frame.people[one].id.cmp(&frame.people[other].id));
    let mut members = vec![Vec::new(); frame.strata];
    order.iter().for_each(|&person| members[frame.people[person].stratum].push(person));
    let counts: Vec<u64> = members.iter().map(|stratum| stratum.len() as u64).collect();
    let there = counts.iter().sum();
    if letters > there {
        return Err(Unsuited::TooMany { wanted: letters, there });
    }
    let (mut people, chances) = if one_per_household {
        of_households(frame, &order, &measures(design, &counts, letters)?, letters, stream)?
    } else if *design == Design::Simple {
        stream.sample(&mut order, letters as usize);
        (order, vec![letters as f64 / there.max(1) as f64; frame.people.len()])
    } else {
        let shares = shared(design, &counts, letters)?;
        let chance = |person: usize| shares[frame.people[person].stratum] as f64 / counts[frame.people[person].stratum] as f64;
        let chances = (0..frame.people.len()).map(chance).collect();
        let mut drawn = Vec::new();
        for (mut stratum, &letters) in members.into_iter().zip(&shares) {
            stream.sample(&mut stratum, letters as usize);
            drawn.append(&mut stratum);
        }
        (drawn, chances)
    };
    people.sort_unstable();
    let mut strata: Vec<StratumLetters> = counts
        .iter()
        .map(|&people| StratumLetters {
            people,
            ..Default::default()
        })
        .collect();
    people.iter().for_each(|&person| strata[frame.people[person].stratum].letters += 1);
    for (person, chance) in frame.people.iter().zip(&chances) {
        strata[person.stratum].expected += chance;
    }
    Ok(Invited { people, chances, strata })
}

/// How many letters each stratum gets.
fn shared(design: &Design, counts: &[u64], letters: u64) -> Result<Vec<u64>, Unsuited> {
    let by = |weight: &dyn Fn(usize) -> f64| {
        let share = |(at, &people): (usize, &u64)| Share {
            weight: weight(at) * people as f64,
            least: 0,
            most: people,
        };
        apportion(letters, &counts.iter().enumerate().map(share).collect::<Vec<_>>())
    };
    match design {
        Design::Simple | Design::Stratified => by(&|_| 1.0),
        Design::Weighted(weights) => {
            same_length(weights.len(), counts.len())?;
            Unsuited::weights(weights)?;
            by(&|at| weights[at])
        }
        Design::Stated(stated) => {
            same_length(stated.len(), counts.len())?;
            let sum = stated.iter().fold(0u64, |sum, &letters| sum.saturating_add(letters));
            if sum != letters {
                return Err(Unsuited::Sum { sum, wanted: letters });
            }
            match stated.iter().zip(counts).find(|(stated, people)| stated > people) {
                Some((&wanted, &there)) => Err(Unsuited::TooMany { wanted, there }),
                None => Ok(stated.clone()),
            }
        }
    }
}

fn same_length(one: usize, other: usize) -> Result<(), Unsuited> {
    if one == other {
        Ok(())
    } else {
        Err(Unsuited::Lists { at: one.min(other) })
    }
}

/// What the chances of the people of each stratum are in proportion to, where households are drawn.
fn measures(design: &Design, counts: &[u64], letters: u64) -> Result<Vec<u64>, Unsuited> {
    let fine = |share: f64| (share * FINE).round() as u64;
    Ok(match design {
        Design::Simple => vec![1; counts.len()],
        Design::Weighted(weights) => {
            same_length(weights.len(), counts.len())?;
            Unsuited::weights(weights)?;
            weights.iter().map(|weight| (weight * 1e6).round() as u64).collect()
        }
        Design::Stratified | Design::Stated(_) => {
            let shares = shared(design, counts, letters)?;
            shares
                .iter()
                .zip(counts)
                .map(|(&letters, &people)| fine(letters as f64 / people.max(1) as f64))
                .collect()
        }
    })
}
