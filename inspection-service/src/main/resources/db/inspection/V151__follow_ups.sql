-- What follows the findings of a visit: orders to correct, notifications, transfers; those with something open by their next day.
CREATE TABLE follow_up_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  next_due TEXT GENERATED ALWAYS AS (body::jsonb ->> 'nextDue') STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX follow_up_open ON follow_up_view (bureau, next_due, id) WHERE next_due IS NOT NULL;
