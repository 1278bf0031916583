-- Durin's tables, version 7, for H2: links in mails, and mail that is to be sent.
-- unconfirmed_until: from then on the account goes, unless its mail address was confirmed; null: never.
-- selector, key_id: what the link's text is made of, with a key that is not in this table. purpose: REGISTRATION, ADDRESS
-- or PASSWORD. mail: the address that the link was sent to. used: when it was, for as long as the row is kept.

ALTER TABLE durin_account ADD COLUMN IF NOT EXISTS unconfirmed_until BIGINT;
CREATE INDEX IF NOT EXISTS durin_account_unconfirmed ON durin_account (unconfirmed_until);

CREATE TABLE IF NOT EXISTS durin_mailed_link (
    selector VARCHAR(32) PRIMARY KEY,
    key_id VARCHAR(16) NOT NULL,
    account_id BIGINT NOT NULL,
    purpose VARCHAR(16) NOT NULL,
    mail VARCHAR(320) NOT NULL,
    created BIGINT NOT NULL,
    expiry BIGINT NOT NULL,
    used BIGINT,
    CONSTRAINT durin_mailed_link_account FOREIGN KEY (account_id) REFERENCES durin_account (id) ON DELETE CASCADE
);

CREATE INDEX IF NOT EXISTS durin_mailed_link_of_account ON durin_mailed_link (account_id);
CREATE INDEX IF NOT EXISTS durin_mailed_link_expiry ON durin_mailed_link (expiry);

CREATE SEQUENCE IF NOT EXISTS durin_mail_id START WITH 50 INCREMENT BY 50;

-- kind: what the mail is about. language: a tag. link: the selector of its link, or empty. The text is made when it is sent.
CREATE TABLE IF NOT EXISTS durin_mail (
    id BIGINT PRIMARY KEY,
    kind VARCHAR(32) NOT NULL,
    caller VARCHAR(255) NOT NULL,
    mail VARCHAR(320) NOT NULL,
    language VARCHAR(64) NOT NULL,
    link VARCHAR(32) NOT NULL,
    attempts INT NOT NULL,
    next_attempt BIGINT NOT NULL,
    created BIGINT NOT NULL
);

CREATE INDEX IF NOT EXISTS durin_mail_next_attempt ON durin_mail (next_attempt);

INSERT INTO durin_schema_history (version, description) VALUES (7, 'mail');
