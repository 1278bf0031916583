-- Durin's tables, version 9, for PostgreSQL: indexes for lists that are filtered, sorted and paged by key.
-- COLLATE "C": by code points, whatever the collation of the database is, so that what begins alike is a range.

CREATE INDEX IF NOT EXISTS durin_token_created ON durin_token (created, id);
CREATE INDEX IF NOT EXISTS durin_token_caller ON durin_token (caller COLLATE "C", id);
CREATE INDEX IF NOT EXISTS durin_token_name ON durin_token (name COLLATE "C", id) WHERE name <> '';
CREATE INDEX IF NOT EXISTS durin_token_end ON durin_token (expiry, id);
CREATE INDEX IF NOT EXISTS durin_token_of_client ON durin_token (client_id, created, id);

-- Each is the beginning of another one by now.
DROP INDEX IF EXISTS durin_token_expiry;
DROP INDEX IF EXISTS durin_token_by_client;

CREATE INDEX IF NOT EXISTS durin_account_name ON durin_account (natural_name COLLATE "C");
CREATE INDEX IF NOT EXISTS durin_account_state ON durin_account (state, natural_name COLLATE "C");

INSERT INTO durin_schema_history (version, description) VALUES (9, 'lists');
