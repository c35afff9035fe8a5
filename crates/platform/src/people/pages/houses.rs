//! The organisations one belongs to. Who belongs to one goes straight there.

use maud::html;
use ui::{Card, Icon, Level};

use super::{HOUSE, PROFILE, link_to};
use crate::people::membership;
use crate::t;
use crate::web::{Answer, Cx, Person, redirect};

pub(super) async fn show(cx: Cx<Person>) -> Answer {
    let lang = cx.lang;
    let houses = membership::houses_across_organisations(&cx.app.db, cx.proof.account).await?;
    if let [only] = houses.as_slice() {
        return Ok(redirect(link_to(lang, HOUSE, &[&only.slug]).as_str()));
    }
    let cards: Vec<Card> = houses
        .iter()
        .map(|house| {
            Card::new(Level::Two, house.name.clone(), html! { (house.role.label(lang)) }).link(link_to(lang, HOUSE, &[&house.slug]))
        })
        .collect();
    let body = html! {
        @if cards.is_empty() {
            (ui::empty_state(Level::Two, Icon::Groups, t::people_no_house_title(lang), t::people_no_house_text(lang), Some(html! {
                a href=(link_to(lang, PROFILE, &[])) { (t::people_profile_title(lang)) }
            })))
        } @else {
            (ui::card_grid(&cards))
        }
    };
    Ok(cx.page(&ui::Page::new(t::people_houses_title(lang), body).noindex()))
}
