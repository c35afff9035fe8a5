//! What an operator reads in the log: routes, ids, counts. Never who, never what they wrote, never what opens a door.

use std::io::Write;
use std::sync::{Arc, Mutex, OnceLock};

use platform::people::Role;
use platform::testing::{TestApp, on_both_engines};
use platform::web::{Answer, Cx, Paths, Public, Visitor};
use tracing_subscriber::fmt::MakeWriter;

use super::installation::Installation;
use super::stage::{furnish, give_up, open_form, path_of, program, sent, staff, typed};
use super::tables::statement;

/// Everything this process has logged since the first story here began, of whatever test.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Log {
    /// Listens to everything the program could be told to log. The test's own browser speaks in the same process and is left out.
    fn open() -> &'static Self {
        static LOG: OnceLock<Log> = OnceLock::new();
        LOG.get_or_init(|| {
            let log = Self::default();
            let filter = tracing_subscriber::EnvFilter::new("trace,reqwest=off,hyper_util::client=off,h2=off,hyper=debug,mio=off,want=off");
            let lines = tracing_subscriber::fmt()
                .with_env_filter(filter)
                .with_ansi(false)
                .with_writer(log.clone());
            lines.try_init().unwrap();
            log
        })
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

/// Insists that none of these stands in any line.
fn says_nothing_of(log: &str, secrets: &[(&str, String)]) {
    for (what, secret) in secrets {
        assert!(secret.len() > 5, "{what}: {secret}");
        let line = log.lines().find(|line| line.contains(secret.as_str()));
        assert!(line.is_none(), "{what} is in the log: {}", line.unwrap_or_default());
    }
}

on_both_engines! { program();
    async fn from_sign_up_to_sign_out_no_line_tells_who_or_what_opens_a_door(house: TestApp) {
        let log = Log::open();
        furnish(&house).await;
        let mark = house.base_url.rsplit(':').next().unwrap().to_owned();
        let (name, email) = (format!("Zenobia Q{mark}"), format!("zenobia-{mark}@borger.example"));
        let visitor = house.browser();
        let form = open_form(&visitor).await;
        let mut fields = typed(&name, &email);
        let (case, phone, diet) = (format!("Min sag {mark} om bænke"), format!("+45 70{}", &format!("{mark}000000")[..6]), format!("Nøddeallergi-{mark}"));
        fields.extend([("participants-0-case", case.as_str()), ("participants-0-phone", &phone), ("participants-0-diet", &diet)]);
        let page = sent(&visitor, &form, &fields).await.is(303);
        let order = page.location().unwrap().to_owned();
        visitor.open(&order).await.is(200);
        visitor.get(&format!("{order}/kalender.ics")).await.is(200);
        // Mistakes, searches and wrong turns with personal data in them.
        let query = format!("soeg-{mark}-{}", email.replace('@', "%40"));
        visitor.get(&format!("/kurser?q={query}")).await.is(200);
        visitor.get(&format!("/findes-ikke/{query}")).await.is(404);
        visitor.get(&format!("/tilmelding/{query}")).await.is(410);
        let wrong = format!("forkert-{mark}@@borger");
        sent(&visitor, &form, &typed(&name, &wrong)).await.is(422);
        visitor.post_bare(&form, &[("participants-0-name", &name)], &[]).await.is(403);
        let interest = format!("{}/interesse", form.rsplit_once("/tilmelding/").unwrap().0);
        sent(&visitor, &interest, &[("name", &name), ("email", &email), ("seats", "1")]).await.is(303);

        // Signing in, by link and with a wrong code first.
        let owner = house.member(&format!("ejer-{email}"), &format!("Ejer {name}"), Role::Owner).await;
        visitor.submit("/log-ind", "/log-ind", &[("email", &format!("ejer-{email}"))]).await.redirects_to("/log-ind/mail");
        let mails = house.mails().await;
        let asked = mails.iter().find(|mail| mail.text.contains("/log-ind/link/")).unwrap();
        let (link, code) = (asked.link("/log-ind/link/"), asked.code());
        let other = if code == "000000" { "111111" } else { "000000" };
        visitor.submit("/log-ind/mail", "/log-ind/mail", &[("code", other)]).await.is(422);
        let page = visitor.get(&link).await.is(200);
        visitor.send(&page.only_form("/link/"), &[]).await.is(303);
        let session = visitor.cookie("session").unwrap();
        owner.submit("/hus/kursushuset/personer", "/invitationer", &[("email", &format!("ny-{email}")), ("role", "member")]).await.is(303);
        owner.get("/hus/kursushuset/log").await.is(200);
        let edition = form.rsplit('/').next().unwrap();
        for list in ["", ".csv", ".xlsx"] {
            owner.get(&format!("/hus/kursushuset/hold/{edition}/deltagere{list}")).await.is(200);
        }
        visitor.get("/profil/data").await.is(200);
        let invitation = house.mail().await.link("/invitation/");
        give_up(&visitor, &order).await.is(303);
        visitor.send(&visitor.open("/profil").await.form("/log-ud"), &[]).await.is(303);
        house.run_jobs().await;

        let text = log.text();
        assert!(text.contains("/kurser/{course}/tilmelding/{edition}"), "the log holds nothing");
        let last = |link: &str| path_of(&house, link).rsplit('/').next().unwrap().to_owned();
        says_nothing_of(&text, &[
            ("the name", format!("Q{mark}")), ("the address", email.clone()), ("the address before the @", format!("zenobia-{mark}")), ("the case", case.clone()),
            ("the telephone", phone.clone()), ("the diet", diet.clone()), ("what was searched for", format!("soeg-{mark}")), ("what was typed wrongly", wrong.clone()),
            ("the order's secret", last(&order)), ("the sign-in secret", last(&link)), ("the invitation's secret", last(&invitation)), ("the session", session),
            ("the visit", visitor.cookie("visit").unwrap_or_else(|| "nobody-has-this".to_owned())), ("an order number", "9520000000004".to_owned()),
        ]);
        // Six digits may occur anywhere by chance; the code as the mail writes it may not.
        assert!(!text.contains(&format!("code={code}")) && !text.contains(&format!("{} {}", &code[..3], &code[3..])));
    }

    async fn what_breaks_is_told_to_the_operator_and_not_to_the_visitor(house: TestApp) {
        let log = Log::open();
        furnish(&house).await;
        let owner = staff(&house, Role::Owner).await;
        let visitor = house.browser();
        let form = open_form(&visitor).await;
        let blank = visitor.open(&form).await.form(&form);
        // A table is gone: the worst that can happen while the program runs.
        let mut tx = house.db.begin().await.unwrap();
        for column in ["parts", "terms_text"] {
            let table = if column == "parts" { "course" } else { "course_order" };
            statement(format!("ALTER TABLE {table} RENAME COLUMN {column} TO {column}_gone")).execute(&mut tx).await.unwrap();
        }
        tx.commit().await.unwrap();
        let name = format!("Yrsa {}", house.base_url.rsplit(':').next().unwrap());
        for page in [visitor.get("/kurser").await, owner.get("/hus/kursushuset/kurser").await, visitor.send(&blank, &typed(&name, "yrsa@borger.example")).await] {
            let page = page.is(500);
            let words = page.words();
            for leak in ["SELECT", "column", "parts", "sqlite", "postgres", "panicked", ".rs", "crates/", "/tmp", "error:", "thread", "RUST_"] {
                assert!(!words.contains(leak), "{} tells {leak}: {words}", page.path);
            }
            let number = page.header("x-request-id").to_owned();
            assert!(number.len() == 16 && words.contains(&number), "the page says which line of the log is meant: {words}");
            let text = log.text();
            let line = text.lines().find(|line| line.contains(&number)).unwrap_or_default();
            assert!(line.contains("ERROR") && line.contains("cause"), "the operator is told: {line}");
            assert_eq!(page.header("cache-control"), "private, no-store");
        }
        says_nothing_of(&log.text(), &[("the name of who met the fault", name)]);
    }
}

