-- Durin's tables, version 9, for H2: indexes for lists that are filtered, sorted and paged by key.

CREATE INDEX IF NOT EXISTS durin_token_created ON durin_token (created DESC, id DESC);
CREATE INDEX IF NOT EXISTS durin_token_caller ON durin_token (caller, id);
CREATE INDEX IF NOT EXISTS durin_token_name ON durin_token (name, id);
CREATE INDEX IF NOT EXISTS durin_token_end ON durin_token (expiry, id);
CREATE INDEX IF NOT EXISTS durin_token_of_client ON durin_token (client_id, created, id);

-- The beginning of another one by now.
DROP INDEX IF EXISTS durin_token_expiry;

CREATE INDEX IF NOT EXISTS durin_account_state ON durin_account (state, natural_name);

INSERT INTO durin_schema_history (version, description) VALUES (9, 'lists');
