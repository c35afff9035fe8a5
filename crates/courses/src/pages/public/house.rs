//! What every public page reads: the series, its courses and their editions, as the public may see them.

use db::Db;
use jiff::civil::Date;
use platform::OrgScope;

use crate::model::{Course, PageText, PageTextKey, PublicStatus};
use crate::store::catalogue::{self, StoredCourse, StoredSeries};
use crate::store::editions::{self, StoredEdition};
use crate::store::words;

/// A published edition and what the public sees of it.
pub(crate) struct Shown {
    pub(crate) stored: StoredEdition,
    pub(crate) status: PublicStatus,
}

/// The published catalogue of an organisation.
pub(crate) struct House {
    pub(crate) series: Vec<StoredSeries>,
    pub(crate) courses: Vec<StoredCourse>,
    pub(crate) editions: Vec<Shown>,
}

impl House {
    /// Reads it as it is on a day.
    pub(crate) async fn read(db: &Db, scope: OrgScope, today: Date) -> Result<Self, db::Error> {
        let series = catalogue::series(db, scope)
            .await?
            .into_iter()
            .filter(|series| series.published)
            .collect::<Vec<_>>();
        let courses = catalogue::courses(db, scope).await?;
        let courses = courses
            .into_iter()
            .filter(|course| course.published && series.iter().any(|s| s.id == course.series_id))
            .collect::<Vec<_>>();
        let editions = shown(editions::all(db, scope).await?, today);
        let editions = editions
            .into_iter()
            .filter(|shown| courses.iter().any(|course| course.id == shown.stored.course_id))
            .collect();
        Ok(Self { series, courses, editions })
    }

    /// The course of an edition.
    pub(crate) fn course_of(&self, shown: &Shown) -> Option<&Course> {
        self.courses
            .iter()
            .find(|course| course.id == shown.stored.course_id)
            .map(|course| &course.course)
    }
}

/// Those editions the public sees on a day, with their status.
pub(crate) fn shown(editions: Vec<StoredEdition>, today: Date) -> Vec<Shown> {
    let status = |stored: StoredEdition| PublicStatus::of(&stored.edition, stored.seats_held, today).map(|status| Shown { stored, status });
    editions.into_iter().filter_map(status).collect()
}

/// A section in the house's own words, if it has been written.
pub(crate) async fn section(db: &Db, scope: OrgScope, keys: &[PageTextKey]) -> Result<Vec<PageText>, db::Error> {
    let texts = words::page_texts(db, scope).await?;
    Ok(keys
        .iter()
        .filter_map(|key| texts.iter().find(|text| text.key == *key).cloned())
        .collect())
}
