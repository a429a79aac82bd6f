-- 代理: who may act for whom, as the registry told it.
CREATE TABLE registry_deputy_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, key TEXT NOT NULL, seq BIGINT NOT NULL, hash TEXT NOT NULL,
  deputy TEXT GENERATED ALWAYS AS (body::jsonb ->> 'deputy') STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX registry_deputy_of ON registry_deputy_view (bureau, deputy);
