-- 督导单: tickets of supervision; filled by the projection "tickets". Its rows are its bureau's own, as those of every
-- read model (own_rows_everywhere).
CREATE TABLE ticket_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  unit TEXT GENERATED ALWAYS AS (body::jsonb ->> 'unit') STORED,
  state TEXT GENERATED ALWAYS AS (body::jsonb ->> 'state') STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX ticket_of_unit ON ticket_view (bureau, unit, id);
CREATE INDEX ticket_open ON ticket_view (bureau, id) WHERE state <> 'CLOSED';
