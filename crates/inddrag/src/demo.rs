//! The house of the demo: two organisations that do not exist, with people to sign in as.

use platform::people::{Role, account, membership};
use platform::values::Email;
use platform::{App, OrgScope};
use texts::Lang;

use crate::Failure;

/// Who can be signed in as, and as what. Their addresses end in `.demo.example`, which the demo sign-in looks for.
const PEOPLE: [(&str, &str, usize, Role); 5] = [
    ("asta@huset.demo.example", "Asta Administrator", 0, Role::Owner),
    ("kim@huset.demo.example", "Kim Kursusleder", 0, Role::CourseManager),
    ("ulla@huset.demo.example", "Ulla Underviser", 0, Role::Instructor),
    ("mads@huset.demo.example", "Mads Medarbejder", 0, Role::Member),
    ("nora@nordby.demo.example", "Nora Nordby", 1, Role::Owner),
];

/// Fills an empty database; does nothing to one that has organisations.
///
/// # Errors
/// Why it could not be filled.
pub async fn fill(app: &App) -> Result<(), Failure> {
    let mut tx = app.db.begin().await?;
    let (there,): (i64,) = db::sql!("SELECT COUNT(*) AS n FROM organisation").one(&tx).await?;
    if there > 0 {
        return Ok(());
    }
    let houses = courses::demo::houses().map_err(|fault| Failure::new(fault.to_string()))?;
    let now = app.clock.now();
    let mut scopes = Vec::new();
    for house in &houses {
        let id = platform::organisation::OrganisationId::from_uuid(app.random.id(now));
        let organisation = &house.organisation;
        // Reached as `nordby.localhost` beside the default house, which answers to every other name.
        let domain = (!organisation.is_default).then(|| format!("{}.localhost", organisation.slug));
        db::sql!(
            "INSERT INTO organisation (id, slug, name, contact_email, domain, is_default, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"
        )
        .bind(id)
        .bind(&organisation.slug)
        .bind(&organisation.name)
        .bind(&organisation.contact)
        .bind(domain)
        .bind(organisation.is_default)
        .bind(now)
        .execute(&mut tx)
        .await?;
        let scope = OrgScope::of_job(id);
        courses::demo::fill(&mut tx, app, scope, house)
            .await
            .map_err(|error| Failure::new(error.to_string()))?;
        scopes.push(scope);
    }
    for (email, name, house, role) in PEOPLE {
        let email = Email::parse(email).map_err(|error| Failure::new(error.to_string()))?;
        let account = account::find_or_create(&mut tx, &app.clock, &app.random, &email, name, Lang::Da).await?;
        membership::join(&mut tx, &app.clock, scopes[house], account.id, role).await?;
        if role == Role::Owner && house == 0 {
            account::set_operator(&mut tx, account.id, true).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// Says where to look and whom to sign in as.
pub fn greet(app: &App) {
    let url = &app.config.public_url;
    println!("\nInddrag, demo: {url}");
    println!("  English         {url}/en");
    println!("  Sign in as      {url}/demo");
    for (email, name, _, role) in PEOPLE {
        println!("                  {name} ({role}, {email})");
    }
    println!("  Mailbox         {url}/_mail");
    println!("  Components      {url}/_ui");
    println!("  Another house   {}", app.origin_of(Some("nordby.localhost")));
    println!("Stop with Ctrl+C. The data is kept in {}.\n", app.config.data.display());
}
