//! Seats as they are taken, pushed to open course pages.

use db::Tx;
use maud::html;
use platform::live;
use platform::web::{Answer, Cx, Error, Visitor};
use platform::{App, OrgScope};
use texts::Lang;

use super::course::{action_target, status_target};
use super::house::shown;
use crate::model::{CourseId, EditionId};
use crate::store::{catalogue, editions};

/// The topic of a course's page in one language.
fn topic(course: CourseId, lang: Lang) -> String {
    format!("course/{course}/{lang}")
}

pub(super) async fn follow(cx: Cx<Visitor>) -> Answer {
    let course = catalogue::published_course(&cx.app.db, cx.proof.scope, cx.param("course"))
        .await?
        .ok_or(Error::NotFound)?;
    let from = cx.query.get("from").parse().ok();
    live::sse_from(&cx.app, &topic(course.id, cx.lang), &cx.headers, from).await
}

/// Tells open pages that an edition's seats have changed, in the transaction that changed them.
pub(crate) async fn seats_changed(tx: &mut Tx, app: &App, scope: OrgScope, edition: EditionId) -> Result<(), db::Error> {
    let Some(stored) = editions::by_id(tx, scope, edition).await? else {
        return Ok(());
    };
    let courses = catalogue::courses(tx, scope).await?;
    let Some(course) = courses.iter().find(|course| course.id == stored.course_id) else {
        return Ok(());
    };
    for shown in shown(vec![stored], app.clock.today()) {
        for lang in Lang::ALL {
            let swap = html! { (status_target(lang, &shown)) (action_target(lang, &course.course, &shown)) };
            live::publish(tx, &app.clock, &topic(course.id, lang), ui::EVENT_SWAP, &swap.into_string()).await?;
        }
    }
    Ok(())
}
