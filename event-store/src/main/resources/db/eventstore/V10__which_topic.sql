-- Places belong to a topic that is there, not to its name: one that is made again gives its records other places.
ALTER TABLE replica_lane ADD COLUMN topic_id TEXT;
