-- The register of bureaus as the registry told it; its rows are of the bureau the installation began with.
CREATE TABLE registry_bureau_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, key TEXT NOT NULL, seq BIGINT NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (bureau, id));
