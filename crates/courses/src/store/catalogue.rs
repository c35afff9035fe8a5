//! Series and courses.

use db::{Read, sql};
use jiff::civil::Time;
use platform::OrgScope;
use platform::values::{Email, Line, Money, Slug, VatClass};

use super::rows::{both, both_or_none, broken, json, number};
use crate::model::{
    Bilingual, Course, CourseId, CourseSeries, CourseSeriesId, Format, Level, Note, Practical, PriceUnit, Prose, Provider, Title, Venue,
};

/// A series as stored, with what is usual in it.
#[derive(Debug, Clone)]
pub(crate) struct StoredSeries {
    pub(crate) id: CourseSeriesId,
    pub(crate) series: CourseSeries,
    pub(crate) practical: Practical,
    pub(crate) published: bool,
}

/// A course as stored.
#[derive(Debug, Clone)]
pub(crate) struct StoredCourse {
    pub(crate) id: CourseId,
    pub(crate) series_id: CourseSeriesId,
    pub(crate) course: Course,
    pub(crate) published: bool,
}

db::row! {
    struct SeriesRow {
        id: CourseSeriesId,
        slug: Slug,
        title_da: Title,
        title_en: Title,
        tagline_da: Title,
        tagline_en: Title,
        intro_da: Prose,
        intro_en: Prose,
        stance_da: Prose,
        stance_en: Prose,
        audience_da: Note,
        audience_en: Note,
        usual_price_ore: i64,
        usual_vat_basis_points: i64,
        usual_start: Time,
        usual_end: Time,
        usual_deadline_days: i64,
        usual_min_seats: i64,
        catering_da: Note,
        catering_en: Note,
        contact_email: Email,
        published: bool,
        venue_name: Option<Line<120>>,
        street: Option<Line<120>>,
        postcode: Option<Line<10>>,
        town: Option<Line<80>>,
        access_da: Option<Note>,
        access_en: Option<Note>,
    }
}

db::row! {
    struct ProviderRow {
        series_id: CourseSeriesId,
        slug: Slug,
        name: Line<120>,
        profile_da: Prose,
        profile_en: Prose,
    }
}

db::row! {
    struct CourseRow {
        id: CourseId,
        series_id: CourseSeriesId,
        slug: Slug,
        format: Format,
        level: Level,
        price_unit: PriceUnit,
        title_da: Title,
        title_en: Title,
        subtitle_da: Option<Title>,
        subtitle_en: Option<Title>,
        teaser_da: Note,
        teaser_en: Note,
        purpose_da: Prose,
        purpose_en: Prose,
        prerequisites_da: Option<Note>,
        prerequisites_en: Option<Note>,
        parts: String,
        outcomes: String,
        themes: String,
        phases: String,
        published: bool,
    }
}

/// Every series, in the house's order.
pub(crate) async fn series(db: &impl Read, scope: OrgScope) -> Result<Vec<StoredSeries>, db::Error> {
    let rows: Vec<SeriesRow> = sql!(
        "SELECT s.id, s.slug, s.title_da, s.title_en, s.tagline_da, s.tagline_en, s.intro_da, s.intro_en, s.stance_da, s.stance_en,
                s.audience_da, s.audience_en, s.usual_price_ore, s.usual_vat_basis_points, s.usual_start, s.usual_end,
                s.usual_deadline_days, s.usual_min_seats, s.catering_da, s.catering_en, s.contact_email, s.published,
                v.name AS venue_name, v.street, v.postcode, v.town, v.access_da, v.access_en
         FROM course_series s LEFT JOIN venue v ON v.id = s.usual_venue_id AND v.organisation_id = s.organisation_id
         WHERE s.organisation_id = $1 ORDER BY s.position, s.id"
    )
    .bind(scope)
    .all(db)
    .await?;
    let providers: Vec<ProviderRow> =
        sql!("SELECT series_id, slug, name, profile_da, profile_en FROM provider WHERE organisation_id = $1 ORDER BY position, id")
            .bind(scope)
            .all(db)
            .await?;
    rows.into_iter().map(|row| row.into_series(&providers)).collect()
}

