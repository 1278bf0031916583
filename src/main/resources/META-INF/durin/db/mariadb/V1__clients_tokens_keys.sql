-- Durin's tables, version 1, for MariaDB. A run that was cut short can be repeated: the last statement says that it is done.
-- Times are milliseconds since 1970-01-01T00:00:00Z.
-- The collation tells all names apart: by case, by accent, and by spaces at the end.

CREATE TABLE IF NOT EXISTS durin_schema_history (
    version INT PRIMARY KEY,
    description VARCHAR(100) NOT NULL,
    applied TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Ids come from sequences; each value stands for the 50 ids that end with it.
CREATE SEQUENCE IF NOT EXISTS durin_client_id START WITH 50 INCREMENT BY 50 NOCACHE ENGINE = InnoDB;
CREATE SEQUENCE IF NOT EXISTS durin_token_id START WITH 50 INCREMENT BY 50 NOCACHE ENGINE = InnoDB;

-- token_ttl: milliseconds, null = tokens never expire.
CREATE TABLE IF NOT EXISTS durin_client (
    id BIGINT PRIMARY KEY,
    name VARCHAR(64) NOT NULL,
    token_ttl BIGINT,
    throttle_rate VARCHAR(64),
    login_policy VARCHAR(16) NOT NULL,
    enabled BOOLEAN NOT NULL,
    created BIGINT NOT NULL,
    CONSTRAINT durin_client_name UNIQUE (name)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- selector and key_id make the token's text only together with the key. expiry: null = never.
CREATE TABLE IF NOT EXISTS durin_token (
    id BIGINT PRIMARY KEY,
    selector VARCHAR(32) NOT NULL,
    key_id VARCHAR(16) NOT NULL,
    caller VARCHAR(255) NOT NULL,
    client_id BIGINT NOT NULL,
    slot VARCHAR(32) NOT NULL,
    name VARCHAR(255) NOT NULL,
    created BIGINT NOT NULL,
    expiry BIGINT,
    login_groups LONGTEXT NOT NULL,
    store_id VARCHAR(255) NOT NULL,
    caller_dn VARCHAR(1000) NOT NULL,
    caller_unique_id VARCHAR(255) NOT NULL,
    login_address VARCHAR(64) NOT NULL,
    login_user_agent VARCHAR(256) NOT NULL,
    last_used BIGINT,
    last_address VARCHAR(64),
    last_user_agent VARCHAR(256),
    CONSTRAINT durin_token_selector UNIQUE (selector),
    CONSTRAINT durin_token_slot UNIQUE (caller, client_id, slot),
    CONSTRAINT durin_token_client FOREIGN KEY (client_id) REFERENCES durin_client (id) ON DELETE CASCADE
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE INDEX IF NOT EXISTS durin_token_expiry ON durin_token (expiry);

-- One generated key at most; id is always 1. Without rows when the key is configured.
CREATE TABLE IF NOT EXISTS durin_key (
    id INT PRIMARY KEY,
    secret VARCHAR(128) NOT NULL,
    created BIGINT NOT NULL
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

INSERT INTO durin_schema_history (version, description) VALUES (1, 'clients_tokens_keys');
