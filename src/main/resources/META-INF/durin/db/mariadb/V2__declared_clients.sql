-- Durin's tables, version 2, for MariaDB: which clients the configuration declares.

ALTER TABLE durin_client ADD COLUMN IF NOT EXISTS declared BOOLEAN DEFAULT FALSE NOT NULL;

INSERT INTO durin_schema_history (version, description) VALUES (2, 'declared_clients');
