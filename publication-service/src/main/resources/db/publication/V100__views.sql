-- Read models: derived from the ledger, may be dropped and filled again at any time.
CREATE TABLE plan_notice_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE draw_notice_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE result_view (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  draw_id TEXT GENERATED ALWAYS AS (body::jsonb #>> '{content,drawId}') STORED,
  published BOOLEAN GENERATED ALWAYS AS (body::jsonb ? 'published') STORED
);
CREATE INDEX result_by_draw ON result_view (draw_id, id);
CREATE TABLE known_subject_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
