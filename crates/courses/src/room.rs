//! What the course house brings to the program.

use platform::room::{Boxed, PersonalData};
use platform::web::Error;
use platform::{App, OrgScope, Room};
use texts::Lang;

use crate::pages::{self, paths};
use crate::store::catalogue;
use crate::{jobs, kept, personal};

/// The room.
#[must_use]
pub fn room() -> Room {
    Room {
        routes: pages::routes(),
        navigation: pages::navigation(),
        migrations: db::migrations!("courses", ["0001_catalogue", "0002_signup"]).to_vec(),
        jobs: jobs::register,
        sitemap: Some(sitemap),
        personal: Some(PersonalData {
            name: "courses",
            kept: kept::by_courses,
            export: personal::export,
            erase: personal::erase,
        }),
    }
}

fn sitemap(app: App, scope: OrgScope) -> Boxed<'static, Result<Vec<String>, Error>> {
    Box::pin(async move {
        let series = catalogue::series(&app.db, scope).await?;
        let is_shown = |id| series.iter().any(|series| series.id == id && series.published);
        let courses = catalogue::courses(&app.db, scope).await?;
        let published: Vec<_> = courses
            .iter()
            .filter(|course| course.published && is_shown(course.series_id))
            .collect();
        let mut addresses = Vec::new();
        for lang in Lang::ALL {
            let fixed = [paths::CATALOGUE, paths::PRACTICAL, paths::AUDIENCE, paths::PAST, paths::ABOUT];
            addresses.extend(fixed.iter().map(|page| page.url(lang, &[])));
            addresses.extend(
                published
                    .iter()
                    .map(|course| paths::COURSE.url(lang, &[course.course.slug.as_str()])),
            );
        }
        Ok(addresses)
    })
}
