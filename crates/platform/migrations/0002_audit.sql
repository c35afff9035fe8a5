-- Who did what to which object. Append-only; each entry's hash covers the one before it, per organisation.

CREATE TABLE audit_chain (
    -- The nil UUID is the installation's own chain.
    organisation_id UUID PRIMARY KEY NOT NULL,
    length BIGINT NOT NULL,
    hash BYTEA NOT NULL
);

CREATE TABLE audit_entry (
    organisation_id UUID NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    -- NULL: nobody signed in (a member of the public, or the program itself).
    account_id UUID,
    action TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object_id UUID,
    -- What changed, as JSON without personal data: ids, states, counts.
    details TEXT NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (organisation_id, number)
);
CREATE INDEX i_audit_entry_object ON audit_entry (organisation_id, object_kind, object_id);

-- Rate limits that must hold across restarts and processes. Keys are keyed hashes: no address or mailbox is readable.
CREATE TABLE rate_bucket (
    bucket BYTEA NOT NULL,
    window_start BIGINT NOT NULL,
    used BIGINT NOT NULL,
    PRIMARY KEY (bucket, window_start)
);
