//! A course as the public sees it, or will see it.

use maud::html;
use platform::web::Answer;
use ui::{Alert, Crumb, Mood};

use super::edit::find;
use crate::model::CourseId;
use crate::pages::admin::parts::{self, Manager, href};
use crate::pages::admin::paths::{COURSE, COURSES};
use crate::pages::public::course_view;
use crate::pages::public::house::shown;
use crate::store::{editions, words};
use crate::t;

/// The public's own view with what is published of its editions, under a note that this is only a preview. It is not reachable for anybody else (T26).
pub(super) async fn show(cx: Manager) -> Answer {
    let (lang, db, scope) = (cx.lang, &cx.app.db, cx.proof.scope);
    let id: CourseId = cx.id("course")?;
    let stored = find(&cx, id).await?;
    let editions = editions::all(db, scope)
        .await?
        .into_iter()
        .filter(|edition| edition.course_id == id)
        .collect();
    let said: Vec<_> = words::testimonials(db, scope).await?.into_iter().map(|(_, said)| said).collect();
    let here = href(&cx, COURSE, &[&id.to_string()]);
    let text = if stored.published {
        t::admin_preview_published(lang)
    } else {
        t::admin_preview_unpublished(lang)
    };
    let note = Alert::new(
        Mood::Info,
        html! { p { (text) } p { a href=(here) { (t::admin_preview_back(lang)) } } },
    );
    let way = [
        Crumb::new(t::admin_nav_courses(lang), href(&cx, COURSES, &[])),
        Crumb::new(stored.course.title.get(lang).as_str(), here.clone()),
    ];
    let page = course_view(lang, &stored, &shown(editions, cx.app.clock.today()), &said);
    Ok(cx.page(&page.above(note.render(lang)).crumbs(parts::crumbs(&cx, way)).noindex()))
}
