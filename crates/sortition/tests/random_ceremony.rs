//! Dice, coins and lottery balls choose among numbered panels.

use proptest::prelude::*;
use sortition::random::{Ceremony, Misread, Outcome};

#[test]
fn three_ten_sided_dice_choose_among_a_thousand_panels() {
    let way = Ceremony::ways(1000)[0];
    assert_eq!((way.sides(), way.throws(), way.counting()), (10, 3, 1000));
    assert_eq!(way.read(&[0, 4, 2]), Ok(Outcome::Panel(42)));
    assert_eq!(Ceremony::text(&[0, 4, 2]), "0 4 2");
}

#[test]
fn two_ordinary_dice_for_twenty_panels_are_thrown_again_from_twenty_on() {
    let way = Ceremony::new(20, 6).unwrap();
    assert_eq!((way.throws(), way.combinations(), way.counting()), (2, 36, 20));
    assert_eq!(way.read(&[3, 1]), Ok(Outcome::Panel(19)));
    assert_eq!(way.read(&[3, 2]), Ok(Outcome::Again));
}

#[test]
fn an_urn_with_a_ball_for_each_panel_needs_one_draw() {
    let ways = Ceremony::ways(49);
    assert_eq!((ways[0].sides(), ways[0].throws()), (49, 1));
}

#[test]
fn throws_that_cannot_be_are_refused() {
    let way = Ceremony::new(1000, 10).unwrap();
    assert_eq!(way.read(&[1, 2]), Err(Misread::Throws { got: 2, wanted: 3 }));
    assert_eq!(way.read(&[1, 10, 2]), Err(Misread::Side { throw: 1, side: 10 }));
    assert_eq!(Ceremony::new(0, 10), None);
    assert_eq!(Ceremony::new(5, 1), None);
    assert_eq!(Ceremony::new(u64::MAX, 10), None);
    assert_eq!(Ceremony::new(1, 10).unwrap().read(&[]), Ok(Outcome::Panel(0)));
}

proptest! {
    #[test]
    fn every_panel_has_the_same_number_of_combinations(panels in 1u64..300, sides in 2u32..12) {
        let way = Ceremony::new(panels, sides).unwrap();
        prop_assert!(way.counting() * 2 > way.combinations());
        let mut chosen = vec![0u64; panels as usize];
        for mut number in 0..way.combinations() {
            let mut throws = vec![0; way.throws() as usize];
            for throw in throws.iter_mut().rev() {
                *throw = (number % u64::from(sides)) as u32;
                number /= u64::from(sides);
            }
            if let Ok(Outcome::Panel(panel)) = way.read(&throws) {
                chosen[panel as usize] += 1;
            }
        }
        prop_assert!(chosen.iter().all(|&times| times == way.counting() / panels));
    }
}
