//! How the administration calls states, steps and choices.

use texts::{Lang, format};

use crate::model::{
    CaseStage, EditionRefusal, EditionState, EditionStep, Format, Level, Missing, Mode, PageTextKey, PastKind, PriceUnit,
    RegistrationRefusal, RegistrationState, RegistrationStep, Theme,
};
use crate::t;

pub(super) const fn edition_state(lang: Lang, state: EditionState) -> &'static str {
    match state {
        EditionState::Draft => t::admin_state_draft(lang),
        EditionState::InterestOnly => t::admin_state_interest_only(lang),
        EditionState::Open => t::admin_state_open(lang),
        EditionState::SignupClosed => t::admin_state_signup_closed(lang),
        EditionState::Confirmed => t::admin_state_confirmed(lang),
        EditionState::Cancelled => t::admin_state_cancelled(lang),
        EditionState::Moved => t::admin_state_moved(lang),
        EditionState::Held => t::admin_state_held(lang),
        EditionState::Archived => t::admin_state_archived(lang),
    }
}

/// What stands on the button.
pub(super) const fn edition_step(lang: Lang, step: EditionStep) -> &'static str {
    match step {
        EditionStep::InviteInterest => t::admin_step_invite_interest(lang),
        EditionStep::Open => t::admin_step_open(lang),
        EditionStep::CloseSignup => t::admin_step_close_signup(lang),
        EditionStep::Reopen => t::admin_step_reopen(lang),
        EditionStep::Confirm => t::admin_step_confirm(lang),
        EditionStep::Unconfirm => t::admin_step_unconfirm(lang),
        EditionStep::Cancel => t::admin_step_cancel(lang),
        EditionStep::Move => t::admin_step_move(lang),
        EditionStep::Hold => t::admin_step_hold(lang),
        EditionStep::Archive => t::admin_step_archive(lang),
    }
}

/// What happens when the button is pressed.
pub(super) const fn edition_step_means(lang: Lang, step: EditionStep) -> &'static str {
    match step {
        EditionStep::InviteInterest => t::admin_step_invite_interest_means(lang),
        EditionStep::Open => t::admin_step_open_means(lang),
        EditionStep::CloseSignup => t::admin_step_close_signup_means(lang),
        EditionStep::Reopen => t::admin_step_reopen_means(lang),
        EditionStep::Confirm => t::admin_step_confirm_means(lang),
        EditionStep::Unconfirm => t::admin_step_unconfirm_means(lang),
        EditionStep::Cancel => t::admin_step_cancel_means(lang),
        EditionStep::Move => t::admin_step_move_means(lang),
        EditionStep::Hold => t::admin_step_hold_means(lang),
        EditionStep::Archive => t::admin_step_archive_means(lang),
    }
}

/// Why a step or a change was refused, and how to go on.
pub(super) fn edition_refusal(lang: Lang, refusal: &EditionRefusal) -> String {
    match refusal {
        EditionRefusal::NoWay { state, step } => t::admin_refused_no_way(
            lang,
            edition_step(lang, *step).to_lowercase(),
            edition_state(lang, *state).to_lowercase(),
        ),
        EditionRefusal::NotReady(missing) => {
            let gaps: Vec<&str> = missing.iter().map(|gap| self::missing(lang, *gap)).collect();
            t::admin_refused_not_ready(lang, format::list(lang, &gaps))
        }
        EditionRefusal::DeadlinePassed { last_day } => t::admin_refused_deadline_passed(lang, format::date(lang, *last_day)),
        EditionRefusal::DeadlineAhead { last_day } => t::admin_refused_deadline_ahead(lang, format::date(lang, *last_day)),
        EditionRefusal::ReasonNeeded => t::admin_refused_reason_needed(lang).to_owned(),
        EditionRefusal::Nobody => t::admin_refused_nobody(lang).to_owned(),
        EditionRefusal::NotOver { last_day } => t::admin_refused_not_over(lang, format::date(lang, *last_day)),
        EditionRefusal::BelowHeld { held } => t::admin_refused_below_held(lang, i64::from(*held)),
        EditionRefusal::Settled { state } => t::admin_refused_settled(lang, edition_state(lang, *state).to_lowercase()),
    }
}

/// Something to settle before people can sign up.
pub(super) const fn missing(lang: Lang, gap: Missing) -> &'static str {
    match gap {
        Missing::Days => t::admin_missing_days(lang),
        Missing::Venue => t::admin_missing_venue(lang),
        Missing::Capacity => t::admin_missing_capacity(lang),
        Missing::RoomForMinimum => t::admin_missing_room_for_minimum(lang),
    }
}

