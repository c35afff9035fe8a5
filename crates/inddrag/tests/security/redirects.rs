//! T40, T49: whatever is asked for, one is led to a place of this site; and whatever host a request names, mails lead to ours.

use platform::people::Role;
use platform::testing::{TestApp, on_both_engines};
use platform::web::{encode_segment, with_query};

use super::markup::tags;
use super::stage::{furnish, program, sign_up, staff};
use super::walker::{DOORS, walk};

const ELSEWHERE: [&str; 14] = [
    "https://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/%09/evil.example",
    "https:evil.example",
    "javascript:alert(1)//evil.example",
    "http://localhost.evil.example",
    "/@evil.example/../..//evil.example",
    " /evil",
    "\r\nLocation: https://evil.example",
    "@evil.example",
];

const KEYS: [&str; 12] = [
    "next",
    "return",
    "return_to",
    "returnUrl",
    "url",
    "redirect",
    "to",
    "continue",
    "retur",
    "goto",
    "scroll",
    "back",
];

fn encoded(text: &str) -> String {
    let mut out = String::new();
    encode_segment(&mut out, text);
    out
}

/// Whether a browser that follows this stays on the site.
fn is_local(to: &str) -> bool {
    to.starts_with('/') && !to.starts_with("//") && !to.starts_with("/\\") && !to.contains(['\t', '\r', '\n'])
}

on_both_engines! { program();
    async fn t40_t49_no_page_leads_away(house: TestApp) {
        furnish(&house).await;
        let owner = staff(&house, Role::Owner).await;
        let visitor = house.browser();
        let pages = walk(&house, &owner, &[&DOORS[..], &["/hus/kursushuset", "/profil", "/hus"]].concat()).await;
        for address in pages.keys().filter(|address| !address.contains('?')) {
            let hostile: Vec<(&str, &str)> = KEYS.iter().zip(ELSEWHERE.iter().cycle()).map(|(key, to)| (*key, *to)).collect();
            for browser in [&owner, &visitor] {
                let page = browser.get(&with_query(address, &hostile)).await;
                assert!(page.location().is_none_or(is_local), "{address} leads to {:?}", page.location());
                let leads_away = |to: &str| to.contains("evil.example") && !to.starts_with('/') && !to.starts_with(&house.base_url);
                let away = tags(&page.text).iter().filter_map(|tag| tag.get("href").or(tag.get("action"))).any(leads_away);
                assert!(!away, "{address} has a link to where the query says");
            }
        }
    }

    async fn t40_t49_signing_in_leads_to_this_site_wherever_one_was_sent_from(house: TestApp) {
        house.account("anne@kursushuset.example", "Anne Holm").await;
        for to in ELSEWHERE {
            let visitor = house.browser();
            let page = visitor.get(&format!("/log-ind?next={}", encoded(to))).await.is(200);
            let form = page.form("/log-ind");
            assert!(form.value("next").is_none_or(|next| next.is_empty() || is_local(next)), "{to:?}");
            visitor.send(&form, &[("email", "anne@kursushuset.example"), ("next", to)]).await.redirects_to("/log-ind/mail");
            let link = house.mail().await.link("/log-ind/link/");
            let form = visitor.get(&link).await.is(200).only_form("/link/");
            let page = visitor.send(&form, &[("next", to)]).await.is(303);
            assert!(page.location().is_some_and(is_local), "{to:?} leads to {:?}", page.location());
        }
    }

    async fn t40_the_host_a_request_names_stands_in_no_mail_and_no_redirect(house: TestApp) {
        furnish(&house).await;
        house.account("anne@kursushuset.example", "Anne Holm").await;
        let visitor = house.browser();
        for (name, value) in [("host", "evil.example"), ("x-forwarded-host", "evil.example"), ("forwarded", "host=evil.example;proto=https"), ("x-original-url", "/hus"), ("x-rewrite-url", "/hus")] {
            for address in ["/", "/kurser", "/log-ind", "/sitemap.xml", "/robots.txt", "/hus", "/findes-ikke"] {
                let page = visitor.get_with(address, &[(name, value)]).await;
                page.keeps_quiet_about("evil.example");
                assert!(page.location().is_none_or(is_local), "{address} with {name}");
            }
            let form = visitor.open("/log-ind").await.form("/log-ind");
            let fields = [("csrf", form.value("csrf").unwrap()), ("email", "anne@kursushuset.example")];
            visitor.post_bare("/log-ind", &fields, &[(name, value)]).await.redirects_to("/log-ind/mail");
            let link = house.mail().await.link("/log-ind/link/");
            assert!(link.starts_with(&house.base_url), "{name} made the mail lead to {link}");
        }
        sign_up(&visitor, "Anne Holm", "anne@borger.example").await;
        for mail in house.mails().await {
            assert!(mail.text.split_whitespace().filter(|word| word.starts_with("http")).all(|link| link.starts_with(&house.base_url)), "{}", mail.text);
        }
    }
}
