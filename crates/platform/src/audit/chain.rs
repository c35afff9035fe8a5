//! The hash chain: each entry's hash covers its content and the hash before it.

use db::{Db, sql};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Entries read at a time while checking.
const BATCH: i64 = 1000;

db::row! {
    pub(super) struct Entry {
        pub(super) organisation_id: Uuid,
        pub(super) number: i64,
        pub(super) at: Timestamp,
        pub(super) account_id: Option<Uuid>,
        pub(super) action: String,
        pub(super) object_kind: String,
        pub(super) object_id: Option<Uuid>,
        pub(super) details: String,
        pub(super) hash: Vec<u8>,
    }
}

impl Entry {
    /// SHA-256 over the hash before and every field, each with its length first so that no two entries read alike.
    pub(super) fn hash_after(&self, previous: &[u8]) -> Vec<u8> {
        let bytes = |id: Option<Uuid>| id.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
        let mut hash = Sha256::new();
        for part in [
            previous,
            self.organisation_id.as_bytes(),
            &self.number.to_be_bytes(),
            &self.at.as_microsecond().to_be_bytes(),
            &bytes(self.account_id),
            self.action.as_bytes(),
            self.object_kind.as_bytes(),
            &bytes(self.object_id),
            self.details.as_bytes(),
        ] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hash.finalize().to_vec()
    }
}

/// A place where a chain does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The chain's organisation; nil is the installation's own.
    pub organisation_id: Uuid,
    /// The first entry that does not fit, or one past the last where entries are missing at the end.
    pub number: i64,
}

/// Checks every chain from its first entry to its recorded head.
///
/// # Errors
/// As the database's.
pub async fn verify_across_organisations(db: &Db) -> Result<Vec<Broken>, db::Error> {
    let chains: Vec<(Uuid, i64, Vec<u8>)> = sql!("SELECT organisation_id, length, hash FROM audit_chain ORDER BY organisation_id")
        .all(db)
        .await?;
    let mut broken = Vec::new();
    for (organisation_id, length, head) in chains {
        if let Some(number) = first_fault(db, organisation_id, length, &head).await? {
            broken.push(Broken { organisation_id, number });
        }
    }
    Ok(broken)
}

async fn first_fault(db: &Db, organisation_id: Uuid, length: i64, head: &[u8]) -> Result<Option<i64>, db::Error> {
    let mut previous = Vec::new();
    let mut checked = 0;
    while checked < length {
        let entries: Vec<Entry> = sql!(
            "SELECT organisation_id, number, at, account_id, action, object_kind, object_id, details, hash
             FROM audit_entry WHERE organisation_id = $1 AND number > $2 AND number <= $3 ORDER BY number LIMIT $4"
        )
        .bind(organisation_id)
        .bind(checked)
        .bind(length)
        .bind(BATCH)
        .all(db)
        .await?;
        if entries.is_empty() {
            return Ok(Some(checked + 1));
        }
        for entry in entries {
            if entry.number != checked + 1 || entry.hash != entry.hash_after(&previous) {
                return Ok(Some(checked + 1));
            }
            previous = entry.hash;
            checked += 1;
        }
    }
    Ok((previous != head).then_some(length))
}
