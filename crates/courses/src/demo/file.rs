//! The demo files: their shape, and what they become on a given day.

use jiff::Span;
use jiff::civil::{Date, Time, Weekday};
use platform::values::{BasisPoints, Email, Line, Money, Slug, ValueError, VatClass};
use serde::Deserialize;

use super::DemoPeople;
use super::dates::{first_day, run};
use crate::model::{
    Bilingual, Capacity, Course, CourseSeries, Day, DayFault, Days, DeadlineRule, Edition, EditionPlan, EditionState, Mode, Note, PageText,
    PastCourse, Practical, Price, RegistrationState, Season, SeasonWindow, Venue, When,
};

/// Why demo content cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DemoFault {
    /// The file is not what it should be; the message names line and column.
    #[error("demo content: {0}")]
    File(#[from] toml::de::Error),
    /// Something names a course that is not there.
    #[error("demo content: there is no course {0}")]
    NoCourse(Slug),
    /// An edition has neither date nor season, or both.
    #[error("demo content: an edition of {0} needs either starts_in_days and weekday, or season_ahead")]
    NoDate(Slug),
    /// The days of an edition are impossible.
    #[error("demo content: {0}")]
    Days(#[from] DayFault),
    /// A number is impossible.
    #[error("demo content: {0}")]
    Value(#[from] ValueError),
    /// Names, titles or authorities are missing.
    #[error("demo content: nobody to make participants of")]
    Nobody,
}

/// One organisation of the demo with everything it shows.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoHouse {
    /// Who it is.
    pub organisation: DemoOrganisation,
    /// Its series.
    pub series: CourseSeries,
    practical: DemoPractical,
    /// Its courses, in the order of the catalogue.
    #[serde(rename = "course")]
    pub courses: Vec<Course>,
    /// Their editions; [`DemoHouse::edition`] makes them real for a day.
    #[serde(rename = "edition")]
    pub editions: Vec<DemoEdition>,
    /// Who waits for a next run.
    #[serde(default)]
    pub interest: Vec<DemoInterest>,
    /// Its own words.
    #[serde(rename = "text", default)]
    pub texts: Vec<PageText>,
    /// What was held in earlier years, newest first.
    #[serde(rename = "past", default)]
    pub past: Vec<PastCourse>,
    /// What participants thought.
    #[serde(rename = "testimonial", default)]
    pub testimonials: Vec<DemoTestimonial>,
    /// The leave noted with each of the testimonials.
    pub testimonial_consent: Note,
    /// What participants are made of.
    pub people: DemoPeople,
}

/// An organisation of the demo.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoOrganisation {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name.
    pub name: Line<120>,
    /// Where to write.
    pub contact: Email,
    /// Whether the public meets it where no other is asked for.
    pub is_default: bool,
}

/// People on the interest list of a course.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoInterest {
    /// The course.
    pub course: Slug,
    /// How many wait.
    pub people: u16,
}

/// A participant's opinion.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoTestimonial {
    /// The course it is about.
    pub course: Slug,
    /// The year of the course.
    pub year: i16,
    /// The words.
    pub quote: Bilingual<Note>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoPractical {
    price_kroner: i32,
    vat_percent: u16,
    start: Time,
    end: Time,
    deadline_days: u16,
    min_seats: u16,
    contact: Email,
    catering: Bilingual<Note>,
    venue: Venue,
}

db::text_enum!(
    /// A day on which courses are held.
    pub enum TeachingDay {
        /// Monday.
        Monday => "monday",
        /// Tuesday.
        Tuesday => "tuesday",
        /// Wednesday.
        Wednesday => "wednesday",
        /// Thursday.
        Thursday => "thursday",
        /// Friday.
        Friday => "friday",
    }
);

impl From<TeachingDay> for Weekday {
    fn from(day: TeachingDay) -> Self {
        match day {
            TeachingDay::Monday => Self::Monday,
            TeachingDay::Tuesday => Self::Tuesday,
            TeachingDay::Wednesday => Self::Wednesday,
            TeachingDay::Thursday => Self::Thursday,
            TeachingDay::Friday => Self::Friday,
        }
    }
}

/// An edition whose date follows the day of filling.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoEdition {
    /// The course it is a run of.
    pub course: Slug,
    /// Where it stands.
    pub state: EditionState,
    /// Why, for a cancelled one.
    pub reason: Option<Line<500>>,
    /// How participants take part.
    pub mode: Mode,
    starts_in_days: Option<i32>,
    weekday: Option<TeachingDay>,
    days: Option<u8>,
    season_ahead: Option<(u8, u8)>,
    capacity: Option<u16>,
    /// How many seats to fill.
    #[serde(default)]
    pub seats_taken: u16,
}

