-- 回头看 of each task: its samples, who goes again, and what was found; by whoever goes.
CREATE TABLE revisit_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  officers JSONB GENERATED ALWAYS AS (jsonb_path_query_array(body::jsonb, '$.samples[*].revisits[*].team[*]')) STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX revisit_officers ON revisit_view USING GIN (officers);
