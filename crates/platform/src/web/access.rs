//! Who may use a route. A route names one of these rules; its handler receives the rule's proof, so a page that needs a right cannot be written without it.

use std::future::{Future, ready};
use std::marker::PhantomData;

use super::{Core, Error};
use crate::organisation::{OrgScope, Organisation};
use crate::people::{AccountId, Role, membership};

/// A rule as shown in the route table and used by the table test.
#[derive(Debug, Clone, Copy)]
pub enum Rule {
    /// Everybody.
    Public,
    /// Whoever holds a link with a secret token; the handler looks the token up.
    ByLink,
    /// Everybody who is signed in.
    SignedIn,
    /// Members of the organisation named in the address whose role has this right.
    Member {
        /// The right's name in code.
        right: &'static str,
        /// Whether a role has it.
        allows: fn(Role) -> bool,
    },
    /// Those who run the installation.
    Operator,
    /// Everybody, but only where the program runs as a demo.
    Demo,
}

/// An access rule that yields a proof.
pub trait Access: Copy + Send + Sync + 'static {
    /// What a handler gets in its hand.
    type Proof: Send + Sync + 'static;

    /// The rule as data.
    fn rule(self) -> Rule;

    /// Gives the proof, or the reason why not.
    fn check(self, core: &Core) -> impl Future<Output = Result<Self::Proof, Error>> + Send;
}

/// A right within an organisation. Rooms declare theirs beside the pages that need them.
pub trait Right: Send + Sync + 'static {
    /// Its name in code and tables: `manage-courses`.
    const NAME: &'static str;

    /// Which roles have it.
    fn allows(role: Role) -> bool;
}

/// Everybody.
#[derive(Debug, Clone, Copy)]
pub struct Public;

/// Whoever holds a secret link.
#[derive(Debug, Clone, Copy)]
pub struct ByLink;

/// Everybody who is signed in.
#[derive(Debug, Clone, Copy)]
pub struct SignedIn;

/// Those who run the installation.
#[derive(Debug, Clone, Copy)]
pub struct OperatorOnly;

/// Everybody, in demo mode only.
#[derive(Debug, Clone, Copy)]
pub struct DemoOnly;

/// Members of the organisation in the address (`{org}`) who have the right `R`.
pub struct MemberWith<R>(PhantomData<fn() -> R>);

impl<R> MemberWith<R> {
    /// The rule.
    #[must_use]
    pub const fn right() -> Self {
        Self(PhantomData)
    }
}

impl<R> Clone for MemberWith<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for MemberWith<R> {}

/// Proof of [`Public`] and [`ByLink`]: the organisation whose public pages these are.
#[derive(Debug, Clone, Copy)]
pub struct Visitor {
    /// The organisation of the host name.
    pub scope: OrgScope,
}

/// Proof of [`SignedIn`].
#[derive(Debug, Clone, Copy)]
pub struct Person {
    /// Who.
    pub account: AccountId,
}

/// Proof of [`MemberWith`]: a member of an organisation who has the right `R`.
#[derive(Debug)]
pub struct Staff<R> {
    /// The organisation in the address.
    pub scope: OrgScope,
    /// The organisation in the address.
    pub organisation: Organisation,
    /// Who.
    pub account: AccountId,
    /// As what.
    pub role: Role,
    right: PhantomData<fn() -> R>,
}

/// Proof of [`OperatorOnly`].
#[derive(Debug, Clone, Copy)]
pub struct Operator {
    /// Who.
    pub account: AccountId,
}

/// Proof of [`DemoOnly`].
#[derive(Debug, Clone, Copy)]
pub struct Demo {
    /// The organisation of the host name.
    pub scope: OrgScope,
}

impl Access for Public {
    type Proof = Visitor;

    fn rule(self) -> Rule {
        Rule::Public
    }

    fn check(self, core: &Core) -> impl Future<Output = Result<Visitor, Error>> + Send {
        ready(Ok(visitor(core)))
    }
}

impl Access for ByLink {
    type Proof = Visitor;

    fn rule(self) -> Rule {
        Rule::ByLink
    }

    fn check(self, core: &Core) -> impl Future<Output = Result<Visitor, Error>> + Send {
        ready(Ok(visitor(core)))
    }
}

fn visitor(core: &Core) -> Visitor {
    Visitor {
        scope: OrgScope::granted(core.organisation.id),
    }
}

impl Access for SignedIn {
    type Proof = Person;

    fn rule(self) -> Rule {
        Rule::SignedIn
    }

    fn check(self, core: &Core) -> impl Future<Output = Result<Person, Error>> + Send {
        ready(core.signed_in().map(|session| Person {
            account: session.account_id,
        }))
    }
}

impl<R: Right> Access for MemberWith<R> {
    type Proof = Staff<R>;

    fn rule(self) -> Rule {
        Rule::Member {
            right: R::NAME,
            allows: R::allows,
        }
    }

    async fn check(self, core: &Core) -> Result<Staff<R>, Error> {
        let account = core.signed_in()?.account_id;
        // A stranger must not learn which organisations exist, so both unknown ones and those of others are "not found".
        let organisation = Organisation::by_slug_across_organisations(&core.app.db, core.param("org"))
            .await?
            .ok_or(Error::NotFound)?;
        let scope = OrgScope::granted(organisation.id);
        let role = membership::role_of(&core.app.db, scope, account).await?.ok_or(Error::NotFound)?;
        if !R::allows(role) {
            return Err(Error::Forbidden);
        }
        Ok(Staff {
            scope,
            organisation,
            account,
            role,
            right: PhantomData,
        })
    }
}

impl Access for OperatorOnly {
    type Proof = Operator;

    fn rule(self) -> Rule {
        Rule::Operator
    }

    fn check(self, core: &Core) -> impl Future<Output = Result<Operator, Error>> + Send {
        let proof = core.signed_in().and_then(|session| match session.is_operator {
            true => Ok(Operator {
                account: session.account_id,
            }),
            false => Err(Error::NotFound),
        });
        ready(proof)
    }
}

impl Access for DemoOnly {
    type Proof = Demo;

    fn rule(self) -> Rule {
        Rule::Demo
    }

    fn check(self, core: &Core) -> impl Future<Output = Result<Demo, Error>> + Send {
        let proof = if core.app.config.demo {
            Ok(Demo {
                scope: OrgScope::granted(core.organisation.id),
            })
        } else {
            Err(Error::NotFound)
        };
        ready(proof)
    }
}
