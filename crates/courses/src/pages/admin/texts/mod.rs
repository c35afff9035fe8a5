//! What the house says about itself: sections of its pages, earlier courses, participants' words.

mod hub;
mod page_text;
mod past;
mod past_form;
mod testimonial_form;
mod testimonials;

use platform::web::{MemberWith, Route, get, post};

use super::paths::{
    PAGE_TEXT, PAST, PAST_NEW, PAST_ONE, PAST_REMOVE, TEXTS, WORDS, WORDS_CONSENT, WORDS_NEW, WORDS_ONE, WORDS_REMOVE, WORDS_SHIFT,
};
use crate::rights::ManageCourses;

const MANAGE: MemberWith<ManageCourses> = MemberWith::right();

pub(super) fn routes() -> Vec<Route> {
    vec![
        get(TEXTS, MANAGE, hub::show),
        get(PAGE_TEXT, MANAGE, page_text::show),
        post(PAGE_TEXT, MANAGE, page_text::save),
        get(PAST, MANAGE, past::list),
        get(PAST_NEW, MANAGE, past::new),
        post(PAST_NEW, MANAGE, past::create),
        get(PAST_ONE, MANAGE, past::show),
        post(PAST_ONE, MANAGE, past::save),
        post(PAST_REMOVE, MANAGE, past::remove),
        get(WORDS, MANAGE, testimonials::list),
        get(WORDS_NEW, MANAGE, testimonials::new),
        post(WORDS_NEW, MANAGE, testimonials::create),
        get(WORDS_ONE, MANAGE, testimonials::show),
        post(WORDS_ONE, MANAGE, testimonials::save),
        post(WORDS_SHIFT, MANAGE, testimonials::shift),
        post(WORDS_CONSENT, MANAGE, testimonials::withdraw),
        post(WORDS_REMOVE, MANAGE, testimonials::remove),
    ]
}
