-- What the registry told of its subjects and items, a row for each: whom a visit goes to, and what is asked there.
CREATE TABLE registry_subject_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, key TEXT NOT NULL, seq BIGINT NOT NULL,
  hash TEXT NOT NULL, PRIMARY KEY (bureau, id));
CREATE TABLE registry_item_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, key TEXT NOT NULL, seq BIGINT NOT NULL,
  hash TEXT NOT NULL, PRIMARY KEY (bureau, id));

-- Whom a visit goes to: its earlier results are looked up by it.
ALTER TABLE visit_view ADD COLUMN subject TEXT GENERATED ALWAYS AS (body::jsonb ->> 'subjectId') STORED;
CREATE INDEX visit_subject ON visit_view (bureau, subject);
