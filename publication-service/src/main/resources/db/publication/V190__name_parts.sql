-- 公示查询: from where a firm's name can be read on to its end, and its code; filled by version 1 of the projection of
-- name parts. A name that is looked for is the beginning of one of them; ordered by code points, whatever the database's
-- own order of words is.
CREATE TABLE name_part_view (
  bureau TEXT NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (bureau, id)
);
