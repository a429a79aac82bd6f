-- Figures of a day ask for what held on it.
ALTER TABLE subject_view ADD COLUMN since TEXT
  GENERATED ALWAYS AS (body::jsonb #>> '{details,since}') STORED;
ALTER TABLE subject_period_view ADD COLUMN merged BOOLEAN
  GENERATED ALWAYS AS (body::jsonb ->> 'merged' = 'true') STORED;
