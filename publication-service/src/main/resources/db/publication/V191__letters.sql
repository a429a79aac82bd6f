-- What the public writes (公众来信, ADR 85): words and contact lie here, apart from the ledger, and are deleted when their days are over.
CREATE SCHEMA letter;
CREATE TABLE letter.content (
  bureau TEXT NOT NULL,
  id TEXT NOT NULL,
  nonce TEXT NOT NULL,
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  contact TEXT NOT NULL CHECK (length(contact) <= 100),
  kept_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (bureau, id)
);
GRANT USAGE ON SCHEMA letter TO ${app_role};
GRANT SELECT, INSERT, DELETE ON letter.content TO ${app_role};

-- Where each letter stands; filled by version 1 of the projection of letters.
CREATE TABLE letter_view (
  bureau TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  place TEXT GENERATED ALWAYS AS ((body::jsonb ->> 'dueOn') || '/' || id) STORED,
  stage TEXT GENERATED ALWAYS AS (body::jsonb ->> 'stage') STORED,
  written TEXT GENERATED ALWAYS AS (body::jsonb ->> 'on') STORED,
  due TEXT GENERATED ALWAYS AS (body::jsonb ->> 'dueOn') STORED,
  answered TEXT GENERATED ALWAYS AS (body::jsonb ->> 'answeredOn') STORED,
  PRIMARY KEY (bureau, id)
);
CREATE INDEX letter_by_place ON letter_view (bureau, place);
CREATE INDEX letter_by_day ON letter_view (bureau, written);
CREATE INDEX letter_open ON letter_view (bureau) WHERE answered IS NULL;
