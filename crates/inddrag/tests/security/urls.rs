//! T8, T12, T34: an address somebody has written leads nowhere a script could run, and texts make no links at all.

use platform::mail::Link;
use platform::people::Role;
use platform::testing::{TestApp, on_both_engines};
use ui::Href;

use super::markup::{Tag, faults, tags};
use super::stage::{furnish, program, sign_up, staff};
use super::walker::{DOORS, walk};
use super::xss::faults_of;

/// Addresses that run, load or lead elsewhere in one browser or another.
const ADDRESSES: [&str; 18] = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\u{1}javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "javascript://https://x%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://x/1",
    "//evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "https:///evil.example",
    "https://evil.example/\"onclick=\"x",
    "https://evil.example/ x",
    "view-source:https://x",
];

#[test]
fn t8_t12_t34_addresses_that_could_run_are_no_links() {
    for address in ADDRESSES {
        assert!(Link::parse(address).is_err(), "a mail would link to {address:?}");
        let Ok(href) = Href::external(address) else { continue };
        let page = ui::link_button("x", &href, false).into_string();
        assert_eq!(faults(&page), [""; 0], "{address:?}");
        assert!(page.contains("href=\"http"), "{page}");
    }
}

#[test]
fn t8_t12_whatever_a_local_address_is_made_of_it_stays_here() {
    for address in ADDRESSES
        .into_iter()
        .chain(["/\\evil.example", "/\t/evil.example", "///evil.example", "", "."])
    {
        let href = Href::local(address.to_owned());
        let page = ui::link_button("x", &href, false).into_string();
        assert_eq!(faults(&page), [""; 0], "{address:?}");
        assert!(
            href.as_str().starts_with('/') && !href.as_str().starts_with("//"),
            "{address:?} leads to {href:?}"
        );
    }
}

on_both_engines! { program();
    async fn t8_an_address_in_the_database_that_is_none_is_shown_as_text_if_at_all(house: TestApp) {
        furnish(&house).await;
        let mut tx = house.db.begin().await.unwrap();
        db::sql!("UPDATE edition SET online_link = 'javascript:alert(1)//https://x', mode = 'online'").execute(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let order = sign_up(&house.browser(), "Anne Holm", "anne@borger.example").await;
        let owner = staff(&house, Role::Owner).await;
        for browser in [house.browser(), owner] {
            let answers = walk(&house, &browser, &[&DOORS[..], &["/hus/kursushuset", &order]].concat()).await;
            assert_eq!(faults_of(&answers), [""; 0]);
        }
        for mail in house.mails().await {
            assert!(!mail.html.contains("href=\"javascript"), "{}", mail.html);
        }
    }

    async fn t12_t34_texts_of_the_house_make_no_links(house: TestApp) {
        furnish(&house).await;
        let mut tx = house.db.begin().await.unwrap();
        let text = "[tryk her](javascript:alert(1)) <https://evil.example> https://evil.example ![x](https://evil.example/x.png) <a href='https://evil.example'>x</a>";
        db::sql!("UPDATE course SET title_da = $1, teaser_da = $1, purpose_da = $1, prerequisites_da = $1").bind(text).execute(&mut tx).await.unwrap();
        db::sql!("UPDATE course_series SET intro_da = $1, stance_da = $1, tagline_da = $1").bind(text).execute(&mut tx).await.unwrap();
        db::sql!("UPDATE page_text SET body_da = $1, heading_da = $1").bind(text).execute(&mut tx).await.unwrap();
        db::sql!("UPDATE testimonial SET quote_da = $1").bind(text).execute(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let owner = staff(&house, Role::Owner).await;
        for browser in [house.browser(), owner] {
            for (address, page) in walk(&house, &browser, &[&DOORS[..], &["/hus/kursushuset"]].concat()).await {
                let leads_away = |tag: &Tag<'_>| {
                    let to = tag.get("href").or(tag.get("src")).or(tag.get("action")).unwrap_or_default();
                    to.contains("evil.example") || to.contains("javascript")
                };
                if page.header("content-type").starts_with("text/html") {
                    assert!(!tags(&page.text).iter().any(leads_away), "{address} links to what a text says");
                }
            }
        }
        sign_up(&house.browser(), "Anne Holm", "anne@borger.example").await;
        for mail in house.mails().await {
            assert!(!tags(&mail.html).iter().any(|tag| tag.get("href").is_some_and(|to| to.contains("evil"))), "{}", mail.html);
        }
    }
}
