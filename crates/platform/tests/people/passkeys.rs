//! Passkeys: added, used, renamed, removed, and refused when anything about them is off.

use jiff::SignedDuration;
use platform::people::{Role, ceremony};
use platform::testing::{Browser, Page, TestApp, on_both_engines};
use serde_json::Value;

use super::authenticator::Authenticator;

const ANNE: &str = "anne@kursushuset.example";
const BO: &str = "bo@kursushuset.example";
const SECURITY: &str = "/profil/sikkerhed";

/// The first half of a ceremony, as the page's script sends it.
async fn begin(browser: &Browser, page: &str, form: &str) -> (Page, Value) {
    let page = browser.open(page).await.is(200);
    let token = page.form(form).value("csrf").unwrap().to_owned();
    let begun = browser.post_bare(&format!("{form}/begynd"), &[("csrf", &token)], &[]).await.is(200);
    assert_eq!(begun.header("content-type"), "application/json");
    (page, serde_json::from_str(&begun.text).unwrap())
}

async fn finish(browser: &Browser, page: &Page, form: &str, begun: &Value, credential: &str, label: &str) -> Page {
    let typed = [
        ("ceremony", begun["ceremony"].as_str().unwrap()),
        ("credential", credential),
        ("label", label),
    ];
    browser.send(&page.form(form), &typed).await
}

async fn add(browser: &Browser, device: &mut Authenticator, label: &str) -> Page {
    let (page, begun) = begin(browser, SECURITY, "/profil/noegle").await;
    let credential = device.create(&begun["publicKey"]);
    finish(browser, &page, "/profil/noegle", &begun, &credential, label).await
}

async fn sign_in(browser: &Browser, device: &mut Authenticator) -> Page {
    let (page, begun) = begin(browser, "/log-ind?next=%2Fprofil", "/log-ind/noegle").await;
    let credential = device.get(&begun["publicKey"]);
    finish(browser, &page, "/log-ind/noegle", &begun, &credential, "").await
}

