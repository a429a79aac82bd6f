-- What the registry told of its subjects, a row for each, and what they count for: by year and kind how many
-- more count from then on.
CREATE TABLE registry_subject_view (
  id TEXT PRIMARY KEY, body TEXT NOT NULL, key TEXT NOT NULL, seq BIGINT NOT NULL, hash TEXT NOT NULL);
CREATE TABLE registry_subject_turn_view (id TEXT PRIMARY KEY, counted BIGINT NOT NULL);

-- Whom the results of a year are about.
ALTER TABLE result_view
  ADD COLUMN finished_year TEXT GENERATED ALWAYS AS
    (left(body::jsonb #>> '{content,finishedOn}', 4)) STORED,
  ADD COLUMN subject_id TEXT GENERATED ALWAYS AS (body::jsonb #>> '{content,subjectId}') STORED;
CREATE INDEX result_by_year ON result_view (finished_year, subject_id);
