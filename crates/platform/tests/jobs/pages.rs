//! The operator's page through the front door.

use db::sql;
use platform::mail::{self, Letter};
use platform::people::{Role, admin};
use platform::testing::{Browser, TestApp, on_both_engines};
use platform::values::Email;
use texts::Lang;

const OPERATOR: &str = "drift@kursushuset.example";
const JOBS: &str = "/drift/job";

async fn operator(house: &TestApp) -> Browser {
    house.account(OPERATOR, "Dina Drift").await;
    admin::set_operator(&house.app, &Email::parse(OPERATOR).unwrap(), true)
        .await
        .unwrap();
    house.sign_in(OPERATOR).await
}

/// A mail that was given up, with markup where only the program's own words should be.
async fn given_up(house: &TestApp, event: &str) {
    let letter = Letter::new(Lang::Da, "Du er tilmeldt").to(Email::parse("anne@nordby.example").unwrap());
    let mut tx = house.db.begin().await.unwrap();
    mail::enqueue(&mut tx, &house.app, None, event, letter).await.unwrap();
    sql!("UPDATE mail SET state = 'dead'").execute(&mut tx).await.unwrap();
    sql!("UPDATE job SET state = 'dead', attempts = 20, finished_at = $1, last_error = '<b>550</b>' WHERE kind = 'mail.send'")
        .bind(house.clock.now())
        .execute(&mut tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

on_both_engines! {
    async fn an_operator_tries_given_up_work_again_and_it_is_in_the_log(house: TestApp) {
        let dina = operator(&house).await;
        dina.open(JOBS).await.is(200).says("Intet er opgivet").says("Oprydning og påmindelser").says("Ingen mails venter på at blive sendt, og ingen er opgivet.");
        given_up(&house, "signup/1").await;
        let page = dina.open(JOBS).await.is(200);
        page.says("mail.send").says("<b>550</b>").says("20").says("1 er opgivet.").keeps_quiet_about("<b>550").keeps_quiet_about("nordby");
        dina.open("/en/operations/jobs").await.is(200).says("Background work").says("Try again");

        dina.submit(JOBS, "/drift/job/igen", &[]).await.redirects_to(JOBS);
        dina.open(JOBS).await.says("Arbejdet er lagt i køen igen.").says("Intet er opgivet");
        assert_eq!(house.mails().await.len(), 1);
        dina.open("/drift/log").await.says("Opgivet arbejde lagt i køen igen").says("Dina Drift");
    }

    async fn an_operator_discards_given_up_work(house: TestApp) {
        let dina = operator(&house).await;
        given_up(&house, "signup/1").await;
        let before = dina.open(JOBS).await.is(200);
        dina.send(&before.form("/drift/job/kasser"), &[]).await.redirects_to(JOBS);
        dina.open(JOBS).await.says("Arbejdet er kasseret.").says("Intet er opgivet");
        // Somebody else's page, opened before, or the same button twice.
        dina.send(&before.form("/drift/job/igen"), &[]).await.redirects_to(JOBS);
        dina.open(JOBS).await.says("Arbejdet er ikke lagt i køen igen");
        dina.send(&before.form("/drift/job/kasser"), &[]).await.redirects_to(JOBS);
        dina.open(JOBS).await.says("Arbejdet er ikke kasseret");
        let _ = dina.send(&before.form("/drift/job/kasser"), &[("job", "x' OR 1=1")]).await.is(404);
        assert!(house.mails().await.is_empty());
    }

    async fn only_operators_see_the_queue(house: TestApp) {
        given_up(&house, "signup/1").await;
        let owner = house.member("anne@kursushuset.example", "Anne Holm", Role::Owner).await;
        let _ = owner.get(JOBS).await.is(404);
        house.browser().get(JOBS).await.redirects_to("/log-ind?next=%2Fdrift%2Fjob");
        let dina = operator(&house).await;
        let forms = dina.open(JOBS).await;
        for action in ["/drift/job/igen", "/drift/job/kasser"] {
            let form = forms.form(action);
            assert!(!owner.send(&form, &[]).await.status.is_success());
            assert!(!house.browser().post_bare(action, &[("job", form.value("job").unwrap())], &[]).await.status.is_success());
        }
        dina.open(JOBS).await.says("mail.send");
    }

    async fn many_given_up_jobs_come_in_pages(house: TestApp) {
        let dina = operator(&house).await;
        for number in 0..60 {
            given_up(&house, &format!("signup/{number}")).await;
        }
        let first = dina.open(JOBS).await.is(200);
        assert_eq!(first.text.matches("mail.send</code>").count(), 50);
        let older = first.links().into_iter().find(|link| link.contains("efter=")).unwrap();
        assert_eq!(dina.open(&older).await.is(200).text.matches("mail.send</code>").count(), 10);
        dina.open(&format!("{JOBS}?efter=vr%C3%B8vl")).await.is(200).says("mail.send");
    }
}
