//! Headers, cookies and what they promise: nothing inline, nothing framed, nothing kept, and TLS wherever the site has it.

use platform::people::Role;
use platform::testing::{TestApp, on_both_engines};
use texts::Lang;

use super::installation::{Answer, Installation};
use super::markup::faults;
use super::stage::{furnish, program, staff};
use super::walker::walk;

const HTTPS: (&str, &str) = ("public-url", "https://kurser.example");

/// Headers that differ from answer to answer.
const OWN: [&str; 7] = [
    "allow",
    "x-request-id",
    "content-length",
    "set-cookie",
    "content-type",
    "location",
    "etag",
];

/// The headers of every answer, in order.
const USUAL: [(&str, &str); 8] = [
    ("cache-control", "private, no-store"),
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
         base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
    ),
    ("referrer-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
];

const ONLY_TLS: (&str, &str) = ("strict-transport-security", "max-age=31536000; includeSubDomains");

/// The headers that matter here, sorted.
fn shown(answer: &Answer) -> Vec<(String, String)> {
    let mut headers: Vec<(String, String)> = answer
        .headers
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .filter(|(name, _)| !OWN.contains(&name.as_str()) && name != "vary")
        .collect();
    headers.sort();
    headers
}

fn expected(is_tls: bool, other: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut headers: Vec<(&str, &str)> = USUAL.to_vec();
    if is_tls {
        headers.push(ONLY_TLS);
    }
    for (name, value) in other {
        headers.retain(|(known, _)| known != name);
        headers.push((name, value));
    }
    headers.sort_unstable();
    headers
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

#[tokio::test]
async fn every_kind_of_answer_has_the_usual_headers_and_tls_sites_insist_on_tls() {
    for (settings, is_tls) in [(&[][..], false), (&[HTTPS][..], true)] {
        let installation = Installation::new(settings).await;
        for (what, answer) in [
            ("a page with a form", installation.get("/log-ind", "").await),
            ("a page somebody with a cookie sees", installation.get("/kurser", "visit=x").await),
            ("a missing page", installation.get("/findes-ikke", "").await),
            ("a missing page with a slash", installation.get("/findes-ikke/", "").await),
            ("a page for those who are signed in", installation.get("/profil", "").await),
            ("a file for machines", installation.get("/sitemap.xml", "").await),
            ("a form without its token", installation.post("/log-ind", "", "email=x").await),
            ("a form that cannot be read", installation.post("/log-ind", "", "email=%ff").await),
            ("a dead link", installation.get("/tilmelding/x", "").await),
            ("a method nobody takes", installation.post("/kurser", "", "").await),
            ("health", installation.get("/healthz", "").await),
        ] {
            assert_eq!(shown(&answer), expected(is_tls, &[]), "{what}: {}", answer.status);
        }
        let kept = ("cache-control", "public, max-age=0, s-maxage=10, stale-while-revalidate=60");
        assert_eq!(
            shown(&installation.get("/kurser", "").await),
            expected(is_tls, &[kept]),
            "a public page"
        );
        let asset = installation
            .get("/kurser", "")
            .await
            .text
            .split("\"/assets/")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .map(str::to_owned);
        let asset = installation.get(&format!("/assets/{}", asset.unwrap()), "").await;
        assert_eq!(asset.status, 200);
        assert_eq!(
            shown(&asset),
            expected(is_tls, &[("cache-control", "public, max-age=31536000, immutable")]),
            "a style sheet"
        );
        assert_eq!(
            shown(&installation.get("/assets/findes-ikke.css", "").await),
            expected(is_tls, &[]),
            "no style sheet"
        );
    }
}

#[tokio::test]
async fn forms_may_lead_to_the_identity_provider_and_nowhere_else() {
    let oidc = [
        ("oidc-issuer", "https://login.example/realms/x"),
        ("oidc-client-id", "i"),
        ("oidc-client-secret", "s"),
    ];
    let policy = Installation::new(&oidc)
        .await
        .get("/log-ind", "")
        .await
        .header("content-security-policy")
        .to_owned();
    assert!(policy.ends_with("form-action 'self' https://login.example"), "{policy}");
    assert!(!policy.contains("unsafe") && !policy.contains('*'), "{policy}");
}

/// A signed-in browser's cookies, and every cookie it was given on the way.
async fn signed_in(installation: &Installation) -> (String, Vec<String>) {
    use platform::people::admin;
    let email = "anne@kursushuset.example".parse().unwrap();
    admin::add_account(&installation.app, &email, &"Anne Holm".parse().unwrap(), Lang::Da)
        .await
        .unwrap();
    let link = admin::sign_in_link(&installation.app, &email, "/profil").await.unwrap();
    let path = link.strip_prefix(&installation.app.config.public_url).unwrap();
    let page = installation.get(path, "").await;
    let visit = page.kept();
    let entered = installation.post(path, &visit, &format!("csrf={}", page.token())).await;
    assert_eq!((entered.status, entered.header("location")), (303, "/profil"));
    let kept = [visit, entered.kept()].join("; ");
    let profile = installation.get("/profil", &kept).await;
    assert_eq!(profile.status, 200);
    let saved = installation
        .post("/profil", &kept, &format!("csrf={}&name=Anne&language=da", profile.token()))
        .await;
    let out = installation.post("/log-ud", &kept, &format!("csrf={}", profile.token())).await;
    assert_eq!((saved.status, out.status), (303, 303));
    let all = [&page, &entered, &saved, &out]
        .iter()
        .flat_map(|answer| answer.cookies())
        .map(str::to_owned)
        .collect();
    (kept, all)
}

#[tokio::test]
async fn cookies_are_out_of_reach_of_scripts_other_sites_and_other_hosts() {
    let (_, plain) = signed_in(&Installation::new(&[]).await).await;
    let (_, tls) = signed_in(&Installation::new(&[HTTPS]).await).await;
    let name = |cookie: &String| cookie.split('=').next().unwrap().to_owned();
    let names: Vec<String> = plain.iter().map(name).collect();
    assert!(
        ["visit", "session", "notice"]
            .iter()
            .all(|known| names.iter().any(|name| name == known)),
        "{names:?}"
    );
    assert_eq!(
        tls.iter().map(name).collect::<Vec<_>>(),
        names.iter().map(|name| format!("__Host-{name}")).collect::<Vec<_>>()
    );
    for cookie in plain.iter().chain(&tls) {
        let (value, attributes) = cookie.split_once("; ").unwrap();
        let attributes: Vec<&str> = attributes.split("; ").collect();
        for wanted in ["Path=/", "HttpOnly", "SameSite=Lax"] {
            assert!(attributes.contains(&wanted), "{cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
        assert_eq!(attributes.contains(&"Secure"), cookie.starts_with("__Host-"), "{cookie}");
        assert!(!value.contains("Anne") && !value.contains('@'), "{cookie}");
    }
}

#[tokio::test]
async fn a_tls_site_does_not_read_cookies_that_another_host_may_have_planted() {
    let installation = Installation::new(&[HTTPS]).await;
    let email = "anne@kursushuset.example".parse().unwrap();
    platform::people::admin::add_account(&installation.app, &email, &"Anne Holm".parse().unwrap(), Lang::Da)
        .await
        .unwrap();
    let link = platform::people::admin::sign_in_link(&installation.app, &email, "/profil")
        .await
        .unwrap();
    let path = link.strip_prefix("https://kurser.example").unwrap();
    let page = installation.get(path, "").await;
    let entered = installation.post(path, &page.kept(), &format!("csrf={}", page.token())).await;
    let session = entered
        .cookies()
        .into_iter()
        .find(|cookie| cookie.starts_with("__Host-session="))
        .unwrap()
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    assert_eq!(installation.get("/profil", &session).await.status, 200);
    assert_eq!(
        installation.get("/profil", session.strip_prefix("__Host-").unwrap()).await.status,
        303
    );
}

on_both_engines! { program().setting("demo", "true");
    async fn no_page_of_anybody_has_a_script_or_a_style_in_it(house: TestApp) {
        furnish(&house).await;
        let (owner, visitor) = (staff(&house, Role::Owner).await, house.browser());
        super_operator(&house).await;
        let operator = house.sign_in("drift@kursushuset.example").await;
        let mut looked_at = 0;
        for browser in [&visitor, &owner, &operator] {
            for route in house.routes.iter().filter(|route| route.method == http::Method::GET && !route.streams && !route.paths.da.ends_with(".pdf")) {
                for lang in Lang::ALL {
                    let address = route.paths.url_named(lang, &[("org".to_owned(), "kursushuset".to_owned())]);
                    let page = browser.get(&address).await;
                    assert!(page.status.as_u16() < 500, "{address}: {}", page.status);
                    if page.header("content-type").starts_with("text/html") {
                        assert_eq!(faults(&page.text), [""; 0], "{address}");
                        looked_at += 1;
                    }
                }
            }
        }
        assert!(looked_at > 150, "only {looked_at} pages were looked at");
        // The demo's mailbox has one frame, in a sandbox, for what a mail looks like.
        owner.submit("/log-ind", "/log-ind", &[("email", "olga@kursushuset.example")]).await.is(303);
        house.mails().await;
        let pages = walk(&house, &visitor, &["/_mail", "/_ui", "/demo"]).await;
        let frames: Vec<_> = pages.iter().filter(|(address, _)| address.ends_with("/html")).collect();
        for (address, page) in pages.iter().filter(|(address, _)| !address.ends_with("/html")) {
            let faults: Vec<String> = faults(&page.text).into_iter().filter(|fault| !(address.contains("/_mail/") && fault == "an element <iframe>")).collect();
            if page.header("content-type").starts_with("text/html") {
                assert_eq!(faults, [""; 0], "{address}");
            }
        }
        for (address, page) in frames {
            assert!(page.header("content-security-policy").starts_with("sandbox ") && !page.header("content-security-policy").contains("allow-scripts"), "{address}");
        }
    }
}

/// Somebody who runs the installation.
async fn super_operator(house: &TestApp) {
    house.account("drift@kursushuset.example", "Dorte Drift").await;
    platform::people::admin::set_operator(&house.app, &"drift@kursushuset.example".parse().unwrap(), true)
        .await
        .unwrap();
}
