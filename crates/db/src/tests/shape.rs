//! The tables the stories need.

use crate::Migration;

pub(crate) const MIGRATIONS: &[Migration] = &[Migration {
    room: "db",
    number: 1,
    name: "0001_tests",
    sql: "
        CREATE TABLE thing (
            id UUID PRIMARY KEY,
            name TEXT NOT NULL,
            count BIGINT,
            flag BOOLEAN,
            bytes BYTEA,
            share DOUBLE PRECISION,
            at BIGINT,
            day TEXT,
            hour TEXT
        );
        CREATE UNIQUE INDEX thing_name_once ON thing (name);
        CREATE TABLE seat (
            course BIGINT NOT NULL,
            number BIGINT NOT NULL,
            person TEXT UNIQUE,
            taken BIGINT NOT NULL DEFAULT 0 CHECK (taken <= 1),
            lock_count BIGINT NOT NULL DEFAULT 0,
            PRIMARY KEY (course, number)
        );
        CREATE TABLE member (
            id BIGINT PRIMARY KEY,
            organisation_id BIGINT NOT NULL,
            name TEXT NOT NULL
        );
        CREATE TABLE part (
            id BIGINT NOT NULL PRIMARY KEY,
            thing UUID NOT NULL REFERENCES thing (id) ON DELETE CASCADE
        );
    ",
}];
