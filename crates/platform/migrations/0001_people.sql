-- People and the organisations they work for.

CREATE TABLE organisation (
    id UUID PRIMARY KEY NOT NULL,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    contact_email TEXT NOT NULL,
    -- Host name of its public pages ("kurser.example.dk"); NULL: reached only as the default organisation.
    domain TEXT,
    is_default BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX u_organisation_slug ON organisation (slug);
CREATE UNIQUE INDEX u_organisation_domain ON organisation (domain);

CREATE TABLE account (
    id UUID PRIMARY KEY NOT NULL,
    email TEXT NOT NULL,
    -- Folded for comparison, so that one mailbox is one account.
    email_key TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    is_operator BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX u_account_email_key ON account (email_key);

CREATE TABLE membership (
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    account_id UUID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, account_id)
);
CREATE INDEX i_membership_account ON membership (account_id);

CREATE TABLE invitation (
    id UUID PRIMARY KEY NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    role TEXT NOT NULL,
    token_hash BYTEA NOT NULL,
    invited_by UUID REFERENCES account (id) ON DELETE SET NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_at BIGINT
);
CREATE INDEX i_invitation_email_key ON invitation (email_key);
CREATE UNIQUE INDEX u_invitation_token ON invitation (token_hash);
CREATE UNIQUE INDEX u_invitation_email ON invitation (organisation_id, email_key);

-- One row per signed-in browser. Only the hash of the cookie's token is kept.
CREATE TABLE session (
    id UUID PRIMARY KEY NOT NULL,
    token_hash BYTEA NOT NULL,
    account_id UUID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    -- How the person proved who they are: mail, passkey, oidc, demo.
    method TEXT NOT NULL,
    -- Browser as shown on the page of one's own sessions; no address is kept.
    agent TEXT NOT NULL
);
CREATE UNIQUE INDEX u_session_token ON session (token_hash);
CREATE INDEX i_session_account ON session (account_id);

-- Links sent by mail: used once, short-lived, for one purpose.
CREATE TABLE mail_link (
    id UUID PRIMARY KEY NOT NULL,
    token_hash BYTEA NOT NULL,
    -- sign-in, confirm-email
    purpose TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    -- Whose it is, where only that person may use it.
    account_id UUID REFERENCES account (id) ON DELETE CASCADE,
    -- Hash of the cookie of the browser that asked, so that a forwarded link is of no use elsewhere. NULL: good in any browser.
    browser_hash BYTEA,
    -- Keyed hash of the six digits that stand in the same mail, for the browser that asked; and how often somebody tried.
    code_hash BYTEA,
    code_tries BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    -- Where to go afterwards; always a local path, empty for the usual place.
    next_path TEXT NOT NULL
);
CREATE UNIQUE INDEX u_mail_link_token ON mail_link (token_hash);
CREATE INDEX i_mail_link_browser ON mail_link (browser_hash);
CREATE INDEX i_mail_link_email ON mail_link (email_key);

CREATE TABLE passkey (
    id UUID PRIMARY KEY NOT NULL,
    account_id UUID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    credential_id BYTEA NOT NULL,
    label TEXT NOT NULL,
    credential TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE UNIQUE INDEX u_passkey_credential ON passkey (credential_id);
CREATE INDEX i_passkey_account ON passkey (account_id);

CREATE TABLE oidc_identity (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    account_id UUID NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX i_oidc_identity_account ON oidc_identity (account_id);

-- Server side of a ceremony under way (passkey or OpenID Connect), bound to the browser by a cookie.
CREATE TABLE ceremony (
    id UUID PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    browser_hash BYTEA NOT NULL,
    account_id UUID REFERENCES account (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