/// Every course, in the house's order, drafts included.
pub(crate) async fn courses(db: &impl Read, scope: OrgScope) -> Result<Vec<StoredCourse>, db::Error> {
    let rows: Vec<CourseRow> = sql!(
        "SELECT id, series_id, slug, format, level, price_unit, title_da, title_en, subtitle_da, subtitle_en, teaser_da, teaser_en,
                purpose_da, purpose_en, prerequisites_da, prerequisites_en, parts, outcomes, themes, phases, published
         FROM course WHERE organisation_id = $1 ORDER BY position, id"
    )
    .bind(scope)
    .all(db)
    .await?;
    rows.into_iter().map(CourseRow::into_course).collect()
}

/// The course at a public address. What is not published, or belongs to a series that is not, is not there (T26).
pub(crate) async fn published_course(db: &impl Read, scope: OrgScope, slug: &str) -> Result<Option<StoredCourse>, db::Error> {
    let row: Option<CourseRow> = sql!(
        "SELECT c.id, c.series_id, c.slug, c.format, c.level, c.price_unit, c.title_da, c.title_en, c.subtitle_da, c.subtitle_en, c.teaser_da, c.teaser_en,
                c.purpose_da, c.purpose_en, c.prerequisites_da, c.prerequisites_en, c.parts, c.outcomes, c.themes, c.phases, c.published
         FROM course c JOIN course_series s ON s.organisation_id = c.organisation_id AND s.id = c.series_id
         WHERE c.organisation_id = $1 AND c.slug = $2 AND c.published = TRUE AND s.published = TRUE"
    )
    .bind(scope)
    .bind(slug)
    .optional(db)
    .await?;
    row.map(CourseRow::into_course).transpose()
}

impl SeriesRow {
    fn into_series(self, providers: &[ProviderRow]) -> Result<StoredSeries, db::Error> {
        let providers = providers.iter().filter(|provider| provider.series_id == self.id);
        let venue = match (self.venue_name, self.street, self.town) {
            (Some(name), Some(street), Some(town)) => Some(Venue {
                name,
                street,
                postcode: self.postcode,
                town,
                access: both_or_none(self.access_da, self.access_en),
            }),
            _ => None,
        };
        let vat = VatClass::stored("S", self.usual_vat_basis_points).map_err(|_| broken("usual_vat_basis_points"))?;
        Ok(StoredSeries {
            id: self.id,
            series: CourseSeries {
                slug: self.slug,
                title: both(self.title_da, self.title_en),
                tagline: both(self.tagline_da, self.tagline_en),
                intro: both(self.intro_da, self.intro_en),
                stance: both(self.stance_da, self.stance_en),
                audience: both(self.audience_da, self.audience_en),
                providers: providers
                    .map(|provider| Provider {
                        slug: provider.slug.clone(),
                        name: provider.name.clone(),
                        profile: Bilingual::new(provider.profile_da.clone(), provider.profile_en.clone()),
                    })
                    .collect(),
            },
            practical: Practical {
                price: Money::ore(self.usual_price_ore),
                vat: vat.rate(),
                venue,
                start: self.usual_start,
                end: self.usual_end,
                catering: both(self.catering_da, self.catering_en),
                deadline_days: number("usual_deadline_days", self.usual_deadline_days)?,
                min_seats: number("usual_min_seats", self.usual_min_seats)?,
                contact: self.contact_email,
            },
            published: self.published,
        })
    }
}

impl CourseRow {
    fn into_course(self) -> Result<StoredCourse, db::Error> {
        Ok(StoredCourse {
            id: self.id,
            series_id: self.series_id,
            course: Course {
                slug: self.slug,
                format: self.format,
                level: self.level,
                price_unit: self.price_unit,
                themes: json("themes", &self.themes)?,
                phases: json("phases", &self.phases)?,
                title: both(self.title_da, self.title_en),
                subtitle: both_or_none(self.subtitle_da, self.subtitle_en),
                teaser: both(self.teaser_da, self.teaser_en),
                purpose: both(self.purpose_da, self.purpose_en),
                parts: json("parts", &self.parts)?,
                outcomes: json("outcomes", &self.outcomes)?,
                prerequisites: both_or_none(self.prerequisites_da, self.prerequisites_en),
            },
            published: self.published,
        })
    }
}
