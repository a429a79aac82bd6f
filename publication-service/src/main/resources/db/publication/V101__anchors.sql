-- Checkpoints of the other services' ledgers; filled by version 2 of the projection.
CREATE TABLE anchor_view (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  sealed_at TEXT GENERATED ALWAYS AS (body::jsonb ->> 'sealedAt') STORED
);
CREATE INDEX anchor_by_time ON anchor_view (sealed_at);
