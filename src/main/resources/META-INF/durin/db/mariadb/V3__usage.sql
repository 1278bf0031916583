-- Durin's tables, version 3, for MariaDB: how often callers use clients, and which node is at a task.

-- epoch_day: days since 1970-01-01 in UTC. Without a foreign key: each row would lock its client's, and all of a client's rows
-- would go with it in one transaction. They are removed in batches; no id of a client comes again.
CREATE TABLE IF NOT EXISTS durin_usage (
    caller VARCHAR(255) NOT NULL,
    client_id BIGINT NOT NULL,
    epoch_day BIGINT NOT NULL,
    uses BIGINT NOT NULL,
    PRIMARY KEY (caller, client_id, epoch_day)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE INDEX IF NOT EXISTS durin_usage_day ON durin_usage (epoch_day);
CREATE INDEX IF NOT EXISTS durin_usage_client ON durin_usage (client_id);

-- A row for each task that one node does at a time; whoever locks it is at it.
CREATE TABLE IF NOT EXISTS durin_lock (
    name VARCHAR(32) PRIMARY KEY
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

INSERT INTO durin_lock (name) SELECT 'purge' WHERE NOT EXISTS (SELECT name FROM durin_lock WHERE name = 'purge');

INSERT INTO durin_schema_history (version, description) VALUES (3, 'usage');
