//! What people do, each in one transaction: check, lock, ask the model, store, audit, tell.

pub(crate) mod cancel;
pub(crate) mod decide_edition;
pub(crate) mod desk_entry;
pub(crate) mod edit_interest;
pub(crate) mod export_participants;
mod note;
pub(crate) mod plan_edition;
pub(crate) mod register_interest;
pub(crate) mod settle_registration;
pub(crate) mod sign_up;
pub(crate) mod tell;
pub(crate) mod write_course;
pub(crate) mod write_series;
pub(crate) mod write_words;
