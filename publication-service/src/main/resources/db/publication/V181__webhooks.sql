-- 推送 (ADR 80): what other authorities are still to be told, and what came of it. Made from the ledger in its order; lost,
-- it is made again, and receivers know a message they had by its id.
CREATE SCHEMA webhook;

-- How far the ledger was read.
CREATE TABLE webhook.reach (
  one BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (one),
  seq BIGINT NOT NULL
);
INSERT INTO webhook.reach (seq) VALUES (0);

-- Every subscription there was, as the ledger had it at that place.
CREATE TABLE webhook.subscription (
  scope TEXT NOT NULL,
  id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('UNASKED', 'ASKED', 'ACTIVE', 'PAUSED', 'ENDED')),
  news TEXT[] NOT NULL,
  PRIMARY KEY (scope, id)
);

-- A body is kept until it was taken, and of a dead letter.
CREATE TABLE webhook.message (
  scope TEXT NOT NULL,
  webhook TEXT NOT NULL,
  id TEXT NOT NULL,
  seq BIGINT NOT NULL,
  type TEXT NOT NULL,
  body TEXT,
  state TEXT NOT NULL CHECK (state IN ('WAITING', 'DELIVERED', 'DEAD')),
  tries INT NOT NULL DEFAULT 0 CHECK (tries >= 0),
  due_at TIMESTAMPTZ NOT NULL,
  lease UUID,
  leased_until TIMESTAMPTZ,
  fault TEXT NOT NULL DEFAULT '',
  made_at TIMESTAMPTZ NOT NULL,
  done_at TIMESTAMPTZ,
  PRIMARY KEY (scope, webhook, id),
  CHECK (state = 'DELIVERED' OR body IS NOT NULL)
);
CREATE INDEX message_due ON webhook.message (due_at) WHERE state = 'WAITING';
CREATE INDEX message_by_place ON webhook.message (scope, webhook, seq);
CREATE INDEX message_done ON webhook.message (done_at) WHERE state = 'DELIVERED';

GRANT USAGE ON SCHEMA webhook TO ${app_role};
GRANT SELECT, UPDATE ON webhook.reach TO ${app_role};
GRANT SELECT, INSERT, UPDATE ON webhook.subscription TO ${app_role};
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook.message TO ${app_role};
