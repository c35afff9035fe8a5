//! Names and addresses that would like to be more than text (T1, T2, T32, T50).

use platform::people::Role;
use platform::testing::{Browser, Mail, TestApp, on_both_engines};

/// Each would break out of a different place: text, attribute, script, template, header.
const HOSTILE: [&str; 4] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "{{7*7}} ${7*7} <%= 7*7 %> Eva",
];

const ANNE: &str = "anne@kursushuset.example";
const BO: &str = "bo@kursushuset.example";

/// Whether markup of ours has come of it.
fn harmless(html: &str, place: &str) {
    // Attributes of ours stand in double quotes, so a single one breaks out of nothing.
    for sign in ["<script>alert", "<img src=x", "\"><img", "='alert(1)'"] {
        assert!(!html.contains(sign), "{place} lets {sign} through");
    }
    assert!(!html.contains("49 $"), "{place} calculates");
}

async fn look_everywhere(browser: &Browser, paths: &[String]) {
    for path in paths {
        let page = browser.open(path).await.is(200);
        harmless(&page.text, path);
    }
}

fn check_mails(mails: &[Mail]) {
    for mail in mails {
        harmless(&mail.html, &format!("the mail “{}”", mail.subject));
        assert!(!mail.subject.contains('\n') && !mail.to.contains('\n'), "{mail:?}");
    }
}

on_both_engines! {
    async fn t1_hostile_names_are_names_in_every_view_and_mail(house: TestApp) {
        for (number, name) in HOSTILE.iter().enumerate() {
            let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
            anne.submit("/profil", "/profil", &[("name", name)]).await.redirects_to("/profil");
            anne.submit("/hus/kursushuset/organisation", "/organisation", &[("name", name)]).await.is(303);
            let email = format!("nr{number}@nordby.example");
            let sent = anne.submit("/hus/kursushuset/personer", "/invitationer", &[("email", &email), ("role", "member")]).await;
            harmless(&anne.follow(sent).await.text, "the notice");
            let invitation = house.mail().await;
            check_mails(std::slice::from_ref(&invitation));
            let link = invitation.link("/invitation/");
            let newcomer = house.browser();
            let page = newcomer.get(&link).await.is(200);
            harmless(&page.text, "the invitation");
            newcomer.send(&page.only_form("/invitation/"), &[("name", name)]).await.redirects_to("/hus/kursushuset");

            let members = anne.open("/hus/kursushuset/personer").await;
            members.says(name);
            let member = members.links().into_iter().find(|link| link.starts_with("/hus/kursushuset/personer/")).unwrap();
            let paths = ["/profil", "/profil/sikkerhed", "/profil/slet", "/hus/kursushuset/personer", &member, "/hus/kursushuset/organisation", "/hus/kursushuset/log", "/log-ind"];
            look_everywhere(&anne, &paths.map(str::to_owned)).await;
            let english = ["/en/profile", "/en/profile/security", "/en/house/kursushuset/people", "/en/house/kursushuset/log", "/en/sign-in"];
            look_everywhere(&anne, &english.map(str::to_owned)).await;

            anne.submit("/log-ind", "/log-ind", &[("email", ANNE)]).await.redirects_to("/log-ind/mail");
            anne.submit("/profil/mail", "/profil/mail", &[("email", &format!("anne{number}@ny.example"))]).await.redirects_to("/profil");
            check_mails(&house.mails().await);
            house.clock.advance(jiff::SignedDuration::from_hours(2));
        }
    }

    async fn what_was_typed_wrongly_comes_back_as_text(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        for typed in HOSTILE {
            for (path, action, field) in [
                ("/log-ind", "/log-ind", "email"),
                ("/profil/mail", "/profil/mail", "email"),
                ("/profil/slet", "/profil/slet", "email"),
                ("/hus/kursushuset/personer", "/invitationer", "email"),
                ("/hus/kursushuset/organisation", "/organisation", "contact"),
            ] {
                let page = anne.submit(path, action, &[(field, typed)]).await.is(422);
                harmless(&page.text, path);
                assert_eq!(page.form(action).value(field), Some(typed), "{path} loses what was typed");
            }
        }
    }

    async fn a_hostile_browser_name_is_only_a_browser_name(house: TestApp) {
        house.account(BO, "Bo Krag").await;
        let here = house.sign_in(BO).await;
        for agent in ["<script>alert(1)</script> Firefox/1 Linux", "\"><img src=x onerror=alert(1)>", ""] {
            let odd = house.browser().called(agent);
            house.sign_in_with(&odd, BO).await;
        }
        let page = here.open("/profil/sikkerhed").await.is(200);
        harmless(&page.text, "the list of browsers");
        page.says("Ukendt browser");
        here.get("/profil/data").await.is(200);
    }

    async fn hostile_path_segments_are_simply_not_found(house: TestApp) {
        let anne = house.member(ANNE, "Anne Holm", Role::Owner).await;
        for segment in ["%3Cscript%3Ealert(1)%3C%2Fscript%3E", "..%2F..%2Fetc%2Fpasswd", "%00", "'%20OR%201=1", "%22%3E%3Cimg%20src=x%3E"] {
            for path in ["/hus/{}/personer", "/hus/kursushuset/personer/{}", "/log-ind/link/{}", "/invitation/{}", "/profil/mail/{}"] {
                let page = anne.get(&path.replace("{}", segment)).await;
                assert!(matches!(page.status.as_u16(), 404 | 410), "{path} {segment}: {}", page.status);
                harmless(&page.text, path);
            }
        }
    }
}
