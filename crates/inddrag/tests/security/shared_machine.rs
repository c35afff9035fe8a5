//! T46: the next person at the same machine finds nothing of the one before.
//!
//! That cookie and session are worth nothing after signing out is told in `platform/tests/people/sessions.rs`.

use platform::people::Role;
use platform::testing::{TestApp, on_both_engines};

use super::stage::{furnish, program, sign_up, staff};
use super::walker::walk;

on_both_engines! { program();
    async fn t46_nothing_a_signed_in_person_sees_may_be_kept_by_anybody(house: TestApp) {
        furnish(&house).await;
        let owner = staff(&house, Role::Owner).await;
        let pages = walk(&house, &owner, &["/hus/kursushuset", "/profil", "/kurser", "/log-ind"]).await;
        assert!(pages.len() > 40);
        for (address, page) in &pages {
            assert_eq!(page.header("cache-control"), "private, no-store", "{address}: {}", page.status);
        }
        let form = owner.open("/profil").await.form("/log-ud");
        let out = owner.send(&form, &[]).await;
        assert_eq!(out.header("clear-site-data"), "\"cache\", \"storage\"");
        // Pressing "back": the browser must ask again, and is told nothing.
        for address in pages.keys().filter(|address| address.starts_with("/hus/") || address.starts_with("/profil")) {
            let page = owner.get(address).await;
            assert!(page.location().is_some_and(|to| to.starts_with("/log-ind")), "{address}: {}", page.status);
            page.keeps_quiet_about("Olga");
        }
    }

    async fn t46_pages_in_a_shared_cache_are_the_same_for_everybody(house: TestApp) {
        furnish(&house).await;
        let owner = staff(&house, Role::Owner).await;
        let mut kept = 0;
        for route in house.routes.iter().filter(|route| route.shared_cache && !route.paths.da.contains('{') && !route.paths.da.ends_with(".pdf")) {
            let stranger = house.browser();
            let page = stranger.get(route.paths.da).await.is(200);
            assert!(page.header("cache-control").starts_with("public"), "{}", route.paths.da);
            assert_eq!(page.header("vary").to_ascii_lowercase().matches("cookie").count(), 1, "{}: {}", route.paths.da, page.header("vary"));
            assert_eq!((page.header("set-cookie"), stranger.cookie("visit")), ("", None), "{}", route.paths.da);
            page.keeps_quiet_about("csrf").keeps_quiet_about("Olga");
            // The same page with somebody's name on top is theirs alone.
            let own = owner.get(route.paths.da).await.is(200);
            own.says("Olga");
            assert_eq!(own.header("cache-control"), "private, no-store");
            kept += 1;
        }
        assert!(kept >= 5);
    }

    async fn t46_a_personal_link_leaves_nothing_for_caches_referrers_or_search_engines(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let order = sign_up(&visitor, "Anne Holm", "anne@borger.example").await;
        for address in [order.clone(), format!("{order}/kalender.ics")] {
            let page = visitor.get(&address).await.is(200);
            assert_eq!(page.header("cache-control"), "private, no-store");
            assert_eq!(page.header("referrer-policy"), "same-origin");
        }
        let page = visitor.open(&order).await;
        assert!(page.text.contains("content=\"noindex"), "a page behind a secret is not for search engines");
        let robots = visitor.get("/robots.txt").await.is(200);
        for private in ["/hus/", "/en/house/", "/tilmelding/", "/en/sign-up/", "/interesse/", "/en/interest/"] {
            assert!(robots.text.lines().any(|line| line == format!("Disallow: {private}")), "{private}: {}", robots.text);
        }
        let mut hidden = vec!["/log-ind", "/profil", "/hus"];
        hidden.extend(["/en/sign-in", "/en/profile"]);
        let sitemap = visitor.get("/sitemap.xml").await.is(200);
        for path in hidden {
            assert!(!sitemap.text.contains(&format!("{path}<")), "{path}");
        }
    }
}
