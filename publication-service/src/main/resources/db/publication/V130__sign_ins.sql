-- 登录记录: what happened at the doors of the gateways; filled by version 1 of the projection of sign-ins.
CREATE TABLE sign_in_view (
  bureau TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  place TEXT GENERATED ALWAYS AS ((body::jsonb ->> 'at') || '/' || id) STORED,
  account TEXT GENERATED ALWAYS AS (body::jsonb ->> 'account') STORED,
  what TEXT GENERATED ALWAYS AS (body::jsonb ->> 'what') STORED,
  PRIMARY KEY (bureau, id)
);
CREATE INDEX sign_in_by_time ON sign_in_view (bureau, place);
CREATE INDEX sign_in_by_account ON sign_in_view (bureau, account, place);
