-- A file that is handed in lies in pieces of a megabyte, so that nobody holds a large one whole (ADR 52).
CREATE TABLE intake.draft_piece (
  bureau TEXT NOT NULL,
  id TEXT NOT NULL,
  number INT NOT NULL CHECK (number >= 0),
  content BYTEA NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 1048576),
  PRIMARY KEY (bureau, id, number),
  FOREIGN KEY (bureau, id) REFERENCES intake.draft ON DELETE CASCADE
);
INSERT INTO intake.draft_piece (bureau, id, number, content)
SELECT bureau, id, number, substring(content FROM number * 1048576 + 1 FOR 1048576)
FROM intake.draft CROSS JOIN LATERAL generate_series(0, (octet_length(content) - 1) / 1048576) AS number;
ALTER TABLE intake.draft DROP COLUMN content;
GRANT SELECT, INSERT, DELETE ON intake.draft_piece TO ${app_role};

-- A file that was taken once is known again by what is in it.
CREATE INDEX import_by_digest ON import_view (bureau, (body::jsonb #>> '{report,digest}'));
