-- 通报: bulletins; filled by the projection "bulletins". Its rows are its bureau's own, as those of every read model
-- (own_rows_everywhere).
CREATE TABLE bulletin_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  units JSONB GENERATED ALWAYS AS (body::jsonb -> 'units') STORED,
  state TEXT GENERATED ALWAYS AS (body::jsonb ->> 'state') STORED,
  circulates BOOLEAN GENERATED ALWAYS AS (body::jsonb ->> 'reach' = 'INTERNAL') STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX bulletin_open ON bulletin_view (bureau, id) WHERE state <> 'CONCLUDED';
