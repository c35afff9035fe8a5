//! Which people of a kind are in the reserve: by lot.

use super::setting::Setting;
use crate::random::Stream;

/// The people, when it is decided how many of each kind; ascending. In every kind each person has the same chance, and of a household
/// there is at most one.
pub(super) fn people(setting: &Setting, numbers: &[u32], stream: &mut Stream) -> Vec<usize> {
    let mut people = Vec::new();
    for (kind, &number) in setting.kinds.iter().zip(numbers).filter(|(kind, _)| kind.group.is_none()) {
        let mut those = kind.people.clone();
        stream.sample(&mut those, number as usize);
        people.append(&mut those);
    }
    let mut groups: Vec<usize> = (0..setting.groups.len()).collect();
    groups.sort_by_key(|&group| setting.kinds.iter().position(|kind| kind.group == Some(group)));
    for group in groups {
        let mut households = setting.groups[group].clone();
        stream.shuffle(&mut households);
        let mut households = households.into_iter();
        for (kind, &number) in setting.kinds.iter().zip(numbers).filter(|(kind, _)| kind.group == Some(group)) {
            for household in households.by_ref().take(number as usize) {
                let mut alike: Vec<usize> = household.into_iter().filter(|person| kind.people.contains(person)).collect();
                stream.sample(&mut alike, 1);
                people.append(&mut alike);
            }
        }
    }
    people.sort_unstable();
    people
}
