//! Who of a class sits, by lot.

use crate::model::Classes;
use crate::random::Stream;

/// People for so many seats of each class. Of a household that shares a signature with others, one at most sits: its households are dealt
/// out to the classes of the signature.
pub(super) fn seats(classes: &Classes, seats: &[u32], stream: &mut Stream) -> Vec<usize> {
    let mut members = Vec::new();
    let mut households: Vec<Vec<&Vec<usize>>> = classes.signatures.iter().map(|households| households.iter().collect()).collect();
    households.iter_mut().for_each(|households| stream.shuffle(households));
    for (number, (class, &seats)) in classes.classes.iter().zip(seats).enumerate() {
        let Some(signature) = class.signature else {
            let mut people = class.people.clone();
            stream.sample(&mut people, seats as usize);
            members.extend(people);
            continue;
        };
        for _ in 0..seats {
            let household = households[signature]
                .pop()
                .expect("seats of a signature are no more than its households");
            let own: Vec<usize> = household
                .iter()
                .copied()
                .filter(|&member| classes.of[member] == Some(number))
                .collect();
            members.push(own[stream.place(own.len())]);
        }
    }
    members
}
