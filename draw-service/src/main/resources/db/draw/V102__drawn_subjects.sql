-- When each subject was drawn: caps, intervals and coverage ask it. Filled by version 3.
CREATE TABLE drawn_subject_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
