-- The entries a table changed, by the cause their events name (ADR 59); filled by the projection "imports".
CREATE TABLE import_changed_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (bureau, id));
CREATE INDEX import_changed_by_id ON import_changed_view (bureau, id text_pattern_ops);
