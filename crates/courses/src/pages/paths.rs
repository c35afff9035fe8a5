//! Every address of the room.

use platform::web::Paths;

/// The catalogue; takes a search as `?q=`.
pub const CATALOGUE: Paths = Paths::new("/kurser", "/en/courses");
pub(crate) const PRACTICAL: Paths = Paths::new("/kurser/praktisk", "/en/courses/practical");
pub(crate) const AUDIENCE: Paths = Paths::new("/kurser/hvem-kan-deltage", "/en/courses/who-can-take-part");
pub(crate) const PAST: Paths = Paths::new("/kurser/afholdte", "/en/courses/held");
pub(crate) const ABOUT: Paths = Paths::new("/kurser/om", "/en/courses/about");
pub(crate) const FLYER: Paths = Paths::new("/kurser/program.pdf", "/en/courses/programme.pdf");
pub(crate) const COURSE: Paths = Paths::new("/kurser/{course}", "/en/courses/{course}");
pub(crate) const COURSE_LIVE: Paths = Paths::new("/kurser/{course}/live", "/en/courses/{course}/live");
pub(crate) const SIGN_UP: Paths = Paths::new("/kurser/{course}/tilmelding/{edition}", "/en/courses/{course}/sign-up/{edition}");
pub(crate) const INTEREST: Paths = Paths::new("/kurser/{course}/interesse", "/en/courses/{course}/interest");
pub(crate) const INTEREST_ENTRY: Paths = Paths::new("/interesse/{token}", "/en/interest/{token}");
pub(crate) const ORDER: Paths = Paths::new("/tilmelding/{token}", "/en/sign-up/{token}");
pub(crate) const ORDER_CALENDAR: Paths = Paths::new("/tilmelding/{token}/kalender.ics", "/en/sign-up/{token}/calendar.ics");
pub(crate) const ORDER_CANCEL: Paths = Paths::new("/tilmelding/{token}/afmeld", "/en/sign-up/{token}/cancel");

/// Words that cannot name a course, because pages stand there.
pub(crate) const RESERVED: [&str; 9] = [
    "praktisk",
    "hvem-kan-deltage",
    "afholdte",
    "om",
    "practical",
    "who-can-take-part",
    "held",
    "about",
    "live",
];

/// The house's front page: what needs a decision today.
pub(crate) const HOUSE: Paths = Paths::new("/hus/{org}", "/en/house/{org}");
