-- Which topic of a name was read: one that is made again gives its records other places, and is read from its first.
CREATE TABLE inbox_topic (
  source   TEXT PRIMARY KEY,
  topic_id TEXT NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON inbox_topic TO ${app_role};
