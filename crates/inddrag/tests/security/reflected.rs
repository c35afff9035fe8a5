//! T9–T11, T13–T15, T37, T44: what stands in an address comes back as text if at all, and asks the database for nothing but what the page is for.
//!
//! `routes/hostile.rs` tries known keys and every path segment; here the keys are those that the pages themselves use in their links and forms.

use std::collections::BTreeSet;

use platform::people::Role;
use platform::testing::{Page, TestApp, on_both_engines};
use platform::web::encode_segment;

use super::markup::{faults, tags};
use super::stage::{furnish, program, sign_up, staff};
use super::walker::{DOORS, walk};

const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script>",
    "\"><img src=x canary onerror=alert(1)>",
    "' canary='1' onfocus='alert(1)",
    "javascript:alert(1)",
    "' OR '1'='1' --",
    "1; DROP TABLE account; --",
    "(SELECT email FROM account LIMIT 1)",
    "99999999999999999999999999999999",
    "%\\_*[]{}$1?:name\u{202e}",
];

fn encoded(text: &str) -> String {
    let mut out = String::new();
    encode_segment(&mut out, text);
    out
}

/// Path and key of every query that a page's links and forms use.
fn keys_of(page: &Page) -> BTreeSet<(String, String)> {
    let mut keys = BTreeSet::new();
    let mut form = None;
    for tag in tags(&page.text) {
        if tag.name == "form" {
            form = tag
                .get("action")
                .filter(|_| tag.get("method") != Some("post"))
                .map(|action| action.split('?').next().unwrap_or_default());
        }
        if let (Some(action), "input" | "select" | "textarea" | "button", Some(name)) = (form, tag.name, tag.get("name")) {
            keys.insert((action.to_owned(), name.to_owned()));
        }
        if let Some((path, query)) = tag
            .get("href")
            .and_then(|href| href.split_once('?'))
            .filter(|(path, _)| path.starts_with('/'))
        {
            let names = query.replace("&amp;", "&");
            keys.extend(
                names
                    .split('&')
                    .filter_map(|pair| Some((path.to_owned(), pair.split('=').next()?.to_owned()))),
            );
        }
    }
    keys
}

on_both_engines! { program();
    async fn t9_t10_t11_t37_every_key_the_pages_use_takes_hostile_values_as_text(house: TestApp) {
        furnish(&house).await;
        let owner = staff(&house, Role::Owner).await;
        let pages = walk(&house, &owner, &[&DOORS[..], &["/hus/kursushuset", "/profil"]].concat()).await;
        let mut keys: BTreeSet<(String, String)> = pages.values().filter(|page| page.status == 200).flat_map(keys_of).collect();
        assert!(keys.iter().any(|(_, key)| key == "q") && keys.iter().any(|(_, key)| key == "handling"), "{keys:?}");
        keys.extend(["/log-ind", "/kurser", "/findes-ikke"].map(|path| (path.to_owned(), "next".to_owned())));
        for (path, key) in keys {
            for hostile in HOSTILE {
                let address = format!("{path}?{key}={0}&{key}={0}&{0}={0}", encoded(hostile));
                let page = owner.get(&address).await;
                assert!(page.status.as_u16() < 500, "{address}: {}", page.status);
                assert_eq!(faults(&page.text), [""; 0], "{address}");
                assert!(page.location().is_none_or(|to| to.starts_with('/') && !to.starts_with("//")), "{address} leads to {:?}", page.location());
            }
        }
    }

    async fn t13_t14_keys_nobody_offers_change_nothing(house: TestApp) {
        furnish(&house).await;
        let owner = staff(&house, Role::Owner).await;
        let keys = [
            "sort=email", "order=account.email", "order_by=(SELECT 1)", "q[account_email_start]=a", "filter[role]=owner", "include=account", "fields=*",
            "per_page=100000", "limit=-1", "offset=1", "page=-1", "organisation_id=1", "published=false", "drafts=1", "preview=1", "embed=1", "format=json",
            "locale=..%2F..%2Fetc", "_method=delete", "callback=alert", "debug=1",
        ];
        let pages = ["/kurser", "/en/courses", "/kurser/afholdte", "/hus/kursushuset", "/hus/kursushuset/log", "/hus/kursushuset/personer", "/profil/sikkerhed"];
        for path in pages {
            let plain = owner.open(path).await.is(200);
            for key in keys {
                let page = owner.get(&format!("{path}?{key}")).await.is(200);
                assert_eq!(page.words(), plain.words(), "{path}?{key}");
            }
        }
    }

    async fn t14_t15_t44_metacharacters_search_for_themselves(house: TestApp) {
        furnish(&house).await;
        let owner = staff(&house, Role::Owner).await;
        let nothing = owner.open("/kurser?q=findesikkenoget").await.is(200).words();
        for hostile in ["' OR '1'='1", "%", "_", "\\", "x' UNION SELECT email FROM account --", "*", "$1"] {
            let page = owner.open(&format!("/kurser?q={}", encoded(hostile))).await.is(200);
            assert_eq!(page.words(), nothing, "{hostile}");
        }
        let filtered = owner.open("/hus/kursushuset/log?handling=findes-ikke").await.is(200).words();
        for hostile in ["' OR '1'='1", "member.joined' --", "%", "member%"] {
            let page = owner.open(&format!("/hus/kursushuset/log?handling={}", encoded(hostile))).await.is(200);
            assert_eq!(page.words(), filtered, "{hostile}");
        }
        for hostile in ["0 OR 1=1", "-1", "1e3", "NaN", "9223372036854775808"] {
            owner.open(&format!("/hus/kursushuset/log?foer={}", encoded(hostile))).await.is(200);
        }
        let left: Vec<(i64,)> = db::sql!("SELECT COUNT(*) FROM account").all(&house.db).await.unwrap();
        assert_eq!(left, [(1,)]);
    }

    async fn t14_t44_text_that_looks_like_sql_is_stored_as_written(house: TestApp) {
        furnish(&house).await;
        let name = "Robert'); DROP TABLE registration; -- $1 ? :x";
        sign_up(&house.browser(), name, "o'malley--@borger.example").await;
        let stored: Vec<(String, String)> =
            db::sql!("SELECT name, email FROM registration WHERE email_key = $1").bind("o'malley--@borger.example").all(&house.db).await.unwrap();
        assert_eq!(stored, [(name.to_owned(), "o'malley--@borger.example".to_owned())]);
    }
}
