-- Durin's tables, version 9, for MariaDB: indexes for lists that are filtered, sorted and paged by key.
-- Each ends with the id by itself.

CREATE INDEX IF NOT EXISTS durin_token_created ON durin_token (created);
CREATE INDEX IF NOT EXISTS durin_token_caller ON durin_token (caller);
CREATE INDEX IF NOT EXISTS durin_token_name ON durin_token (name);
CREATE INDEX IF NOT EXISTS durin_token_of_client ON durin_token (client_id, created);

CREATE INDEX IF NOT EXISTS durin_account_state ON durin_account (state, natural_name);

INSERT INTO durin_schema_history (version, description) VALUES (9, 'lists');