on_both_engines! {
    async fn a_passkey_is_added_and_signs_in_without_a_name(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Member).await;
        let mut device = Authenticator::new(&house.base_url);
        let before = anne.cookie("session").unwrap();
        add(&anne, &mut device, "Min telefon").await.redirects_to(SECURITY);
        assert_ne!(anne.cookie("session").unwrap(), before, "another way in, another token");
        anne.open(SECURITY).await.is(200).says("Adgangsnøglen er tilføjet.").says("Min telefon").says("Ikke brugt endnu.");
        let mail = house.mail().await;
        assert!(mail.to.contains(ANNE) && mail.text.contains("Min telefon"), "{}", mail.text);

        let browser = house.browser();
        sign_in(&browser, &mut device).await.redirects_to("/profil");
        browser.open(SECURITY).await.is(200).says("Sidst brugt 2. november 2026").says("Firefox på Linux Adgangsnøgle");
        // Again, with the counter moved on; and once more with a copy whose counter stands still.
        sign_in(&house.browser(), &mut device).await.redirects_to("/profil");
        device.turned_back();
        sign_in(&house.browser(), &mut device).await.is(400).says("Adgangsnøglen passede ikke");
    }

    async fn a_ceremony_is_finished_once_soon_and_in_the_browser_that_began_it(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Member).await;
        let mut device = Authenticator::new(&house.base_url);
        add(&anne, &mut device, "Nøgle").await.redirects_to(SECURITY);

        let (mine, other) = (house.browser(), house.browser());
        let (page, begun) = begin(&mine, "/log-ind", "/log-ind/noegle").await;
        let credential = device.get(&begun["publicKey"]);
        let elsewhere = other.open("/log-ind").await;
        finish(&other, &elsewhere, "/log-ind/noegle", &begun, &credential, "").await.is(400).says("passede ikke");
        finish(&mine, &page, "/log-ind/noegle", &begun, &credential, "").await.redirects_to("/hus");
        let replayed = house.browser();
        replayed.plant_cookie("visit", &mine.cookie("visit").unwrap());
        let page = replayed.open("/log-ind").await;
        finish(&replayed, &page, "/log-ind/noegle", &begun, &credential, "").await.is(400).says("passede ikke");

        let late = house.browser();
        let (page, begun) = begin(&late, "/log-ind", "/log-ind/noegle").await;
        let credential = device.get(&begun["publicKey"]);
        house.clock.advance(ceremony::LIFETIME);
        finish(&late, &page, "/log-ind/noegle", &begun, &credential, "").await.is(400).says("passede ikke");
    }

    async fn an_answer_to_another_challenge_or_from_another_site_is_refused(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Member).await;
        let mut device = Authenticator::new(&house.base_url);
        add(&anne, &mut device, "Nøgle").await.redirects_to(SECURITY);
        let browser = house.browser();
        let (_, first) = begin(&browser, "/log-ind", "/log-ind/noegle").await;
        let (page, second) = begin(&browser, "/log-ind", "/log-ind/noegle").await;
        let credential = device.get(&first["publicKey"]);
        finish(&browser, &page, "/log-ind/noegle", &second, &credential, "").await.is(400).says("passede ikke");

        device.origin = "https://evil.example".to_owned();
        sign_in(&browser, &mut device).await.is(400).says("passede ikke");
        device.origin.clone_from(&house.base_url);
        device.verifies = false;
        sign_in(&browser, &mut device).await.is(400).says("passede ikke");
        device.verifies = true;
        for nonsense in ["", "{}", "null", "{\"id\":1}"] {
            let (page, begun) = begin(&browser, "/log-ind", "/log-ind/noegle").await;
            finish(&browser, &page, "/log-ind/noegle", &begun, nonsense, "").await.is(400).says("passede ikke");
        }
        browser.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
        sign_in(&browser, &mut device).await.redirects_to("/profil");
    }

    async fn a_key_signs_in_only_to_its_own_account(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Member).await;
        let bo_account = house.account(BO, "Bo Krag").await;
        let mut device = Authenticator::new(&house.base_url);
        add(&anne, &mut device, "Nøgle").await.redirects_to(SECURITY);
        device.claims_to_be_of(bo_account.id.as_uuid());
        sign_in(&house.browser(), &mut device).await.is(400).says("passede ikke");
        // A key nobody has added is nothing.
        let mut stranger = Authenticator::new(&house.base_url);
        stranger.claims_to_be_of(bo_account.id.as_uuid());
        sign_in(&house.browser(), &mut stranger).await.is(400).says("passede ikke");
        // Nor can a key that is known be added to a second account.
        let bo = house.sign_in(BO).await;
        add(&bo, &mut device, "Annes nøgle").await.is(400).says("passede ikke");
    }

    async fn a_ceremony_begun_by_one_person_is_not_finished_by_another(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        house.account(BO, "Bo Krag").await;
        let browser = house.sign_in(ANNE).await;
        let mut device = Authenticator::new(&house.base_url);
        let (_, begun) = begin(&browser, SECURITY, "/profil/noegle").await;
        let credential = device.create(&begun["publicKey"]);
        // The same browser, somebody else signed in.
        house.sign_in_with(&browser, BO).await;
        let page = browser.open(SECURITY).await;
        finish(&browser, &page, "/profil/noegle", &begun, &credential, "Min").await.is(400).says("passede ikke");
        browser.open(SECURITY).await.is(200).keeps_quiet_about("Ikke brugt endnu");
    }

    async fn passkeys_are_renamed_and_removed_by_their_owner_only(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Member).await;
        house.account(BO, "Bo Krag").await;
        let bo = house.sign_in(BO).await;
        let mut device = Authenticator::new(&house.base_url);
        add(&anne, &mut device, "Nøgle").await.redirects_to(SECURITY);
        let remove = anne.open(SECURITY).await.form("/fjern");
        let rename = remove.action.strip_suffix("/fjern").unwrap().to_owned();

        let token = bo.open("/profil").await.form("/profil").value("csrf").unwrap().to_owned();
        bo.post_bare(&rename, &[("csrf", &token), ("label", "Bos")], &[]).await.is(404).says("Siden findes ikke");
        bo.post_bare(&remove.action, &[("csrf", &token)], &[]).await.is(404).says("Siden findes ikke");

        let long = "x".repeat(61);
        let page = anne.submit(SECURITY, &rename, &[("label", &long)]).await.is(422);
        assert_eq!(page.form(&rename).value("label"), Some(long.as_str()));
        anne.submit(SECURITY, &rename, &[("label", "Min <b>nøgle</b>")]).await.redirects_to(SECURITY);
        anne.open(SECURITY).await.is(200).says("Navnet er gemt.").says("Min <b>nøgle</b>").keeps_quiet_about("<b>nøgle");
        anne.send(&remove, &[]).await.redirects_to(SECURITY);
        anne.open(SECURITY).await.is(200).says("Adgangsnøglen er fjernet.").keeps_quiet_about("nøgle</b>");
        sign_in(&house.browser(), &mut device).await.is(400).says("passede ikke");
    }

    async fn adding_a_passkey_needs_a_sign_in_of_the_last_hour(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Member).await;
        let mut device = Authenticator::new(&house.base_url);
        let (page, _) = begin(&anne, SECURITY, "/profil/noegle").await;
        house.clock.advance(SignedDuration::from_mins(61));
        let old = anne.open(SECURITY).await.is(200);
        old.says("Det er mere end en time siden, du loggede ind");
        let token = page.form("/profil/noegle").value("csrf").unwrap().to_owned();
        let begun = anne.post_bare("/profil/noegle/begynd", &[("csrf", &token)], &[]).await.is(200);
        let begun: Value = serde_json::from_str(&begun.text).unwrap();
        let credential = device.create(&begun["publicKey"]);
        let refused = finish(&anne, &page, "/profil/noegle", &begun, &credential, "Nøgle").await;
        refused.redirects_to("/log-ind?next=%2Fprofil%2Fsikkerhed&igen=1");
        anne.follow(refused).await.is(200).says("For din sikkerhed skal du logge ind igen");
    }

    async fn t28_the_first_half_needs_a_token_too(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        house.browser().post_bare("/log-ind/noegle/begynd", &[], &[]).await.is(403).says("Formularen skal sendes igen");
        let anne = house.sign_in(ANNE).await;
        anne.post_bare("/profil/noegle/begynd", &[], &[]).await.is(403).says("Formularen skal sendes igen");
    }

    async fn without_script_the_buttons_are_hidden_and_the_page_says_why(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let page = house.browser().open("/log-ind").await.is(200);
        page.says("Adgangsnøgler kræver JavaScript og en nyere browser.");
        assert!(page.text.contains("data-passkey=\"get\"") && page.text.contains("data-passkey-on hidden"), "{}", page.text);
    }
}

on_both_engines! {
    TestApp::builder().setting("listen", "127.0.0.1:8080");

    async fn on_a_number_address_passkeys_are_not_offered(house: TestApp) {
        house.account(ANNE, "Anne Holm").await;
        let page = house.browser().get_with("/log-ind", &[("host", "127.0.0.1")]).await.is(200);
        page.keeps_quiet_about("data-passkey");
    }
}
