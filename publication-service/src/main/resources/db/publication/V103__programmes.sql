-- Programmes of the batches and the last days of the plans; filled by version 4 of the projection.
CREATE TABLE programme_notice_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE plan_alarm_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
