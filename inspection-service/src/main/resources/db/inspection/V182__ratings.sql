-- 企业评价: ratings by task and quarter, added up; filled by the projection "ratings". Its rows are its bureau's own, as
-- those of every read model (own_rows_everywhere).
CREATE TABLE rating_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  year TEXT GENERATED ALWAYS AS (body::jsonb ->> 'year') STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX rating_of_year ON rating_view (bureau, year, id);
