-- Work to be done after the transaction that caused it.

CREATE TABLE job (
    id UUID PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    queue TEXT NOT NULL,
    -- JSON of the job's type; ids rather than personal data.
    payload TEXT NOT NULL,
    -- NULL: work of the installation itself.
    organisation_id UUID REFERENCES organisation (id),
    run_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    max_attempts BIGINT NOT NULL,
    -- Among unfinished jobs one key stands once. Starts with the organisation's id, so that organisations cannot hold each other's work back.
    dedup_key TEXT,
    -- The same work was asked for while it was being done: once more when it is finished.
    again BOOLEAN NOT NULL,
    -- A running job whose time is up belongs to a process that is gone.
    locked_until BIGINT,
    locked_by TEXT,
    -- What went wrong last, without personal data.
    last_error TEXT,
    -- pending, running, done, dead
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    finished_at BIGINT
);
CREATE UNIQUE INDEX u_job_dedup ON job (dedup_key) WHERE state IN ('pending', 'running');
CREATE INDEX i_job_due ON job (queue, run_at, id) WHERE state = 'pending';
CREATE INDEX i_job_lease ON job (locked_until) WHERE state = 'running';
CREATE INDEX i_job_finished ON job (state, finished_at);

-- Where each schedule has come to. Whoever moves next_at on has the right to enqueue the occurrence it stood at.
CREATE TABLE job_schedule (
    kind TEXT PRIMARY KEY NOT NULL,
    rule TEXT NOT NULL,
    next_at BIGINT NOT NULL
);
