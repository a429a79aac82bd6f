-- What each visit left behind: when what was done and what was found, for signals and the problem rate, by the year of its end.
CREATE TABLE visit_trace_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  year TEXT GENERATED ALWAYS AS (left(coalesce(body::jsonb ->> 'finishedOn', ''), 4)) STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX visit_trace_year ON visit_trace_view (bureau, year, id) WHERE year <> '';
