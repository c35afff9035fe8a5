//! The audit log as owners and operators read it.

use platform::audit::{self, Actor, Event};
use platform::people::{Role, admin};
use platform::testing::{TestApp, on_both_engines};
use platform::values::Email;
use serde_json::json;

use super::sessions::account_of;

const ANNE: &str = "anne@kursushuset.example";
const BO: &str = "bo@kursushuset.example";
const LOG: &str = "/hus/kursushuset/log";

async fn record(house: &TestApp, action: &str, details: serde_json::Value) {
    let mut tx = house.db.begin().await.unwrap();
    let event = Event {
        actor: Actor::Nobody,
        action,
        object_kind: "edition",
        object_id: None,
        details,
    };
    audit::record(&mut tx, house.clock.now(), Some(house.scope), event).await.unwrap();
    tx.commit().await.unwrap();
}

platform::action_words!(|lang, code| match code {
    "edition.cancelled" => Some(lang.pick("Hold aflyst", "Edition cancelled")),
    _ => None,
});

on_both_engines! {
    async fn what_was_done_to_people_is_told_in_words(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        house.member(BO, "Bo Krag", Role::Member).await;
        let page = anne.open("/hus/kursushuset/personer").await;
        let bo = format!("/hus/kursushuset/personer/{}", account_of(&page.text, "Bo Krag"));
        anne.submit(&bo, &bo, &[("role", "instructor")]).await.is(303);
        anne.submit("/hus/kursushuset/personer", "/invitationer", &[("email", "ny@nordby.example"), ("role", "member")]).await.is(303);
        anne.open("/hus/kursushuset/personer").await.says("Invitationen er sendt til ny@nordby.example.");
        let log = anne.open(LOG).await.is(200);
        log.says("Anne Holm Rolle ændret: Bo Krag from: member to: instructor");
        log.says("Anne Holm Invitation sendt role: member").says("2. november 2026 kl. 09.00");
        log.keeps_quiet_about("ny@nordby.example");
        anne.open("/en/house/kursushuset/log").await.is(200).says("Role changed: Bo Krag").says("Invitation sent");

        // Erased people leave their entries and take their names.
        let gone = house.sign_in(BO).await;
        gone.submit("/profil/slet", "/profil/slet", &[("email", BO)]).await.redirects_to("/log-ind");
        anne.open(LOG).await.says("Rolle ændret: slettet person").keeps_quiet_about("Bo Krag");
    }

    async fn the_log_is_filtered_and_leafed_through(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        for number in 0..120 {
            let action = if number % 2 == 0 { "edition.cancelled" } else { "edition.unheard-of" };
            record(&house, action, json!({ "nr": number })).await;
        }
        let newest = anne.open(LOG).await.is(200);
        newest.says("nr: 119").says("nr: 70").keeps_quiet_about("nr: 69<").says("Hold aflyst").says("edition.unheard-of");
        let older = newest.links().into_iter().find(|link| link.contains("foer=")).unwrap();
        anne.open(&older).await.is(200).says("nr: 69").says("nr: 20").says("Til de nyeste").keeps_quiet_about("nr: 119");
        let only = anne.open(&format!("{LOG}?handling=edition.cancelled")).await.is(200);
        only.says("nr: 118").says("nr: 20").keeps_quiet_about("nr: 119<");
        anne.open(&format!("{LOG}?handling=intet-s%C3%A5dant")).await.is(200).says("Loggen er tom");
        // Nonsense in the query is nonsense and nothing more (T9, T11, T15).
        for query in ["foer=x", "foer=-1", "foer=%27%20OR%201=1--", "handling=%3Cscript%3E", "handling=%27;DROP%20TABLE%20account"] {
            anne.get(&format!("{LOG}?{query}")).await.is(200).keeps_quiet_about("<script>");
        }
    }

    async fn t7_the_log_shows_what_is_in_it_as_text(house: TestApp) {
        let hostile = "<img src=x onerror=alert(1)>";
        let anne = house.member(ANNE, hostile, Role::Owner).await;
        record(&house, "<script>alert(1)</script>", json!({ "<b>key</b>": "<i>value</i>", "nested": { "a": ["</td>"] } })).await;
        anne.submit("/hus/kursushuset/organisation", "/organisation", &[("name", "\"><svg onload=alert(1)>")]).await.is(303);
        for path in [LOG, "/en/house/kursushuset/log"] {
            let page = anne.open(path).await.is(200);
            page.says("<script>alert(1)</script>").says("<b>key</b>: <i>value</i>").says(hostile);
            page.keeps_quiet_about("<script>alert").keeps_quiet_about("<i>value").keeps_quiet_about("<img src=x").keeps_quiet_about("<svg onload");
        }
    }

    async fn the_installations_own_log_is_for_operators(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        anne.get("/drift/log").await.is(404).says("Siden findes ikke");
        house.browser().get("/drift/log").await.redirects_to("/log-ind?next=%2Fdrift%2Flog");
        admin::set_operator(&house.app, &Email::parse(ANNE).unwrap(), true).await.unwrap();
        let anne = house.sign_in(ANNE).await;
        let page = anne.open("/drift/log").await.is(200);
        page.says("Anne Holm Logget ind: Anne Holm method: mail").says("Organisation oprettet").says("systemet eller en besøgende Adgang til drift ændret");
        admin::set_operator(&house.app, &Email::parse(ANNE).unwrap(), false).await.unwrap();
        anne.get("/drift/log").await.redirects_to("/log-ind?next=%2Fdrift%2Flog");
    }
}