/// The program with a page that has a fault of the worst kind, met in the middle of a change.
fn with_a_fault() -> platform::testing::Builder {
    async fn fault(cx: Cx<Visitor>) -> Answer {
        let mut tx = cx.app.db.begin().await?;
        db::sql!("UPDATE organisation SET name = 'half done'").execute(&mut tx).await?;
        panic!("{} is the name of somebody", cx.query.get("name"));
    }
    let room = platform::Room {
        routes: vec![platform::web::get(Paths::same("/fejl"), Public, fault)],
        navigation: Vec::new(),
        migrations: Vec::new(),
        jobs: |_| {},
        sitemap: None,
        personal: None,
    };
    program().room(room)
}

on_both_engines! { with_a_fault();
    async fn a_panic_is_a_page_like_any_fault_and_leaves_nothing_behind(house: TestApp) {
        let log = Log::open();
        let visitor = house.browser();
        for _ in 0..20 {
            let page = visitor.get("/fejl?name=Zebulon").await.is(500);
            assert!(page.words().contains(page.header("x-request-id")) && !page.words().contains("Zebulon"), "{}", page.words());
            assert_eq!(page.header("cache-control"), "private, no-store");
        }
        // Neither the connection to the database nor the change is left hanging.
        visitor.get("/log-ind").await.is(200).keeps_quiet_about("half done");
        assert!(log.text().contains("the handler panicked"));
        says_nothing_of(&log.text(), &[("the name in the panic", "Zebulon".to_owned())]);
    }
}

#[tokio::test]
async fn secrets_of_the_installation_show_nowhere() {
    let secrets = [
        ("mail", "smtp://bruger:hemmelig-mailkode@mail.example:587"),
        ("oidc-client-secret", "hemmelig-oidc-kode"),
        ("oidc-issuer", "https://login.example"),
        ("oidc-client-id", "inddrag"),
    ];
    let installation = Installation::new(&secrets).await;
    let shown = format!("{:?}", installation.app.config);
    assert!(!shown.contains("hemmelig"), "{shown}");
    let key = std::fs::read(installation.folder.0.join("secret.key")).unwrap();
    assert_eq!(key.len(), 32);
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(installation.folder.0.join("secret.key"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o077, 0, "only the program's own account may read the key: {mode:o}");
    for page in ["/", "/log-ind", "/findes-ikke", "/healthz", "/readyz", "/robots.txt"] {
        assert!(!installation.get(page, "").await.text.contains("hemmelig"), "{page}");
    }
}
