//! The administration, told through the front door: real requests, on both engines.

#[path = "administration/courses.rs"]
mod courses;
#[path = "administration/decisions.rs"]
mod decisions;
#[path = "administration/editions.rs"]
mod editions;
#[path = "administration/house.rs"]
mod house;
#[path = "administration/lists.rs"]
mod lists;
#[path = "administration/participants.rs"]
mod participants;
#[path = "administration/support.rs"]
mod support;
#[path = "administration/texts.rs"]
mod texts;
