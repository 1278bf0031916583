-- Durin's tables, version 4, for MariaDB: what was ended or changed, for the other nodes.
-- kind: token, caller or client; subject: the token's selector, the caller's name, the client's id.
-- recorded: milliseconds by the clock of the database. Rows are removed after an hour.

CREATE TABLE IF NOT EXISTS durin_revocation (
    id BIGINT PRIMARY KEY,
    recorded BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    subject VARCHAR(255) NOT NULL
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE INDEX IF NOT EXISTS durin_revocation_recorded ON durin_revocation (recorded);

INSERT INTO durin_schema_history (version, description) VALUES (4, 'revocations');
