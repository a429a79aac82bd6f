-- 开放数据 (ADR 73): files of a year are read by id from an index of its published results.
CREATE INDEX result_open_data ON result_view (bureau, counted_year, id) WHERE published;

-- Which notice changed when, by its place in the ledger; filled by version 1 of the projection "open_changes".
CREATE TABLE open_change_view (
  bureau TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  at_seq BIGINT GENERATED ALWAYS AS ((body::jsonb ->> 'seq')::bigint) STORED,
  PRIMARY KEY (bureau, id)
);
CREATE UNIQUE INDEX open_change_by_seq ON open_change_view (bureau, at_seq);

-- What open data was day by day: signed notes and the packed rows they are of, kept for 31 days.
CREATE SCHEMA open_data;
CREATE TABLE open_data.snapshot (
  bureau TEXT NOT NULL,
  day DATE NOT NULL,
  size BIGINT NOT NULL CHECK (size >= 0),
  root TEXT NOT NULL CHECK (root ~ '^[0-9a-f]{64}$'),
  sha256 TEXT NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  note TEXT NOT NULL,
  packed BYTEA NOT NULL CHECK (octet_length(packed) <= 67108864),
  PRIMARY KEY (bureau, day)
);
GRANT USAGE ON SCHEMA open_data TO ${app_role};
GRANT SELECT, INSERT, DELETE ON open_data.snapshot TO ${app_role};
