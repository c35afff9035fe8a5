//! What the room's actions are called in the audit log.

use texts::Lang;

use super::words;
use crate::model::{EditionStep, RegistrationStep};
use crate::t;

platform::action_words!(name_of);

fn name_of(lang: Lang, code: &str) -> Option<&'static str> {
    // Steps have the names of their buttons.
    if let Some(step) = code.strip_prefix("edition.").and_then(|step| step.parse::<EditionStep>().ok()) {
        return Some(words::edition_step(lang, step));
    }
    if let Some(step) = code
        .strip_prefix("registration.")
        .and_then(|step| step.parse::<RegistrationStep>().ok())
    {
        return words::registration_step(lang, step);
    }
    Some(match code {
        "course.created" => t::admin_log_course_created(lang),
        "course.changed" => t::admin_log_course_changed(lang),
        "course.published" => t::admin_log_course_published(lang),
        "course.hidden" => t::admin_log_course_hidden(lang),
        "course.moved" => t::admin_log_course_moved(lang),
        "edition.planned" => t::admin_log_edition_planned(lang),
        "edition.revised" => t::admin_log_edition_revised(lang),
        "interest.exported" => t::admin_log_interest_exported(lang),
        "interest.removed" => t::admin_log_interest_removed(lang),
        "order.confirmed" => t::admin_log_order_confirmed(lang),
        "order.entered" => t::admin_log_order_entered(lang),
        "page-text.changed" => t::admin_log_page_text_changed(lang),
        "participants.exported" => t::admin_log_participants_exported(lang),
        "past-course.added" => t::admin_log_past_added(lang),
        "past-course.changed" => t::admin_log_past_changed(lang),
        "past-course.removed" => t::admin_log_past_removed(lang),
        "registration.withdrawn" => t::admin_log_registration_withdrawn(lang),
        "series.created" => t::admin_log_series_created(lang),
        "series.changed" => t::admin_log_series_changed(lang),
        "series.published" => t::admin_log_series_published(lang),
        "series.hidden" => t::admin_log_series_hidden(lang),
        "testimonial.added" => t::admin_log_testimonial_added(lang),
        "testimonial.changed" => t::admin_log_testimonial_changed(lang),
        "testimonial.moved" => t::admin_log_testimonial_moved(lang),
        "testimonial.removed" => t::admin_log_testimonial_removed(lang),
        "testimonial.consent-withdrawn" => t::admin_log_testimonial_withdrawn(lang),
        "venue.added" => t::admin_log_venue_added(lang),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes in the sources of the room's actions: `"course.created"`.
    fn codes() -> Vec<String> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/actions");
        let files = std::fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().path())
            .filter(|path| path.is_file());
        let sources = files.map(|path| std::fs::read_to_string(path).unwrap());
        let is_code = |text: &&str| {
            let plain = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-' || byte == b'.');
            plain && text.matches('.').count() == 1 && !text.starts_with('.') && !text.ends_with('.')
        };
        sources
            .flat_map(|source| source.split('"').filter(is_code).map(str::to_owned).collect::<Vec<_>>())
            .collect()
    }

    #[test]
    fn everything_the_room_does_has_a_name_in_the_log() {
        let codes = codes();
        assert!(codes.len() > 20, "{codes:?}");
        for code in codes
            .iter()
            .map(String::as_str)
            .chain(["edition.cancel", "registration.cancel-by-house"])
        {
            for lang in Lang::ALL {
                assert!(name_of(lang, code).is_some(), "{code} has no name in {lang}");
            }
        }
        assert_eq!(name_of(Lang::Da, "edition.cancel"), Some("Aflys holdet"));
    }
}
