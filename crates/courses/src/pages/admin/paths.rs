//! Addresses of the administration. All lie below the house's front page and carry its name as `{org}`.

use platform::web::Paths;

pub(super) const COURSES: Paths = Paths::new("/hus/{org}/kurser", "/en/house/{org}/courses");
pub(super) const COURSE_NEW: Paths = Paths::new("/hus/{org}/kurser/nyt", "/en/house/{org}/courses/new");
pub(super) const COURSE: Paths = Paths::new("/hus/{org}/kurser/{course}", "/en/house/{org}/courses/{course}");
pub(super) const COURSE_PUBLISH: Paths = Paths::new("/hus/{org}/kurser/{course}/vis", "/en/house/{org}/courses/{course}/show");
pub(super) const COURSE_SHIFT: Paths = Paths::new("/hus/{org}/kurser/{course}/flyt", "/en/house/{org}/courses/{course}/shift");
pub(super) const COURSE_PREVIEW: Paths = Paths::new("/hus/{org}/kurser/{course}/eksempel", "/en/house/{org}/courses/{course}/preview");

pub(super) const EDITIONS: Paths = Paths::new("/hus/{org}/hold", "/en/house/{org}/editions");
pub(super) const EDITION_NEW: Paths = Paths::new("/hus/{org}/hold/nyt", "/en/house/{org}/editions/new");
pub(super) const EDITION: Paths = Paths::new("/hus/{org}/hold/{edition}", "/en/house/{org}/editions/{edition}");
pub(super) const EDITION_PLAN: Paths = Paths::new("/hus/{org}/hold/{edition}/plan", "/en/house/{org}/editions/{edition}/plan");
pub(super) const EDITION_STEP: Paths = Paths::new(
    "/hus/{org}/hold/{edition}/skridt/{step}",
    "/en/house/{org}/editions/{edition}/step/{step}",
);

pub(super) const PARTICIPANTS: Paths = Paths::new(
    "/hus/{org}/hold/{edition}/deltagere",
    "/en/house/{org}/editions/{edition}/participants",
);
pub(super) const PARTICIPANTS_XLSX: Paths = Paths::new(
    "/hus/{org}/hold/{edition}/deltagere.xlsx",
    "/en/house/{org}/editions/{edition}/participants.xlsx",
);
pub(super) const PARTICIPANTS_CSV: Paths = Paths::new(
    "/hus/{org}/hold/{edition}/deltagere.csv",
    "/en/house/{org}/editions/{edition}/participants.csv",
);
pub(super) const PARTICIPANTS_PRINT: Paths = Paths::new(
    "/hus/{org}/hold/{edition}/deltagerliste",
    "/en/house/{org}/editions/{edition}/attendance-list",
);
pub(super) const CASES: Paths = Paths::new("/hus/{org}/hold/{edition}/sager", "/en/house/{org}/editions/{edition}/cases");
pub(super) const PARTICIPANT_STEP: Paths = Paths::new(
    "/hus/{org}/hold/{edition}/deltagere/{registration}/skridt/{step}",
    "/en/house/{org}/editions/{edition}/participants/{registration}/step/{step}",
);
pub(super) const DESK: Paths = Paths::new("/hus/{org}/hold/{edition}/tilmeld", "/en/house/{org}/editions/{edition}/sign-up");
pub(super) const IMPORT: Paths = Paths::new("/hus/{org}/hold/{edition}/indlaes", "/en/house/{org}/editions/{edition}/import");
pub(super) const IMPORT_TEMPLATE: Paths = Paths::new(
    "/hus/{org}/hold/{edition}/indlaes.xlsx",
    "/en/house/{org}/editions/{edition}/import.xlsx",
);

pub(super) const INTEREST: Paths = Paths::new("/hus/{org}/interesse", "/en/house/{org}/interest");
pub(super) const INTEREST_XLSX: Paths = Paths::new("/hus/{org}/interesse.xlsx", "/en/house/{org}/interest.xlsx");
pub(super) const INTEREST_CSV: Paths = Paths::new("/hus/{org}/interesse.csv", "/en/house/{org}/interest.csv");
pub(super) const INTEREST_REMOVE: Paths = Paths::new("/hus/{org}/interesse/{entry}/fjern", "/en/house/{org}/interest/{entry}/remove");

pub(super) const TEXTS: Paths = Paths::new("/hus/{org}/tekster", "/en/house/{org}/texts");
pub(super) const PAGE_TEXT: Paths = Paths::new("/hus/{org}/tekster/{key}", "/en/house/{org}/texts/{key}");
pub(super) const SERIES_NEW: Paths = Paths::new("/hus/{org}/kursusraekke", "/en/house/{org}/series");
pub(super) const SERIES: Paths = Paths::new("/hus/{org}/kursusraekke/{series}", "/en/house/{org}/series/{series}");
pub(super) const SERIES_PUBLISH: Paths = Paths::new("/hus/{org}/kursusraekke/{series}/vis", "/en/house/{org}/series/{series}/show");
pub(super) const PAST: Paths = Paths::new("/hus/{org}/afholdte", "/en/house/{org}/held");
pub(super) const PAST_NEW: Paths = Paths::new("/hus/{org}/afholdte/ny", "/en/house/{org}/held/new");
pub(super) const PAST_ONE: Paths = Paths::new("/hus/{org}/afholdte/{past}", "/en/house/{org}/held/{past}");
pub(super) const PAST_REMOVE: Paths = Paths::new("/hus/{org}/afholdte/{past}/fjern", "/en/house/{org}/held/{past}/remove");
pub(super) const WORDS: Paths = Paths::new("/hus/{org}/udtalelser", "/en/house/{org}/testimonials");
pub(super) const WORDS_NEW: Paths = Paths::new("/hus/{org}/udtalelser/ny", "/en/house/{org}/testimonials/new");
pub(super) const WORDS_ONE: Paths = Paths::new("/hus/{org}/udtalelser/{testimonial}", "/en/house/{org}/testimonials/{testimonial}");
pub(super) const WORDS_SHIFT: Paths = Paths::new(
    "/hus/{org}/udtalelser/{testimonial}/flyt",
    "/en/house/{org}/testimonials/{testimonial}/shift",
);
pub(super) const WORDS_CONSENT: Paths = Paths::new(
    "/hus/{org}/udtalelser/{testimonial}/samtykke",
    "/en/house/{org}/testimonials/{testimonial}/consent",
);
pub(super) const WORDS_REMOVE: Paths = Paths::new(
    "/hus/{org}/udtalelser/{testimonial}/fjern",
    "/en/house/{org}/testimonials/{testimonial}/remove",
);
