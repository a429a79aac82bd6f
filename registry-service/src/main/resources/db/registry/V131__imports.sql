-- Tables that were taken at the desk, a row for each; filled by the projection "imports".
CREATE TABLE import_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  taken TEXT GENERATED ALWAYS AS (body::jsonb ->> 'order') STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX import_newest ON import_view (bureau, taken);

-- Files that were handed in and judged, for whoever handed them in and for some days (ADR 47). No read model, and no
-- part of the ledger: what is deleted here is gone.
CREATE SCHEMA intake;
CREATE TABLE intake.draft (
  bureau TEXT NOT NULL,
  id TEXT NOT NULL CHECK (id ~ '^[0-9a-f]{32}$'),
  account TEXT NOT NULL,
  body JSONB NOT NULL,
  content BYTEA NOT NULL CHECK (octet_length(content) <= 16777216),
  kept_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  PRIMARY KEY (bureau, id)
);
CREATE INDEX draft_of_account ON intake.draft (bureau, account, kept_at);
GRANT USAGE ON SCHEMA intake TO ${app_role};
GRANT SELECT, INSERT, UPDATE, DELETE ON intake.draft TO ${app_role};
