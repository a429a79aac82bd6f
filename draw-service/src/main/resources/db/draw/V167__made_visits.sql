-- Which drawn visits are over and recorded, as the inspections told: nobody is replaced there.
CREATE TABLE made_visit_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, key TEXT NOT NULL, seq BIGINT NOT NULL,
  hash TEXT NOT NULL, PRIMARY KEY (bureau, id));
