-- Durin's tables, version 5, for MariaDB: how many tokens a caller may have.

ALTER TABLE durin_client ADD COLUMN IF NOT EXISTS max_per_caller INT;
ALTER TABLE durin_client ADD COLUMN IF NOT EXISTS at_limit VARCHAR(16);

-- A row for each caller who has logged in under a limit; whoever locks it is the only one to count the caller's tokens.
CREATE TABLE IF NOT EXISTS durin_caller (
    caller VARCHAR(255) PRIMARY KEY
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

INSERT INTO durin_schema_history (version, description) VALUES (5, 'limits');
