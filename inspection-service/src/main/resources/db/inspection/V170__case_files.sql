-- 卷宗: what was filed of a draw, and what became of its file; the draw of each visit, by which files are listed.
CREATE TABLE case_file_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (bureau, id));
ALTER TABLE visit_view ADD COLUMN draw TEXT GENERATED ALWAYS AS (body::jsonb ->> 'drawId') STORED;
CREATE INDEX visit_draw ON visit_view (bureau, draw);
