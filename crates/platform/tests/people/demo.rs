//! The demo's sign-in, and that there is none elsewhere.

use platform::people::Role;
use platform::testing::{TestApp, on_both_engines};

const ANNE: &str = "anne@kursushuset.demo.example";

on_both_engines! {
    TestApp::builder().setting("demo", "true");

    async fn one_press_signs_in_as_one_of_the_demos_people(house: TestApp) {
        house.member(ANNE, "Anne Holm", Role::Owner).await;
        let real = house.account("chef@kursushuset.example", "En Rigtig Chef").await;
        let browser = house.browser();
        browser.open("/log-ind").await.is(200).says("Demo: log ind som en af demoens personer");
        let page = browser.open("/demo").await.is(200);
        page.says("Anne Holm").says("Administrator, Kursushuset").keeps_quiet_about("Rigtig Chef");
        let form = page.form("/demo");
        // Only demo accounts, also by hand.
        browser.send(&form, &[("account", &real.id.to_string())]).await.is(404).says("Siden findes ikke");
        browser.send(&form, &[("account", "x")]).await.is(404).says("Siden findes ikke");
        browser.send(&form, &[]).await.redirects_to("/hus");
        browser.open("/profil").await.is(200).says("Anne Holm");
        browser.open("/profil/sikkerhed").await.is(200).says("Firefox på Linux Demo");
    }
}

on_both_engines! {
    async fn without_demo_there_is_no_such_way_in(house: TestApp) {
        let account = house.account(ANNE, "Anne Holm").await;
        let browser = house.browser();
        browser.open("/log-ind").await.is(200).keeps_quiet_about("/demo");
        for path in ["/demo", "/en/demo"] {
            browser.get(path).await.is(404).keeps_quiet_about("Anne Holm");
            let token = browser.open("/log-ind").await.form("/log-ind").value("csrf").unwrap().to_owned();
            browser.post_bare(path, &[("csrf", &token), ("account", &account.id.to_string())], &[]).await.is(404).keeps_quiet_about("Anne");
        }
        browser.get("/profil").await.redirects_to("/log-ind?next=%2Fprofil");
    }
}
