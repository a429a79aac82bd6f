-- 最近办理: what people did, a row for each request and type of event; filled by the projection "recent".
CREATE TABLE recent_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  actor TEXT GENERATED ALWAYS AS (body::jsonb ->> 'actor') STORED,
  at_seq BIGINT GENERATED ALWAYS AS ((body::jsonb ->> 'seq')::bigint) STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX recent_last ON recent_view (bureau, at_seq);
CREATE INDEX recent_by ON recent_view (bureau, actor, at_seq);
