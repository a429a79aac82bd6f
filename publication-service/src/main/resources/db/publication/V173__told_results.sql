-- The hash of each notice on publication.results.v1; filled by version 1 of the projection of told results.
CREATE TABLE told_result_view (
  bureau TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  key TEXT GENERATED ALWAYS AS (body::jsonb ->> 'key') STORED,
  hash TEXT GENERATED ALWAYS AS (body::jsonb ->> 'hash') STORED,
  PRIMARY KEY (bureau, id)
);
