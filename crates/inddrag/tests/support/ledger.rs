//! The books: what must hold in the database whatever happened. Each function gives the breaches, one line each.

use std::collections::BTreeSet;
use std::path::Path;

use db::{Db, sql};

/// Editions with more seats held than there are.
pub(crate) async fn nothing_is_oversold(db: &Db) -> Vec<String> {
    let rows: Vec<(uuid::Uuid, i64, i64)> = sql!(
        "SELECT e.id, e.capacity, COUNT(*) FROM edition e JOIN registration r ON r.edition_id = e.id
         WHERE r.state IN ('confirmed', 'attended', 'no-show') AND e.capacity IS NOT NULL GROUP BY e.id, e.capacity HAVING COUNT(*) > e.capacity"
    )
    .all(db)
    .await
    .expect("editions can be counted");
    rows.iter()
        .map(|(id, capacity, held)| format!("edition {id}: {held} seats held of {capacity}"))
        .collect()
}

/// Orders without all their seats, seats without their order, and orders that one form became twice. The groups of these stories have their size at the end of
/// their name (`…-2`), which is the order's reference.
pub(crate) async fn orders_are_whole(db: &Db, groups: &str) -> Vec<String> {
    let orders: Vec<(String, i64, i64)> = sql!(
        "SELECT o.order_reference, COUNT(DISTINCT o.id), COUNT(r.id) FROM course_order o LEFT JOIN registration r ON r.order_id = o.id
         WHERE o.order_reference LIKE $1 GROUP BY o.order_reference"
    )
    .bind(format!("{groups}%"))
    .all(db)
    .await
    .expect("orders can be counted");
    let mut breaches = Vec::new();
    for (reference, count, seats) in orders {
        let size: i64 = reference
            .rsplit('-')
            .next()
            .and_then(|size| size.parse().ok())
            .expect("a group's name ends in its size");
        if (count, seats) != (1, size) {
            breaches.push(format!("{reference}: {count} orders with {seats} seats"));
        }
    }
    let stray: Vec<(uuid::Uuid,)> =
        sql!("SELECT r.id FROM registration r LEFT JOIN course_order o ON o.id = r.order_id WHERE o.id IS NULL")
            .all(db)
            .await
            .expect("seats can be read");
    breaches.extend(stray.iter().map(|(id,)| format!("registration {id} has no order")));
    breaches
}

/// While no program runs: the leases of jobs that were being done when it was killed, or copied, run out, as they do by themselves a minute later.
pub(crate) async fn let_leases_run_out(database: &str) {
    let db = Db::open(database).await.expect("the database opens");
    let mut tx = db.begin().await.expect("nobody else writes");
    sql!("UPDATE job SET locked_until = 1 WHERE state = 'running'")
        .execute(&mut tx)
        .await
        .expect("jobs can be changed");
    tx.commit().await.expect("nobody else writes");
    db.close().await;
}

/// Whether the order of a group is there.
pub(crate) async fn group_exists(db: &Db, group: &str) -> bool {
    let (count,): (i64,) = sql!("SELECT COUNT(*) FROM course_order WHERE order_reference = $1")
        .bind(group)
        .one(db)
        .await
        .expect("orders can be counted");
    count > 0
}

/// Every order of these groups has told its contact person, and every further participant; each once; and the files in the folder are exactly the mails that were
/// sent, none twice.
pub(crate) async fn all_mail_belongs(db: &Db, groups: &str, folder: &Path) -> Vec<String> {
    let mut breaches = Vec::new();
    let mails: Vec<(String, String, String)> = sql!("SELECT event_key, state, message_id FROM mail")
        .all(db)
        .await
        .expect("mails can be read");
    let events: BTreeSet<&str> = mails.iter().map(|(event, ..)| event.as_str()).collect();
    if events.len() != mails.len() {
        breaches.push(format!("{} mails for {} events", mails.len(), events.len()));
    }
    breaches.extend(
        mails
            .iter()
            .filter(|(_, state, _)| state != "sent")
            .map(|(event, state, _)| format!("{event} is {state}")),
    );
    for event in due_events(db, groups).await {
        if !events.contains(event.as_str()) {
            breaches.push(format!("nobody was told of {event}"));
        }
    }
    let sent: BTreeSet<String> = mails.iter().map(|(.., id)| id.trim_matches(['<', '>']).to_owned()).collect();
    let (mut names, mut ids) = (BTreeSet::new(), BTreeSet::new());
    for entry in std::fs::read_dir(folder).expect("there is a mail folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        match name.strip_suffix(".eml") {
            Some(id) if !name.starts_with('.') => {
                names.insert(id.to_owned());
                let text = std::fs::read_to_string(entry.path()).expect("a mail can be read");
                let own = text
                    .lines()
                    .find_map(|line| line.strip_prefix("Message-ID: "))
                    .unwrap_or_default()
                    .trim_matches(['<', '>'])
                    .to_owned();
                if own != id || !ids.insert(own) {
                    breaches.push(format!("{name} is not the mail of its name, or is there twice"));
                }
            }
            _ => breaches.push(format!("{name} was left in the mail folder")),
        }
    }
    breaches.extend(
        sent.difference(&names)
            .map(|id| format!("{id} counts as sent and is not in the folder")),
    );
    breaches.extend(
        names
            .difference(&sent)
            .map(|id| format!("{id} is in the folder and nobody knows of it")),
    );
    breaches
}

/// What must have been told: each order to its contact person, who holds its first seat, and each further seat to its participant; and each further day of the
/// course in a mail of its own.
async fn due_events(db: &Db, groups: &str) -> Vec<String> {
    let seats: Vec<(uuid::Uuid, uuid::Uuid, i64, i64)> = sql!(
        "SELECT o.id, r.id, r.position, (SELECT COUNT(*) FROM edition_day d WHERE d.edition_id = r.edition_id)
         FROM registration r JOIN course_order o ON o.id = r.order_id WHERE o.order_reference LIKE $1"
    )
    .bind(format!("{groups}%"))
    .all(db)
    .await
    .expect("seats can be read");
    let mut events = Vec::new();
    for (order, seat, position, days) in seats {
        let event = if position == 0 {
            format!("order-confirmed/{order}")
        } else {
            format!("seat-confirmed/{seat}")
        };
        events.extend((2..=days).map(|day| format!("{event}/day-{day}")));
        events.push(event);
    }
    events
}
