//! The rush: everybody wants the last seat at the same moment. Real HTTP on a real socket, on both engines.
//!
//! A test of a lock proves nothing if it would also pass without it. So there is a control, as pretix has one: the same form, the same writing, but counting and
//! acting with nothing between them. It must sell the last seat more than once.
//!
//! `INDDRAG_RUSH_CROWD` and `INDDRAG_RUSH_ROUNDS` ask for a bigger crowd and more rounds than usual.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod support;

use std::collections::BTreeMap;
use std::sync::Arc;

use load::http::Server;
use load::sign_up::{Edition, Group, Told};
use load::stage::{Stored, leave_seats, seats_held};
use load::visitor::{Fields, Visitor};
use support::house::House;
use support::ledger::{nothing_is_oversold, orders_are_whole};
use support::{Place, on_both, setting};
use tokio::sync::Barrier;
use tokio::task::JoinSet;

/// Somebody who has filled in the form and is about to press the button.
struct Ready {
    visitor: Visitor,
    address: String,
    fields: Fields,
}

async fn ready(server: &Server, edition: &Edition, group: Group) -> Ready {
    let mut visitor = Visitor::new(server);
    let hidden = visitor.form(&edition.form).await.unwrap();
    Ready {
        visitor,
        address: edition.form.clone(),
        fields: group.fields(hidden),
    }
}

async fn crowd(server: &Server, edition: &Edition, name: &str, people: usize) -> Vec<Ready> {
    let mut opening = JoinSet::new();
    for number in 0..people {
        let (server, edition, group) = (server.clone(), edition.clone(), Group::new(format!("{name}-{number}-1"), 1));
        opening.spawn(async move { ready(&server, &edition, group).await });
    }
    opening.join_all().await
}

/// All press the button at once; what they were told.
async fn press_at_once(crowd: Vec<Ready>) -> Vec<Told> {
    let together = Arc::new(Barrier::new(crowd.len()));
    let mut pressing = JoinSet::new();
    for Ready {
        mut visitor,
        address,
        fields,
    } in crowd
    {
        let together = Arc::clone(&together);
        pressing.spawn(async move {
            together.wait().await;
            Told::by(&visitor.send(&address, &fields).await.unwrap())
        });
    }
    pressing.join_all().await
}

/// How many were told what, details left out.
fn counted(told: &[Told]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for told in told {
        let word = match told {
            Told::Confirmed(_) => "confirmed",
            Told::Full => "full",
            Told::Mistakes(_) => "mistakes",
            Told::Other(status) => panic!("somebody was told {status}"),
        };
        *counts.entry(word).or_default() += 1;
    }
    counts
}

/// What has come since: orders and seats. Mails must be as many as belong to the seats, written, sent and in the folder.
async fn orders_and_seats(house: &House, before: Stored, files: usize) -> (i64, i64) {
    let files = house.mail_files().await - files;
    let came = Stored::count(&house.db).await.unwrap().since(before);
    let due = came.due;
    assert_eq!((came.mails, came.sent, i64::try_from(files)), (due, due, Ok(due)), "{came:?}");
    (came.orders, came.seats)
}