pub(super) const fn registration_state(lang: Lang, state: RegistrationState) -> &'static str {
    match state {
        RegistrationState::Requested => t::admin_seat_requested(lang),
        RegistrationState::Confirmed => t::admin_seat_confirmed(lang),
        RegistrationState::CancelledByParticipant => t::admin_seat_cancelled_by_participant(lang),
        RegistrationState::CancelledByHouse => t::admin_seat_cancelled_by_house(lang),
        RegistrationState::Substituted => t::admin_seat_substituted(lang),
        RegistrationState::Attended => t::admin_seat_attended(lang),
        RegistrationState::NoShow => t::admin_seat_no_show(lang),
    }
}

/// What stands on the button; `None` for steps that are not the house's to take here.
pub(super) const fn registration_step(lang: Lang, step: RegistrationStep) -> Option<&'static str> {
    match step {
        RegistrationStep::CancelByHouse => Some(t::admin_seat_step_cancel(lang)),
        RegistrationStep::Attend => Some(t::admin_seat_step_attend(lang)),
        RegistrationStep::Miss => Some(t::admin_seat_step_miss(lang)),
        RegistrationStep::Confirm | RegistrationStep::Withdraw | RegistrationStep::Substitute => None,
    }
}

/// Why a step was refused.
pub(super) fn registration_refusal(lang: Lang, refusal: &RegistrationRefusal) -> String {
    match refusal {
        RegistrationRefusal::NoWay { state, .. } => t::admin_seat_refused_no_way(lang, registration_state(lang, *state).to_lowercase()),
        RegistrationRefusal::Begun { first_day } => t::admin_seat_refused_begun(lang, format::date(lang, *first_day)),
        RegistrationRefusal::NotBegun { first_day } => t::admin_seat_refused_not_begun(lang, format::date(lang, *first_day)),
    }
}

pub(super) const fn mode(lang: Lang, mode: Mode) -> &'static str {
    match mode {
        Mode::Online => t::admin_mode_online(lang),
        Mode::Venue => t::admin_mode_venue(lang),
        Mode::Hybrid => t::admin_mode_hybrid(lang),
    }
}

pub(super) const fn format_of(lang: Lang, format: Format) -> &'static str {
    match format {
        Format::Course => t::course_format_course(lang),
        Format::Workshop => t::course_format_workshop(lang),
    }
}

pub(super) const fn level(lang: Lang, level: Level) -> &'static str {
    match level {
        Level::Open => t::admin_level_open(lang),
        Level::BuildsOn => t::admin_level_builds_on(lang),
    }
}

pub(super) const fn theme(lang: Lang, theme: Theme) -> &'static str {
    match theme {
        Theme::Rationales => t::admin_theme_rationales(lang),
        Theme::Methods => t::admin_theme_methods(lang),
        Theme::Practice => t::admin_theme_practice(lang),
        Theme::FollowUp => t::admin_theme_follow_up(lang),
    }
}

pub(super) const fn price_unit(lang: Lang, unit: PriceUnit) -> &'static str {
    match unit {
        PriceUnit::Course => t::admin_price_per_course(lang),
        PriceUnit::Day => t::admin_price_per_day(lang),
    }
}

pub(super) const fn past_kind(lang: Lang, kind: PastKind) -> &'static str {
    match kind {
        PastKind::Course => t::course_format_course(lang),
        PastKind::Training => t::past_training(lang),
    }
}

/// What a section of a page is about.
pub(super) const fn page_text(lang: Lang, key: PageTextKey) -> &'static str {
    match key {
        PageTextKey::WhoCanTakePart => t::admin_text_who_can_take_part(lang),
        PageTextKey::NoExperience => t::admin_text_no_experience(lang),
        PageTextKey::BringACase => t::admin_text_bring_a_case(lang),
        PageTextKey::Others => t::admin_text_others(lang),
        PageTextKey::Package => t::admin_text_package(lang),
        PageTextKey::Tailored => t::admin_text_tailored(lang),
        PageTextKey::About => t::admin_text_about(lang),
        PageTextKey::History => t::admin_text_history(lang),
        PageTextKey::Mission => t::admin_text_mission(lang),
    }
}

/// How far a case is.
pub(super) const fn case_stage(lang: Lang, stage: CaseStage) -> &'static str {
    match stage {
        CaseStage::Idea => t::signup_case_idea(lang),
        CaseStage::Plan => t::signup_case_plan(lang),
    }
}
