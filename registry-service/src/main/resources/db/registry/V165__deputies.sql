-- 代理: who may act for whom; filled by the projection "deputies".
CREATE TABLE deputy_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  deputy TEXT GENERATED ALWAYS AS (body::jsonb ->> 'deputy') STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX deputy_of ON deputy_view (bureau, deputy);
