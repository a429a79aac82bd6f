-- The latest value of each key on a topic of states, for the signed count and root.
CREATE INDEX announcement_state ON announcement (topic, key COLLATE "C", seq DESC)
  WHERE topic ~ '^[a-z]+\.(subjects|inspectors|results)\.v[0-9]+$';
