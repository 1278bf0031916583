-- Durin's tables, version 6, for H2: callers whom Durin itself keeps.
-- natural_name: what names are compared by. state: PENDING, ACTIVE or DISABLED.
-- password_hash: function, iterations, salt and hash. confirmed_mail: the address that was last confirmed.

CREATE SEQUENCE IF NOT EXISTS durin_account_id START WITH 50 INCREMENT BY 50;

CREATE TABLE IF NOT EXISTS durin_account (
    id BIGINT PRIMARY KEY,
    name VARCHAR(255) NOT NULL,
    natural_name VARCHAR(255) NOT NULL,
    mail VARCHAR(320),
    password_hash VARCHAR(512) NOT NULL,
    state VARCHAR(16) NOT NULL,
    caller_groups VARCHAR(100000) NOT NULL,
    confirmed_mail VARCHAR(320),
    confirmed_at BIGINT,
    password_changed BIGINT NOT NULL,
    created BIGINT NOT NULL,
    CONSTRAINT durin_account_natural_name UNIQUE (natural_name)
);

INSERT INTO durin_schema_history (version, description) VALUES (6, 'accounts');
