//! Rights about the organisation itself. All of them belong to owners: who can invite can also make themselves anything.

use super::Role;
use crate::web::Right;

/// Members, invitations and the organisation's own data.
#[derive(Debug)]
pub struct ManagePeople;

impl Right for ManagePeople {
    const NAME: &'static str = "manage-people";

    fn allows(role: Role) -> bool {
        role == Role::Owner
    }
}

/// The audit log.
#[derive(Debug)]
pub struct ReadAudit;

impl Right for ReadAudit {
    const NAME: &'static str = "read-audit";

    fn allows(role: Role) -> bool {
        role == Role::Owner
    }
}
