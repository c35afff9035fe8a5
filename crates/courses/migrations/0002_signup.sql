-- Who signed up, who pays, and who waits for a next run.

-- One payer and what was accepted at sign-up. One order becomes one invoice.
CREATE TABLE course_order (
    id UUID PRIMARY KEY NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    -- Made by the form: the same form sent twice is one order.
    idempotency_key TEXT NOT NULL,
    -- Hash of the secret in the payer's link.
    token_hash BYTEA NOT NULL,
    language TEXT NOT NULL,
    contact_name TEXT NOT NULL,
    contact_email TEXT NOT NULL,
    -- Folded for comparison, by which a person's orders are found for their copy and for erasure.
    contact_email_key TEXT NOT NULL,
    contact_phone TEXT,
    -- ean, cvr or private; the columns below follow from it.
    bill TEXT NOT NULL,
    payer_name TEXT,
    payer_kind TEXT,
    gln TEXT,
    order_reference TEXT,
    person_reference TEXT,
    cvr TEXT,
    bill_email TEXT,
    bill_email_key TEXT,
    street TEXT,
    postcode TEXT,
    town TEXT,
    -- The terms as they were accepted, and the fees that follow from them (JSON).
    terms_version TEXT NOT NULL,
    terms_text TEXT NOT NULL,
    cancellation_terms TEXT NOT NULL,
    net_ore BIGINT NOT NULL,
    vat_ore BIGINT NOT NULL,
    gross_ore BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT c_course_order_sum CHECK (net_ore + vat_ore = gross_ore),
    CONSTRAINT c_course_order_ean CHECK (
        bill <> 'ean' OR (payer_name IS NOT NULL AND gln IS NOT NULL AND (order_reference IS NOT NULL OR person_reference IS NOT NULL))
    ),
    CONSTRAINT c_course_order_cvr CHECK (bill <> 'cvr' OR (payer_name IS NOT NULL AND cvr IS NOT NULL AND bill_email IS NOT NULL)),
    CONSTRAINT c_course_order_private CHECK (bill <> 'private' OR (bill_email IS NOT NULL AND street IS NOT NULL))
);
CREATE UNIQUE INDEX u_course_order_scope ON course_order (organisation_id, id);
CREATE UNIQUE INDEX u_course_order_idempotency_key ON course_order (organisation_id, idempotency_key);
CREATE UNIQUE INDEX u_course_order_token ON course_order (organisation_id, token_hash);
CREATE INDEX i_course_order_created ON course_order (organisation_id, created_at);

-- One person's seat in an edition.
CREATE TABLE registration (
    id UUID PRIMARY KEY NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    order_id UUID NOT NULL,
    edition_id UUID NOT NULL,
    -- Place within the order, from 0.
    position BIGINT NOT NULL,
    state TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    -- Folded for comparison.
    email_key TEXT NOT NULL,
    phone TEXT,
    job_title TEXT,
    department TEXT,
    -- May reveal faith or health: emptied right after the edition.
    diet TEXT,
    access_needs TEXT,
    case_stage TEXT,
    case_text TEXT,
    meets_prerequisites BOOLEAN NOT NULL,
    -- Raised with every change of the calendar entry, so that calendars replace it (RFC 5546, SEQUENCE).
    calendar_sequence BIGINT NOT NULL,
    -- The price of the seat without tax, and how it is taxed, as accepted.
    price_ore BIGINT NOT NULL,
    vat_category TEXT NOT NULL,
    vat_basis_points BIGINT NOT NULL,
    -- What giving up cost, once somebody has.
    fee_ore BIGINT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, order_id) REFERENCES course_order (organisation_id, id),
    FOREIGN KEY (organisation_id, edition_id) REFERENCES edition (organisation_id, id),
    CONSTRAINT c_registration_case CHECK ((case_stage IS NULL) = (case_text IS NULL)),
    CONSTRAINT c_registration_price CHECK (price_ore >= 0)
);
-- Nobody holds two seats in an edition. A comeback after cancelling is a new row.
CREATE UNIQUE INDEX u_registration_person ON registration (organisation_id, edition_id, email_key)
    WHERE state IN ('requested', 'confirmed', 'attended', 'no-show');
CREATE UNIQUE INDEX u_registration_position ON registration (organisation_id, order_id, position);
CREATE INDEX i_registration_edition ON registration (organisation_id, edition_id, state);
CREATE INDEX i_registration_email ON registration (organisation_id, email_key);

-- Interest in the next run of a course, or in whatever a season brings.
CREATE TABLE interest_entry (
    id UUID PRIMARY KEY NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    course_id UUID,
    season TEXT,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    organisation_name TEXT,
    seats BIGINT NOT NULL,
    language TEXT NOT NULL,
    -- Hash of the secret in the link by which one leaves the list.
    token_hash BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    -- The date from which the row must be gone.
    delete_by TEXT NOT NULL,
    FOREIGN KEY (organisation_id, course_id) REFERENCES course (organisation_id, id),
    CONSTRAINT c_interest_entry_subject CHECK ((course_id IS NULL) <> (season IS NULL)),
    CONSTRAINT c_interest_entry_seats CHECK (seats BETWEEN 1 AND 50)
);
CREATE UNIQUE INDEX u_interest_entry_course ON interest_entry (organisation_id, course_id, email_key);
CREATE UNIQUE INDEX u_interest_entry_season ON interest_entry (organisation_id, season, email_key);
CREATE UNIQUE INDEX u_interest_entry_token ON interest_entry (organisation_id, token_hash);
CREATE INDEX i_interest_entry_delete_by ON interest_entry (organisation_id, delete_by);
