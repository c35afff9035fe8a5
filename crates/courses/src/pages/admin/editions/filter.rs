//! Which editions the list shows, and in which order: chosen from fixed lists, never taken from the address as it stands (T13, T14).

use jiff::civil::Date;
use platform::web::{Fields, encode_segment};
use texts::Lang;

use crate::model::{Course, CourseId, Days, EditionState, Season, When};
use crate::pages::wording;
use crate::store::editions::StoredEdition;

db::text_enum!(
    /// What the list can be sorted by.
    pub(super) enum SortKey {
        /// First day; those without one last.
        When => "when",
        /// Title of the course.
        Course => "course",
        /// Where it stands.
        State => "state",
        /// Seats taken.
        Seats => "seats",
        /// Last day of sign-up.
        Deadline => "deadline",
    }
);

/// Which states are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum States {
    /// Those that are not over.
    Current,
    /// All.
    Any,
    /// One.
    Only(EditionState),
}

/// What was asked for. What makes no sense is as if it had not been asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Filter {
    pub(super) states: States,
    pub(super) season: Option<Season>,
    pub(super) course: Option<CourseId>,
    pub(super) search: String,
    pub(super) sort: SortKey,
    pub(super) descending: bool,
}

impl Filter {
    pub(super) fn of(query: &Fields) -> Self {
        let states = match query.get("state") {
            "any" => States::Any,
            state => state.parse().map_or(States::Current, States::Only),
        };
        Self {
            states,
            season: query.get("season").parse().ok(),
            course: query.get("course").parse().ok(),
            search: query.get("q").trim().chars().take(200).collect(),
            sort: query.get("sort").parse().unwrap_or(SortKey::When),
            descending: query.get("order") == "down",
        }
    }

    /// The word for the chosen states in the address.
    pub(super) fn state_word(&self) -> &'static str {
        match self.states {
            States::Current => "",
            States::Any => "any",
            States::Only(state) => state.as_str(),
        }
    }

    /// The query of the same list in another order.
    pub(super) fn sorted_by(&self, sort: SortKey) -> String {
        let down = self.sort == sort && !self.descending;
        let season = self.season.map_or_else(String::new, |season| season.to_string());
        let course = self.course.map_or_else(String::new, |course| course.to_string());
        let asked = [
            ("state", self.state_word()),
            ("season", &season),
            ("course", &course),
            ("q", &self.search),
            ("sort", sort.as_str()),
        ];
        let mut query = String::new();
        for (name, value) in asked
            .into_iter()
            .chain(down.then_some(("order", "down")))
            .filter(|(_, value)| !value.is_empty())
        {
            query.push(if query.is_empty() { '?' } else { '&' });
            query.push_str(name);
            query.push('=');
            encode_segment(&mut query, value);
        }
        query
    }

    /// Whether an edition of this course is shown.
    pub(super) fn shows(&self, lang: Lang, stored: &StoredEdition, course: &Course) -> bool {
        let state = stored.edition.state();
        let is_current = !state.is_final() && !matches!(state, EditionState::Held | EditionState::Archived);
        let state_fits = match self.states {
            States::Current => is_current,
            States::Any => true,
            States::Only(only) => state == only,
        };
        state_fits
            && self.season.is_none_or(|season| in_season(&stored.edition.plan().when, season))
            && self.course.is_none_or(|course| stored.course_id == course)
            && found(lang, &self.search, stored, course)
    }

    /// Sorts editions with their courses.
    pub(super) fn sort(&self, lang: Lang, editions: &mut [(StoredEdition, Course)]) {
        let first = |stored: &StoredEdition| stored.first_day().unwrap_or(Date::MAX);
        editions.sort_by(|(one, one_course), (other, other_course)| {
            let order = match self.sort {
                SortKey::When => first(one).cmp(&first(other)),
                SortKey::Course => title(lang, one_course).cmp(&title(lang, other_course)),
                SortKey::State => one.edition.state().cmp(&other.edition.state()),
                SortKey::Seats => one.seats_held.cmp(&other.seats_held),
                SortKey::Deadline => one
                    .edition
                    .last_signup_day()
                    .unwrap_or(Date::MAX)
                    .cmp(&other.edition.last_signup_day().unwrap_or(Date::MAX)),
            };
            let order = if self.descending { order.reverse() } else { order };
            order
                .then_with(|| first(one).cmp(&first(other)))
                .then_with(|| one.id.cmp(&other.id))
        });
    }
}

fn title(lang: Lang, course: &Course) -> String {
    course.title.get(lang).as_str().to_lowercase()
}

fn in_season(when: &When, season: Season) -> bool {
    match when {
        When::Season(window) => (window.first()..=window.last()).contains(&season),
        When::Days(days) => Season::of(Days::first(days)) == season,
    }
}

/// Every word that was searched for stands in the title, the place or the date.
fn found(lang: Lang, search: &str, stored: &StoredEdition, course: &Course) -> bool {
    let plan = stored.edition.plan();
    let text = format!(
        "{} {} {}",
        course.title.get(lang),
        wording::place(lang, plan),
        wording::when(lang, &plan.when)
    )
    .to_lowercase();
    search.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> Filter {
        Filter::of(&Fields::parse(query.as_bytes()).unwrap())
    }

    #[test]
    fn t13_t14_only_known_keys_sort_and_filter_and_everything_else_is_as_not_asked() {
        for hostile in [
            "",
            "sort=password",
            "sort=when;DROP+TABLE+edition",
            "state=x'--&season=2026-winter&course=1",
            "sort=%3Cscript%3E&order=UP",
        ] {
            assert_eq!(asked(hostile), asked(""), "{hostile}");
        }
        let found = asked("sort=seats&order=down&state=open&season=2026-autumn&q=%20K%C3%B8benhavn%20");
        assert_eq!(
            (found.sort, found.descending, found.states),
            (SortKey::Seats, true, States::Only(EditionState::Open))
        );
        assert_eq!(
            (found.season.map(|season| season.to_string()), found.search.as_str()),
            (Some("2026-autumn".to_owned()), "København")
        );
    }

    #[test]
    fn sorting_again_by_the_same_column_turns_the_order_and_keeps_the_rest() {
        let filter = asked("state=any&q=a%26b%20c");
        assert_eq!(filter.sorted_by(SortKey::Seats), "?state=any&q=a%26b%20c&sort=seats");
        assert_eq!(
            asked(filter.sorted_by(SortKey::Seats).trim_start_matches('?')).sorted_by(SortKey::Seats),
            "?state=any&q=a%26b%20c&sort=seats&order=down"
        );
        let turned = asked("sort=seats&order=down");
        assert_eq!(turned.sorted_by(SortKey::Seats), "?sort=seats");
    }
}
