-- 逾期未检查: drawn visits whose window has ended without them; filled by version 7 of the projection.
CREATE TABLE not_held_view (
  bureau TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  owed BOOLEAN GENERATED ALWAYS AS (coalesce(body::jsonb ->> 'settled', 'FINISHED') = 'FINISHED') STORED,
  PRIMARY KEY (bureau, id)
);
CREATE INDEX not_held_owed ON not_held_view (id) WHERE owed;
