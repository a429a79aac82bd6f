-- 人员调离移交 (ADR 95): officers who leave, and what becomes of what they had open; filled by the projection "departures".
CREATE TABLE departure_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  unit TEXT GENERATED ALWAYS AS (body::jsonb -> 'request' ->> 'unit') STORED,
  state TEXT GENERATED ALWAYS AS (body::jsonb ->> 'state') STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX departure_of_unit ON departure_view (bureau, unit, id);
CREATE INDEX departure_asked ON departure_view (bureau, id) WHERE state = 'ASKED';
