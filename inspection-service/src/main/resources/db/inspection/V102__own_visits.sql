-- Filled by version 4 of the projection: whose team and whose unit a visit is.
DROP TABLE visit_view;
CREATE TABLE visit_view (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  state TEXT GENERATED ALWAYS AS (body::jsonb ->> 'state') STORED,
  team JSONB GENERATED ALWAYS AS (body::jsonb -> 'inspectors') STORED,
  units JSONB GENERATED ALWAYS AS (body::jsonb -> 'units') STORED
);
CREATE INDEX visit_open ON visit_view (id) WHERE state = 'FINISHED';
CREATE INDEX visit_team ON visit_view USING gin (team);
CREATE INDEX visit_units ON visit_view USING gin (units);
