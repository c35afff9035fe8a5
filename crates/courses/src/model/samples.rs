//! What several tests stand on.

use jiff::civil::{date, time};

use super::{Capacity, Day, Days, DeadlineRule, EditionPlan, Mode, Participant, Price, PriceUnit, When};

/// The course of 26 October 2023, with 24 seats.
pub(super) fn october() -> EditionPlan {
    let day = Day::new(date(2023, 10, 26), time(9, 0, 0, 0), time(16, 0, 0, 0)).unwrap();
    EditionPlan {
        when: When::Days(Days::new(vec![day]).unwrap()),
        mode: Mode::Online,
        venue: None,
        capacity: Capacity::new(24).ok(),
        min_seats: 18,
        deadline: DeadlineRule::TEN_DAYS,
        price: Price::of_the_course_page(PriceUnit::Course),
        published: true,
    }
}

/// A participant with little but name and mail address.
pub(super) fn anne(number: usize) -> Participant {
    Participant {
        name: "Anne Holm".parse().unwrap(),
        email: format!("anne{number}@nordby.example").parse().unwrap(),
        phone: None,
        title: None,
        department: None,
        diet: "Vegetar".parse().ok(),
        access_needs: "Teleslynge".parse().ok(),
        own_case: None,
        meets_prerequisites: false,
    }
}