on_both! {
    async fn the_last_seat_is_sold_once_and_everybody_else_is_offered_the_interest_list(place: Place) {
        let house = House::open(&place, Vec::new()).await;
        let edition = house.edition().await;
        let people = setting("INDDRAG_RUSH_CROWD", 200);
        for round in 0..setting("INDDRAG_RUSH_ROUNDS", 2) {
            leave_seats(&house.db, &edition, 1).await.unwrap();
            let (before, files, held) = (Stored::count(&house.db).await.unwrap(), house.mail_files().await, seats_held(&house.db, &edition).await.unwrap());
            let told = press_at_once(crowd(&house.server, &edition, &format!("rush-{round}"), people).await).await;
            assert_eq!(counted(&told), BTreeMap::from([("confirmed", 1), ("full", people - 1)]));
            assert_eq!(seats_held(&house.db, &edition).await.unwrap(), held + 1);
            assert_eq!(nothing_is_oversold(&house.db).await, [""; 0]);
            assert_eq!(orders_and_seats(&house, before, files).await, (1, 1));
        }
    }

    async fn without_the_lock_the_last_seat_is_sold_again_and_again(place: Place) {
        let house = House::open(&place, courses::testing::routes_without_lock()).await;
        let edition = house.edition().await;
        leave_seats(&house.db, &edition, 1).await.unwrap();
        let held = seats_held(&house.db, &edition).await.unwrap();
        let mut crowd = crowd(&house.server, &edition, "kontrol", 10).await;
        for ready in &mut crowd {
            ready.address = ready.address.replace("/tilmelding/", "/tilmelding-uden-laas/");
        }
        let told = press_at_once(crowd).await;
        let sold = counted(&told)["confirmed"];
        println!("the last seat was sold {sold} times");
        assert!(sold >= 2, "the control did not oversell, so the test of the lock proves nothing: {told:?}");
        assert_eq!(seats_held(&house.db, &edition).await.unwrap(), held + i64::try_from(sold).unwrap());
        assert_eq!(nothing_is_oversold(&house.db).await.len(), 1, "and the books must show it");
    }

    async fn the_same_form_sent_twenty_times_at_once_is_one_order(place: Place) {
        let house = House::open(&place, Vec::new()).await;
        let edition = house.edition().await;
        leave_seats(&house.db, &edition, 10).await.unwrap();
        let (before, files) = (Stored::count(&house.db).await.unwrap(), house.mail_files().await);
        let Ready { visitor, address, fields } = ready(&house.server, &edition, Group::new("dobbelt-2", 2)).await;
        let windows = (0..20).map(|_| Ready { visitor: visitor.clone(), address: address.clone(), fields: fields.clone() });
        let told = press_at_once(windows.collect()).await;
        assert!(matches!(told[0], Told::Confirmed(_)) && told.iter().all(|each| *each == told[0]), "all lead to one order: {told:?}");
        assert_eq!(orders_and_seats(&house, before, files).await, (1, 2));
    }

    async fn a_form_changed_after_going_back_is_not_taken_for_the_one_sent_before(place: Place) {
        let house = House::open(&place, Vec::new()).await;
        let edition = house.edition().await;
        leave_seats(&house.db, &edition, 10).await.unwrap();
        let mut visitor = Visitor::new(&house.server);
        let hidden = visitor.form(&edition.form).await.unwrap();
        let mut told = async |group: Group| Told::by(&visitor.send(&edition.form, &group.fields(hidden.clone())).await.unwrap());
        let first = told(Group::new("tilbage-1", 1)).await;
        assert!(matches!(first, Told::Confirmed(_)), "{first:?}");
        let joined_by_another = told(Group::new("tilbage-1", 2)).await;
        assert!(matches!(&joined_by_another, Told::Mistakes(text) if text.contains("allerede tilmeldt")), "{joined_by_another:?}");
        let others = told(Group::new("andre-2", 2)).await;
        assert!(matches!(others, Told::Confirmed(_)) && others != first, "{others:?}");
        assert_eq!(told(Group::new("tilbage-1", 1)).await, first, "unchanged, it is still the same order");
    }

    async fn a_group_that_does_not_fit_is_refused_whole(place: Place) {
        let house = House::open(&place, Vec::new()).await;
        let edition = house.edition().await;
        leave_seats(&house.db, &edition, 2).await.unwrap();
        let before = Stored::count(&house.db).await.unwrap();
        let told = press_at_once(vec![ready(&house.server, &edition, Group::new("stor-3", 3)).await]).await;
        assert!(matches!(&told[..], [Told::Mistakes(text)] if text.contains("kun 2 pladser")), "{told:?}");
        assert_eq!(Stored::count(&house.db).await.unwrap(), before, "not even some of them");
        let told = press_at_once(vec![ready(&house.server, &edition, Group::new("lille-2", 2)).await]).await;
        assert_eq!(counted(&told), BTreeMap::from([("confirmed", 1)]));
    }

    async fn of_two_groups_that_only_fit_alone_one_gets_its_seats_and_the_other_none(place: Place) {
        let house = House::open(&place, Vec::new()).await;
        let edition = house.edition().await;
        for round in 0..5 {
            leave_seats(&house.db, &edition, 3).await.unwrap();
            let (before, files) = (Stored::count(&house.db).await.unwrap(), house.mail_files().await);
            let groups = ["a", "b"].map(|name| Group::new(format!("par-{round}-{name}-2"), 2));
            let mut both = Vec::new();
            for group in groups {
                both.push(ready(&house.server, &edition, group).await);
            }
            let told = press_at_once(both).await;
            assert_eq!(counted(&told), BTreeMap::from([("confirmed", 1), ("mistakes", 1)]));
            assert!(told.iter().any(|each| matches!(each, Told::Mistakes(text) if text.contains("kun 1 plads"))), "{told:?}");
            assert_eq!(orders_and_seats(&house, before, files).await, (1, 2));
        }
        assert_eq!(orders_are_whole(&house.db, "par-").await, [""; 0]);
    }
}
