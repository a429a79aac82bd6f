-- What the registry told of its experts, a row for each: beside a team stands who is entrusted that day (R20).
CREATE TABLE registry_expert_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, key TEXT NOT NULL, seq BIGINT NOT NULL,
  hash TEXT NOT NULL, PRIMARY KEY (bureau, id));