impl DemoEdition {
    /// Where the registrations of this edition stand.
    #[must_use]
    pub const fn registrations(&self) -> RegistrationState {
        match self.state {
            EditionState::Cancelled => RegistrationState::CancelledByHouse,
            EditionState::Held | EditionState::Archived => RegistrationState::Attended,
            _ => RegistrationState::Confirmed,
        }
    }
}

/// An edition with real dates.
#[derive(Clone, Debug)]
pub struct ResolvedEdition {
    /// The edition.
    pub edition: Edition,
    /// How many seats to fill; they count as held unless the edition is cancelled.
    pub seats_taken: u16,
    /// Where its registrations stand.
    pub registrations: RegistrationState,
    /// Why, for a cancelled one.
    pub reason: Option<Line<500>>,
}

impl ResolvedEdition {
    /// How many seats are held.
    #[must_use]
    pub const fn seats_held(&self) -> u16 {
        if self.registrations.holds_seat() { self.seats_taken } else { 0 }
    }
}

impl DemoHouse {
    /// Reads a demo file.
    ///
    /// # Errors
    /// [`DemoFault`]: a text is missing in a language, a number is impossible, something names a course that is not there.
    pub fn read(file: &str) -> Result<Self, DemoFault> {
        let house: Self = toml::from_str(file)?;
        let named = house
            .editions
            .iter()
            .map(|edition| &edition.course)
            .chain(house.testimonials.iter().map(|words| &words.course))
            .chain(house.interest.iter().map(|interest| &interest.course));
        for slug in named {
            house.course(slug)?;
        }
        if !house.people.is_complete() {
            return Err(DemoFault::Nobody);
        }
        Ok(house)
    }

    /// What is usual in the series.
    #[must_use]
    pub fn practical(&self) -> Practical {
        let usual = self.practical.clone();
        Practical {
            price: Money::kroner(usual.price_kroner),
            vat: BasisPoints::percent(usual.vat_percent),
            venue: Some(usual.venue),
            start: usual.start,
            end: usual.end,
            catering: usual.catering,
            deadline_days: usual.deadline_days,
            min_seats: usual.min_seats,
            contact: usual.contact,
        }
    }

    /// A course by its name in addresses.
    ///
    /// # Errors
    /// [`DemoFault::NoCourse`].
    pub fn course(&self, slug: &Slug) -> Result<&Course, DemoFault> {
        let found = self.courses.iter().find(|course| course.slug == *slug);
        found.ok_or_else(|| DemoFault::NoCourse(slug.clone()))
    }

    /// What an edition is when the demo is filled on a day.
    ///
    /// # Errors
    /// [`DemoFault`].
    pub fn edition(&self, demo: &DemoEdition, today: Date) -> Result<ResolvedEdition, DemoFault> {
        let usual = self.practical();
        let plan = EditionPlan {
            when: self.when(demo, today)?,
            mode: demo.mode,
            venue: usual.venue.filter(|_| demo.mode.meets_in_person()),
            capacity: demo.capacity.map(Capacity::new).transpose()?,
            min_seats: usual.min_seats,
            deadline: DeadlineRule::DaysBefore(usual.deadline_days),
            price: Price {
                amount: usual.price,
                unit: self.course(&demo.course)?.price_unit,
                vat: VatClass::Standard(usual.vat),
            },
            published: true,
        };
        Ok(ResolvedEdition {
            edition: Edition::stored(demo.state, plan),
            seats_taken: demo.seats_taken,
            registrations: demo.registrations(),
            reason: demo.reason.clone(),
        })
    }

    fn when(&self, demo: &DemoEdition, today: Date) -> Result<When, DemoFault> {
        match (demo.starts_in_days, demo.weekday, demo.season_ahead) {
            (Some(starts_in_days), Some(weekday), None) => {
                let from = today.saturating_add(Span::new().days(starts_in_days));
                let length = demo.days.unwrap_or(1);
                let dates = run(first_day(from, weekday.into(), length), length);
                let days: Result<Vec<Day>, DayFault> = dates
                    .into_iter()
                    .map(|date| Day::new(date, self.practical.start, self.practical.end))
                    .collect();
                Ok(When::Days(Days::new(days?)?))
            }
            (None, None, Some((from, to))) => {
                let season = Season::of(today);
                Ok(When::Season(SeasonWindow::new(season.later(from), season.later(to))))
            }
            _ => Err(DemoFault::NoDate(demo.course.clone())),
        }
    }
}
