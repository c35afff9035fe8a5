-- Mail on its way out, and what left in the last weeks. Personal data: each row says when it is deleted.

CREATE TABLE mail (
    id UUID PRIMARY KEY NOT NULL,
    -- The nil UUID: mail of the installation itself, such as sign-in links.
    organisation_id UUID NOT NULL,
    -- What happened, such as "signup-confirmed/<id>". One event of an organisation is one mail.
    event_key TEXT NOT NULL,
    message_id TEXT NOT NULL,
    -- Mails about the same thing to the same person hang together in their mail program.
    thread TEXT,
    sender TEXT NOT NULL,
    recipient TEXT NOT NULL,
    -- The same mailbox in lower case, by which a person's mails are found for their copy and for erasure.
    recipient_key TEXT NOT NULL,
    subject TEXT NOT NULL,
    -- The whole message as it is sent, so that every attempt sends the same bytes. Emptied once it has left: it holds links that open things.
    content BYTEA NOT NULL,
    -- queued, sending, sent, dead
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    sent_at BIGINT,
    delete_after BIGINT NOT NULL
);
CREATE UNIQUE INDEX u_mail_event ON mail (organisation_id, event_key);
CREATE INDEX i_mail_recipient ON mail (recipient_key, created_at);
CREATE INDEX i_mail_thread ON mail (organisation_id, thread, created_at);
CREATE INDEX i_mail_delete_after ON mail (delete_after);
CREATE INDEX i_mail_state ON mail (state, created_at);
