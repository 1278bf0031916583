-- Durin's tables, version 8, for H2: what ends scoped tokens, which are in no table themselves.
-- generation: how often all of a caller's scoped tokens have ended; each has the number that it was made at.

ALTER TABLE durin_caller ADD COLUMN IF NOT EXISTS generation BIGINT DEFAULT 0 NOT NULL;

-- id: of a scoped token that has ended before its time. expiry: when none can live any more that has it.
CREATE TABLE IF NOT EXISTS durin_scoped_revocation (
    id VARCHAR(32) PRIMARY KEY,
    expiry BIGINT NOT NULL
);

CREATE INDEX IF NOT EXISTS durin_scoped_revocation_expiry ON durin_scoped_revocation (expiry);

INSERT INTO durin_schema_history (version, description) VALUES (8, 'scoped_tokens');
