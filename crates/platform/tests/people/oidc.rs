//! Signing in through an identity provider: a real one, in a process of its own.

use std::path::PathBuf;
use std::process::Stdio;

use db::Engine;
use platform::testing::{Browser, Builder, Page, TestApp};
use serde_json::json;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

const ANNE: &str = "anne@nordby.example";

/// The provider's process. It ends when its standard input is closed.
struct Provider {
    issuer: String,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
    _process: Child,
}

impl Provider {
    /// Starts it; `None` where it is not installed.
    async fn start() -> Option<Self> {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/oidc");
        if !folder.join("node_modules").exists() {
            assert!(
                std::env::var("INDDRAG_REQUIRE_OIDC").is_err(),
                "the provider is required and not installed: (cd tests/oidc && npm ci)"
            );
            println!("skipped: no provider; install it with (cd tests/oidc && npm ci)");
            return None;
        }
        let mut process = Command::new("node")
            .arg(folder.join("server.mjs"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("node is installed where npm packages are");
        let (input, output) = (process.stdin.take().unwrap(), process.stdout.take().unwrap());
        let mut output = BufReader::new(output).lines();
        let issuer = output.next_line().await.unwrap().expect("the provider says its address");
        Some(Self {
            issuer,
            input,
            output,
            _process: process,
        })
    }

    /// Tells it where our house is.
    async fn serve(&mut self, house: &TestApp, email_in_token: bool) {
        let back = format!("{}/log-ind/oidc/tilbage", house.base_url);
        let line = json!({ "redirect_uri": back, "email_in_token": email_in_token }).to_string() + "\n";
        self.input.write_all(line.as_bytes()).await.unwrap();
        assert_eq!(self.output.next_line().await.unwrap().as_deref(), Some("ready"));
    }

    /// A browser at the provider, which has never been there.
    fn browser(&self) -> Browser {
        let address = self.issuer.replace("http://localhost", "127.0.0.1").parse().unwrap();
        Browser::new(&self.issuer, address)
    }

    fn builder(&self) -> Builder {
        TestApp::builder()
            .setting("oidc-issuer", self.issuer.clone())
            .setting("oidc-client-id", "inddrag")
            .setting("oidc-client-secret", "hemmelig-i-testen")
            .setting("oidc-name", "Nordby Kommune")
            .setting("oidc-domains", "nordby.example, andeby.example")
    }

    /// Logs in there as somebody, says yes, and gives the address that leads back to us.
    async fn log_in(&self, address: &str, login: &str) -> String {
        let browser = self.browser();
        let page = browser.open(address).await.is(200);
        let page = browser
            .send(&page.only_form("/interaction/"), &[("login", login), ("password", "x")])
            .await;
        let page = browser.follow(page).await.is(200);
        let page = browser.send(&page.only_form("/interaction/"), &[]).await;
        browser.follow(page).await.location().expect("the provider leads back").to_owned()
    }
}

/// Leaves for the provider and gives the address it is at.
async fn leave(browser: &Browser) -> String {
    let page = browser.submit("/log-ind?next=%2Fprofil", "/log-ind/oidc", &[]).await;
    page.location()
        .unwrap_or_else(|| panic!("no way to the provider: {}", page.words()))
        .to_owned()
}

/// The whole way there and back.
async fn sign_in(provider: &Provider, browser: &Browser, login: &str) -> Page {
    let address = leave(browser).await;
    browser.get(&provider.log_in(&address, login).await).await
}

/// A parameter of an address, as it stands there.
fn parameter<'a>(address: &'a str, name: &str) -> &'a str {
    let query = address.split_once('?').unwrap().1;
    query
        .split('&')
        .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
        .unwrap()
}

/// One story for each engine, with a provider of its own.
macro_rules! with_provider {
    ($email_in_token:expr; $( async fn $name:ident($provider:ident, $house:ident) $body:block )+) => { $(
        mod $name {
            use super::*;

            async fn story($provider: &Provider, $house: &TestApp) $body

            fn run(engine: Engine) {
                let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
                runtime.block_on(async {
                    let Some(mut provider) = Provider::start().await else { return };
                    let Some(house) = provider.builder().start(engine).await else { return };
                    provider.serve(&house, $email_in_token).await;
                    story(&provider, &house).await;
                });
            }

            #[test]
            fn sqlite() { run(Engine::Sqlite); }

            #[test]
            fn postgres() { run(Engine::Postgres); }
        }
    )+ };
}

