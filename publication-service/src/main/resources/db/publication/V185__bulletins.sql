-- 通报公告: bulletins that are public; filled by the projection "notices". Its rows are its bureau's own, as those of every
-- read model (own_rows_everywhere).
CREATE TABLE bulletin_notice_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  published_on TEXT GENERATED ALWAYS AS (body::jsonb ->> 'publishedOn') STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX bulletin_notice_newest ON bulletin_notice_view (bureau, published_on, id);
