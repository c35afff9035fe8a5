-- What open pages are told. Numbers within a topic have no gaps: the topic's row is locked until the event is committed.

CREATE TABLE live_topic (
    topic TEXT PRIMARY KEY NOT NULL,
    last BIGINT NOT NULL
);

CREATE TABLE live_event (
    topic TEXT NOT NULL,
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    data TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (topic, number)
);
CREATE INDEX i_live_event_created ON live_event (created_at);
