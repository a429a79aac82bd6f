-- 待办: what waits in each stream, a row for each; filled by the projection "waiting". Of all plans and draws few wait,
-- and only those are looked at.
CREATE TABLE waiting_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  waits BOOLEAN GENERATED ALWAYS AS (body::jsonb -> 'matters' <> '[]'::jsonb) STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX waiting_open ON waiting_view (bureau, id) WHERE waits;
