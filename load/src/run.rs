//! The crowd: readers who open pages, and groups that sign up, each at a fixed pace.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use ::http::{Method, header};
use hyper::body::Bytes;
use tokio::time::Instant;

use crate::Failure;
use crate::http::Server;
use crate::numbers::Tally;
use crate::pace;
use crate::sign_up::{Edition, Group, Told, pages};
use crate::visitor::{Visitor, addresses};

/// How many stand on each form.
pub const GROUP: usize = 2;

/// How big a crowd, for how long.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Pages and styles a second.
    pub pages: u32,
    /// Groups that begin to sign up, a second.
    pub sign_ups: u32,
    /// For how long.
    pub length: Duration,
}

/// What the crowd wants.
#[derive(Debug, Clone)]
pub struct Wishes {
    /// Kind and address of every page to read.
    pub reading: Vec<(&'static str, String)>,
    /// Where to sign up.
    pub editions: Vec<Edition>,
}

/// How it went.
#[derive(Debug, Default)]
pub struct Measured {
    /// By kind of request, in the order of the table.
    pub kinds: BTreeMap<&'static str, Tally>,
    /// How long after its moment each thing was begun: the crowd's own slowness, contained in the other times.
    pub late: Tally,
    /// Groups that were told that they have their seats.
    pub confirmed: u64,
    /// Groups that got no answer to their form, so that nobody knows.
    pub in_doubt: u64,
}

struct Sample {
    kind: &'static str,
    took: Duration,
    wrong: Option<String>,
}

#[derive(Default)]
struct Visit {
    samples: Vec<Sample>,
    late: Duration,
    confirmed: bool,
    in_doubt: bool,
}

impl Wishes {
    /// Reads off the site itself what there is to read and where to sign up.
    ///
    /// # Errors
    /// If the site cannot be read or offers nothing.
    pub async fn of(server: &Server, editions: Vec<Edition>) -> Result<Self, Failure> {
        let pages = pages(server).await?;
        let mut reading: Vec<(&'static str, String)> = pages.iter().filter_map(|page| Some((kind(page)?, page.clone()))).collect();
        let front = Visitor::new(server)
            .open(&reading.first().ok_or_else(|| Failure::new("the site", "has no pages"))?.1)
            .await?;
        let styles = addresses(&front.text(), "href")
            .into_iter()
            .filter(|address| address.starts_with("/assets/") && address.ends_with(".css"));
        reading.extend(styles.map(|style| ("styles", style)));
        Ok(Self { reading, editions })
    }
}

/// What kind of page an address of the course house is.
fn kind(path: &str) -> Option<&'static str> {
    let rest = path.strip_prefix("/kurser").or_else(|| path.strip_prefix("/en/courses"))?;
    Some(match rest.trim_start_matches('/') {
        "" => "catalogue",
        "praktisk" | "practical" => "practical",
        "hvem-kan-deltage" | "who-can-take-part" => "who can take part",
        "afholdte" | "held" => "earlier courses",
        "om" | "about" => "about",
        course if course.contains('.') => return None,
        _ => "course",
    })
}

/// Plays the crowd. `name` distinguishes its people from those of other runs.
pub async fn play(server: &Server, wishes: &Wishes, pace: Pace, name: &str) -> Measured {
    let wishes = Arc::new(wishes.clone());
    let readers = {
        let (server, wishes) = (server.clone(), Arc::clone(&wishes));
        pace::keep(pace.pages, pace.length, move |number, due| {
            let (kind, path) = turn(&wishes.reading, number).clone();
            read(server.clone(), kind, path, due)
        })
    };
    let groups = {
        let (server, name) = (server.clone(), name.to_owned());
        pace::keep(pace.sign_ups, pace.length, move |number, due| {
            let group = Group::new(format!("{name}-{number}"), GROUP);
            sign_up(server.clone(), turn(&wishes.editions, number).clone(), group, due)
        })
    };
    let (readers, groups) = tokio::join!(readers, groups);
    let mut measured = Measured::default();
    for visit in readers.into_iter().chain(groups) {
        measured.late.well(visit.late);
        measured.confirmed += u64::from(visit.confirmed);
        measured.in_doubt += u64::from(visit.in_doubt);
        for sample in visit.samples {
            let tally = measured.kinds.entry(sample.kind).or_default();
            match sample.wrong {
                None => tally.well(sample.took),
                Some(why) => tally.wrong(sample.took, why),
            }
        }
    }
    measured
}

fn turn<T>(list: &[T], number: u64) -> &T {
    let length = u64::try_from(list.len()).unwrap_or(1).max(1);
    &list[usize::try_from(number % length).unwrap_or(0)]
}

async fn read(server: Server, kind: &'static str, path: String, due: Instant) -> Visit {
    let late = due.elapsed();
    let headers = [
        (header::ACCEPT_ENCODING, "gzip, br".to_owned()),
        (header::ACCEPT, "text/html".to_owned()),
    ];
    let wrong = match server.ask(Method::GET, &path, &headers, Bytes::new()).await {
        Ok(answer) if answer.status.is_success() => None,
        Ok(answer) => Some(format!("GET {path}: {}", answer.status)),
        Err(lost) => Some(lost.to_string()),
    };
    let took = due.elapsed();
    Visit {
        samples: vec![Sample { kind, took, wrong }],
        late,
        ..Visit::default()
    }
}

/// The way of a group: form, sending it, looking at the confirmation. Only the first step has a moment at which it should have begun; the others follow from it.
async fn sign_up(server: Server, edition: Edition, group: Group, due: Instant) -> Visit {
    let mut visit = Visit {
        late: due.elapsed(),
        ..Visit::default()
    };
    let mut note = |kind, from: Instant, wrong| {
        visit.samples.push(Sample {
            kind,
            took: from.elapsed(),
            wrong,
        });
    };
    let mut visitor = Visitor::new(&server);
    let hidden = match visitor.form(&edition.form).await {
        Ok(hidden) => hidden,
        Err(failure) => {
            note("sign-up: form", due, Some(failure.to_string()));
            return visit;
        }
    };
    note("sign-up: form", due, None);
    let sending = Instant::now();
    let told = visitor
        .send(&edition.form, &group.fields(hidden))
        .await
        .map(|answer| Told::by(&answer));
    let place = match told {
        Ok(Told::Confirmed(place)) => place,
        Ok(other) => {
            note("sign-up: sent", sending, Some(format!("POST {}: {other:?}", edition.form)));
            return visit;
        }
        Err(lost) => {
            note("sign-up: sent", sending, Some(lost.to_string()));
            visit.in_doubt = true;
            return visit;
        }
    };
    note("sign-up: sent", sending, None);
    let following = Instant::now();
    let wrong = match visitor.open(&place).await {
        Ok(answer) if answer.status.is_success() => None,
        Ok(answer) => Some(format!("the payer's page: {}", answer.status)),
        Err(lost) => Some(lost.to_string()),
    };
    note("sign-up: confirmation", following, wrong);
    visit.confirmed = true;
    visit
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn pages_have_a_kind_in_both_languages() {
        assert_eq!((kind("/kurser"), kind("/en/courses")), (Some("catalogue"), Some("catalogue")));
        assert_eq!(
            (kind("/kurser/om"), kind("/en/courses/held")),
            (Some("about"), Some("earlier courses"))
        );
        assert_eq!(kind("/kurser/kom-godt-i-gang"), Some("course"));
        assert_eq!((kind("/kurser/program.pdf"), kind("/log-ind")), (None, None));
    }
}
