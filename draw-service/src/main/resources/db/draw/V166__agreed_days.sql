-- 改期: on which day a visit is held, as the inspections told it last; shown beside its team.
CREATE TABLE agreed_day_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, key TEXT NOT NULL, seq BIGINT NOT NULL,
  hash TEXT NOT NULL, PRIMARY KEY (bureau, id));
