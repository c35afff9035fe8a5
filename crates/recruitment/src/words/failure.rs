//! Why there are no chances.

use sortition::fair::Failure;
use sortition::model::Unfit;
use texts::Lang;

use super::number::plain_number;
use crate::t;

/// Why nothing can be drawn, and what to do about it.
#[must_use]
pub fn failure(lang: Lang, failure: &Failure) -> String {
    match failure {
        Failure::Unfit(why) => unfit(lang, why),
        Failure::NoPanel => t::failure_no_panel(lang).to_owned(),
        Failure::Stopped => t::failure_stopped(lang).to_owned(),
    }
}

/// How the problem contradicts itself.
#[must_use]
pub fn unfit(lang: Lang, why: &Unfit) -> String {
    match *why {
        Unfit::NoFeatures => t::unfit_no_features(lang).to_owned(),
        Unfit::Values { person } => t::unfit_values(lang, person),
        Unfit::Nobody { person } => t::unfit_nobody(lang, person),
        Unfit::TooManySelected { selected, size } => t::unfit_too_many_selected(lang, plain_number(lang, selected), size),
        Unfit::SelectedForSeveral { panels } => t::selected_for_several(lang, panels),
        Unfit::NoPanels => t::unfit_no_panels(lang).to_owned(),
    }
}
