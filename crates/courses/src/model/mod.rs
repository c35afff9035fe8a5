//! The nouns of the course house and their rules. Pure: no database, no clock, no language but the two every text exists in.
//!
//! A [`CourseSeries`] offers [`Course`]s (content without dates). An [`Edition`] is one run of a course: it begins as a draft, collects interest or opens for
//! sign-up, closes ten days before, is confirmed or cancelled by a person, and is held. What the public sees of it is its [`PublicStatus`], derived and
//! never stored. An [`Order`] brings one [`Payer`] and 1 to 20 [`Participant`]s; [`Seats`] decides whether the group fits, all of it or none; each seat is a
//! [`Registration`] with its own fate. Who finds no seat or no date leaves an [`InterestEntry`].
//!
//! Two state machines, each with a single writer: [`Edition::take`] and [`Registration::take`].

mod bilingual;
mod cancellation;
mod course;
mod day;
mod deadline;
mod edition;
mod edition_state;
mod ids;
mod interest;
mod order;
mod page_text;
mod participant;
mod past;
mod payer;
mod practical;
mod price;
mod registration;
#[cfg(test)]
mod samples;
mod season;
mod seats;
mod series;
mod status;
mod testimonial;
mod venue;

pub use bilingual::Bilingual;
pub use cancellation::{CancellationTerms, FeeStep, TermsFault};
pub use course::{Course, Format, Level, Phase, Theme};
pub use day::{Day, DayFault, Days};
pub use deadline::DeadlineRule;
pub use edition::{Circumstances, Edition, EditionPlan, EditionRefusal, Missing, When};
pub use edition_state::{EditionState, EditionStep};
pub use ids::{CourseId, CourseSeriesId, EditionId, InterestId, OrderId, PastCourseId, ProviderId, RegistrationId, TestimonialId, VenueId};
pub use interest::{InterestEntry, InterestIn, InterestSeats};
pub use order::{Order, OrderRefusal};
pub use page_text::{PageText, PageTextKey};
pub use participant::{CaseStage, OwnCase, Participant};
pub use past::{PastCourse, PastKind, Years};
pub use payer::{Bill, Contact, OrganisationKind, Payer, PayingOrganisation, PostalAddress, References};
pub use practical::Practical;
pub use price::{Price, PriceUnit};
pub use registration::{Registration, RegistrationRefusal, RegistrationState, RegistrationStep};
pub use season::{Half, Season, SeasonWindow};
pub use seats::{Capacity, GroupSize, SeatDecision, Seats};
pub use series::{CourseSeries, Provider};
pub use status::PublicStatus;
pub use testimonial::{Consent, Testimonial};
pub use venue::{Mode, Venue};

use platform::values::{Line, Text};

/// The title of a course, a section or a held course.
pub type Title = Line<160>;
/// One point of a list: a learning outcome, a part of the day.
pub type Point = Line<300>;
/// A few sentences: a teaser, a note.
pub type Note = Text<800>;
/// A page's worth of text.
pub type Prose = Text<6000>;