with_provider! { false;
    async fn a_known_person_signs_in_and_stays_linked_by_the_providers_own_number(provider, house) {
        house.account(ANNE, "Anne Holm").await;
        let browser = house.browser();
        browser.open("/log-ind").await.is(200).says("Log ind med Nordby Kommune");
        sign_in(provider, &browser, ANNE).await.redirects_to("/profil");
        browser.open("/profil").await.is(200).says("Anne Holm").says(ANNE);
        browser.open("/profil/sikkerhed").await.is(200).says("Firefox på Linux Nordby Kommune");

        // She moves to another mailbox here; the provider still knows her by her number.
        browser.submit("/profil/mail", "/profil/mail", &[("email", "anne@privat.example")]).await.redirects_to("/profil");
        let link = house.mail().await.link("/profil/mail/");
        browser.send(&browser.get(&link).await.only_form("/profil/mail/"), &[]).await.redirects_to("/profil");
        // And whoever gets her old address meanwhile is not taken for her, nor she for them.
        house.account(ANNE, "Anne Nielsen").await;
        let again = house.browser();
        sign_in(provider, &again, ANNE).await.redirects_to("/profil");
        again.open("/profil").await.is(200).says("anne@privat.example").keeps_quiet_about("Anne Nielsen");
    }

    async fn a_link_to_the_provider_is_seen_and_removed_by_its_owner_only(provider, house) {
        house.account(ANNE, "Anne Holm").await;
        house.account("bo@nordby.example", "Bo Krag").await;
        let (anne, bo) = (house.browser(), house.browser());
        sign_in(provider, &anne, ANNE).await.redirects_to("/profil");
        sign_in(provider, &bo, "bo@nordby.example").await.redirects_to("/profil");
        let remove = anne.open("/profil/sikkerhed").await.is(200).says("Nordby Kommune, tilknyttet 2. november 2026.").form("/udbyder/fjern");
        // Somebody else's link is out of reach, also for those who know its number.
        let mine = bo.open("/profil/sikkerhed").await.form("/udbyder/fjern");
        let theirs = [("subject", remove.value("subject").unwrap())];
        bo.send(&mine, &theirs).await.is(404);
        anne.send(&remove, &[]).await.redirects_to("/profil/sikkerhed");
        anne.open("/profil/sikkerhed").await.is(200).says("Tilknytningen er fjernet.").keeps_quiet_about("Andre logins");
        bo.open("/profil/sikkerhed").await.is(200).says("Andre logins");
        // The way in by mail address is still there, and links again.
        sign_in(provider, &house.browser(), ANNE).await.redirects_to("/profil");
        anne.open("/profil/sikkerhed").await.is(200).says("Andre logins");
    }

    async fn t55_only_verified_addresses_of_the_providers_own_domains_are_believed(provider, house) {
        for (login, refusal) in [
            ("unverified:anne@nordby.example", "Din mailadresse er ikke bekræftet"),
            ("anne@evilnordby.example", "Mailadressen hører til et andet sted"),
            ("anne@evil.nordby.example", "Mailadressen hører til et andet sted"),
            ("anne@nordby.example.evil.example", "Mailadressen hører til et andet sted"),
            ("ukendt@nordby.example", "Du har ingen konto her endnu"),
        ] {
            for email in [ANNE, "anne@evilnordby.example", "anne@evil.nordby.example", "anne@nordby.example.evil.example"] {
                house.account(email, "Anne Holm").await;
            }
            let browser = house.browser();
            sign_in(provider, &browser, login).await.is(403).says(refusal);
            browser.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
        }
        let linked: (i64,) = db::sql!("SELECT COUNT(*) FROM oidc_identity").one(&house.db).await.unwrap();
        assert_eq!(linked, (0,));
    }

    async fn an_answer_fits_one_request_of_one_browser_once(provider, house) {
        house.account(ANNE, "Anne Holm").await;
        let (mine, other) = (house.browser(), house.browser());
        let there = leave(&mine).await;
        assert_eq!(parameter(&there, "code_challenge_method"), "S256");
        let back = provider.log_in(&there, ANNE).await;
        // In another browser, and with another state.
        other.get(&back).await.is(400).says("Login kunne ikke gennemføres");
        let state = parameter(&back, "state");
        let wrong = back.replace(state, &format!("{}.AAAA", state.split_once('.').unwrap().0));
        let missing = back.replace(&format!("state={state}"), "x=y");
        mine.get(&missing).await.is(400).says("Login kunne ikke gennemføres");
        mine.get(&wrong).await.is(400).says("Login kunne ikke gennemføres");
        // A wrong state uses the request up: guessing is over after one try.
        mine.get(&back).await.is(400).says("Login kunne ikke gennemføres");

        let back = provider.log_in(&leave(&mine).await, ANNE).await;
        mine.get(&back).await.redirects_to("/profil");
        let replayed = house.browser();
        replayed.plant_cookie("visit", &mine.cookie("visit").unwrap());
        replayed.get(&back).await.is(400).says("Login kunne ikke gennemføres");
        // The code with a fresh state is refused by the provider.
        let fresh = leave(&replayed).await;
        let forged = back.replace(parameter(&back, "state"), parameter(&fresh, "state"));
        replayed.get(&forged).await.is(400).says("Login kunne ikke gennemføres");
        // An answer in another issuer's name is refused unread.
        let fresh = leave(&replayed).await;
        let foreign = format!("/log-ind/oidc/tilbage?code=x&state={}&iss=https%3A%2F%2Fevil.example", parameter(&fresh, "state"));
        replayed.get(&foreign).await.is(400).says("Login kunne ikke gennemføres");
        replayed.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
    }

    async fn too_late_is_too_late(provider, house) {
        house.account(ANNE, "Anne Holm").await;
        let browser = house.browser();
        let back = provider.log_in(&leave(&browser).await, ANNE).await;
        house.clock.advance(platform::people::ceremony::LIFETIME);
        browser.get(&back).await.is(400).says("Login kunne ikke gennemføres");
    }

    async fn who_breaks_off_there_can_begin_again_here(provider, house) {
        let browser = house.browser();
        let at_provider = provider.browser();
        let page = at_provider.open(&leave(&browser).await).await.is(200);
        let cancel = page.links().into_iter().find(|link| link.ends_with("/abort")).unwrap();
        let back = at_provider.open(&cancel).await.location().unwrap().to_owned();
        browser.get(&back).await.is(403).says("Login blev afbrudt");
        browser.open("/log-ind").await.is(200).says("Log ind med Nordby Kommune");
    }
}

