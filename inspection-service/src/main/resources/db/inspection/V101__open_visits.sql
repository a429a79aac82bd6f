-- Filled by version 3 of the projection.
DROP TABLE visit_view;
CREATE TABLE visit_view (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  state TEXT GENERATED ALWAYS AS (body::jsonb ->> 'state') STORED
);
CREATE INDEX visit_open ON visit_view (id) WHERE state = 'FINISHED';
