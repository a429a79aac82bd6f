-- What the registry told, a row for each entry: of the record it was last made of the key, the number and
-- the SHA-256 of the value stand beside it.
CREATE TABLE registry_subject_view (
  id TEXT PRIMARY KEY, body TEXT NOT NULL, key TEXT NOT NULL, seq BIGINT NOT NULL, hash TEXT NOT NULL);
CREATE TABLE registry_inspector_view (
  id TEXT PRIMARY KEY, body TEXT NOT NULL, key TEXT NOT NULL, seq BIGINT NOT NULL, hash TEXT NOT NULL);
CREATE TABLE registry_item_view (
  id TEXT PRIMARY KEY, body TEXT NOT NULL, key TEXT NOT NULL, seq BIGINT NOT NULL, hash TEXT NOT NULL);
