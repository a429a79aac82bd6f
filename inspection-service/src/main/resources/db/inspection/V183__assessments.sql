-- 年度考核: the year of a unit, scored; filled by the projection "assessments". Its rows are its bureau's own, as those of
-- every read model (own_rows_everywhere).
CREATE TABLE assessment_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  unit TEXT GENERATED ALWAYS AS (body::jsonb ->> 'unit') STORED,
  state TEXT GENERATED ALWAYS AS (body::jsonb ->> 'state') STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX assessment_of_unit ON assessment_view (bureau, unit, id);
CREATE INDEX assessment_open ON assessment_view (bureau, id) WHERE state <> 'CONCLUDED';
