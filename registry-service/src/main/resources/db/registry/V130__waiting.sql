-- 待办: what waits in each stream for a second person, a row for each; filled by the projection "waiting". Of a
-- million subjects few wait, and only those are looked at.
CREATE TABLE waiting_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  waits BOOLEAN GENERATED ALWAYS AS (body::jsonb -> 'matters' <> '[]'::jsonb) STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX waiting_open ON waiting_view (bureau, id) WHERE waits;

-- Certificates of the inspectors by the day the later of both ends.
ALTER TABLE inspector_view ADD COLUMN certified_until TEXT GENERATED ALWAYS AS (greatest(
  body::jsonb #>> '{details,certificateValidUntil}',
  body::jsonb #>> '{details,qualifications,provincialValidUntil}')) STORED;
CREATE INDEX inspector_certified ON inspector_view (bureau, certified_until);
