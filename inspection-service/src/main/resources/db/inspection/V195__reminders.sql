-- 期限提醒 by mail and messenger (ADR 96): what is still to be sent. Made from the ledger in its order; what was sent or given
-- up is gone.
CREATE SCHEMA reminder;

-- How far the ledger was read; no row before a receiver was named, and then from the end of it.
CREATE TABLE reminder.reach (
  one BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (one),
  seq BIGINT NOT NULL
);

CREATE TABLE reminder.message (
  seq BIGINT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('OFFICER', 'COPY', 'MESSENGER')),
  receiver TEXT NOT NULL,
  visit TEXT NOT NULL,
  task TEXT NOT NULL,
  due_on DATE NOT NULL,
  working_days INT CHECK (working_days >= 0),
  tries INT NOT NULL DEFAULT 0 CHECK (tries >= 0),
  next_try TIMESTAMPTZ NOT NULL,
  until TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (seq, way, receiver)
);
CREATE INDEX message_next ON reminder.message (next_try);

GRANT USAGE ON SCHEMA reminder TO ${app_role};
GRANT SELECT, INSERT, UPDATE ON reminder.reach TO ${app_role};
GRANT SELECT, INSERT, UPDATE, DELETE ON reminder.message TO ${app_role};
