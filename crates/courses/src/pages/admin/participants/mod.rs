//! Who takes part in an edition: the list, files of it, their cases, and sign-ups that the house enters.

mod cases;
mod columns;
mod desk;
mod export;
mod import;
mod import_row;
mod list;
mod print;
mod seat;

pub(super) use export::{CSV, XLSX};

use platform::web::{MemberWith, Route, get, post};

use super::paths::{
    CASES, DESK, IMPORT, IMPORT_TEMPLATE, PARTICIPANT_STEP, PARTICIPANTS, PARTICIPANTS_CSV, PARTICIPANTS_PRINT, PARTICIPANTS_XLSX,
};
use crate::rights::{ManageCourses, SeeParticipants};

const MANAGE: MemberWith<ManageCourses> = MemberWith::right();
const SEE: MemberWith<SeeParticipants> = MemberWith::right();

/// Bytes of a list somebody sends: far more than the people of any edition need.
const LARGEST_LIST: usize = 4 * 1024 * 1024;

pub(super) fn routes() -> Vec<Route> {
    vec![
        get(PARTICIPANTS, SEE, list::show),
        get(PARTICIPANTS_XLSX, SEE, export::xlsx),
        get(PARTICIPANTS_CSV, SEE, export::csv),
        get(PARTICIPANTS_PRINT, SEE, print::show),
        get(CASES, SEE, cases::show),
        get(PARTICIPANT_STEP, MANAGE, seat::ask),
        post(PARTICIPANT_STEP, MANAGE, seat::take),
        get(DESK, MANAGE, desk::show),
        post(DESK, MANAGE, desk::enter),
        get(IMPORT, MANAGE, import::show),
        post(IMPORT, MANAGE, import::take).with_uploads(LARGEST_LIST),
        get(IMPORT_TEMPLATE, MANAGE, import::template),
    ]
}
