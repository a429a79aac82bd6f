-- 最近办理: what people did, a row for each request and type of event; filled by the projection "recent".
CREATE TABLE recent_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  actor TEXT GENERATED ALWAYS AS (body::jsonb ->> 'actor') STORED,
  at_seq BIGINT GENERATED ALWAYS AS ((body::jsonb ->> 'seq')::bigint) STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX recent_last ON recent_view (bureau, at_seq);
CREATE INDEX recent_by ON recent_view (bureau, actor, at_seq);

-- Who asked for something is told that it was not agreed to; few rows say so.
ALTER TABLE waiting_view ADD COLUMN tells BOOLEAN
  GENERATED ALWAYS AS (body::jsonb -> 'told' IS NOT NULL) STORED;
CREATE INDEX waiting_told ON waiting_view (bureau, id) WHERE tells;