with_provider! { true;
    async fn a_provider_that_puts_the_address_into_the_token_is_understood(provider, house) {
        house.account(ANNE, "Anne Holm").await;
        let browser = house.browser();
        sign_in(provider, &browser, ANNE).await.redirects_to("/profil");
        let refused = house.browser();
        sign_in(provider, &refused, "unverified:eva@nordby.example").await.is(403).says("Din mailadresse er ikke bekræftet");
    }
}

platform::on_both_engines! {
    async fn without_a_provider_there_is_no_such_way_in(house: TestApp) {
        let browser = house.browser();
        let page = browser.open("/log-ind").await.is(200);
        page.keeps_quiet_about("/log-ind/oidc");
        let token = page.form("/log-ind").value("csrf").unwrap().to_owned();
        browser.post_bare("/log-ind/oidc", &[("csrf", &token)], &[]).await.is(404).says("Siden findes ikke");
        browser.get("/log-ind/oidc/tilbage?code=x&state=y.z").await.is(404).says("Siden findes ikke");
    }
}

platform::on_both_engines! {
    TestApp::builder()
        .setting("oidc-issuer", "http://127.0.0.1:9")
        .setting("oidc-client-id", "inddrag")
        .setting("oidc-client-secret", "x");

    async fn a_provider_that_does_not_answer_leaves_the_other_ways_open(house: TestApp) {
        let page = house.browser().submit("/log-ind", "/log-ind/oidc", &[]).await.is(502);
        page.says("Loginudbyderen svarer ikke").says("link på mail");
    }
}
