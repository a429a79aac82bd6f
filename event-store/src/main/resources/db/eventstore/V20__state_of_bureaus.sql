-- The register of bureaus has a topic of states too; the expression is that of the queries.
DROP INDEX announcement_state;
CREATE INDEX announcement_state ON announcement (topic, key COLLATE "C", seq DESC)
  WHERE topic ~ '^[a-z]+\.(subjects|inspectors|bureaus|results)\.v[0-9]+$';
