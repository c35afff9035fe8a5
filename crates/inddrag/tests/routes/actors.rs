//! Who walks the table.

use http::HeaderValue;
use platform::people::{AccountId, Role, account, membership, session};
use platform::testing::TestApp;
use platform::values::Email;
use platform::web::Rule;
use texts::Lang;

/// A role in the organisation at hand (`true`) or in another.
type Place = Option<(bool, Role)>;

/// One kind of person.
pub(crate) struct Actor {
    pub(crate) name: &'static str,
    account: Option<AccountId>,
    role: Place,
    is_operator: bool,
}

/// Everybody there is: nobody, somebody without a house, each role in this house, an owner of another, an operator.
pub(crate) async fn everybody(house: &TestApp) -> Vec<Actor> {
    let other = house.organisation("anden", "Anden").await;
    let mut actors = vec![Actor {
        name: "anonymous",
        account: None,
        role: None,
        is_operator: false,
    }];
    let list: [(&'static str, Place, bool); 7] = [
        ("guest", None, false),
        ("member", Some((true, Role::Member)), false),
        ("instructor", Some((true, Role::Instructor)), false),
        ("manager", Some((true, Role::CourseManager)), false),
        ("owner", Some((true, Role::Owner)), false),
        ("owner elsewhere", Some((false, Role::Owner)), false),
        ("operator", None, true),
    ];
    for (name, role, is_operator) in list {
        let email = Email::parse(&format!("{}@walk.example", name.replace(' ', "-"))).expect("a good address");
        let mut tx = house.db.begin().await.expect("a transaction");
        let app = &house.app;
        let made = account::find_or_create(&mut tx, &app.clock, &app.random, &email, name, Lang::Da)
            .await
            .expect("an account");
        if let Some((own, role)) = role {
            let scope = if own { house.scope } else { other };
            membership::join(&mut tx, &app.clock, scope, made.id, role)
                .await
                .expect("a membership");
        }
        account::set_operator(&mut tx, made.id, is_operator).await.expect("an operator");
        tx.commit().await.expect("a commit");
        actors.push(Actor {
            name,
            account: Some(made.id),
            role,
            is_operator,
        });
    }
    actors
}

impl Actor {
    /// A cookie of a session begun just now: every request gets its own, because some routes end it.
    pub(crate) async fn cookie(&self, house: &TestApp) -> Option<String> {
        let app = &house.app;
        let mut tx = house.db.begin().await.expect("a transaction");
        let cookie: HeaderValue = session::start(&mut tx, &app.clock, &app.random, &app.config, self.account?, "demo", "test")
            .await
            .expect("a session");
        tx.commit().await.expect("a commit");
        cookie.to_str().ok()?.split(';').next().map(str::to_owned)
    }

    /// Whether the rule lets this person in, for an address in the own organisation or in the other.
    pub(crate) fn may(&self, rule: Rule, in_own: bool, is_demo: bool) -> bool {
        match rule {
            Rule::Public | Rule::ByLink => true,
            Rule::SignedIn => self.account.is_some(),
            Rule::Member { allows, .. } => self.role.is_some_and(|(own, role)| own == in_own && allows(role)),
            Rule::Operator => self.is_operator,
            Rule::Demo => is_demo,
        }
    }
}
