-- What the registry told of its inspectors, a row for each: a visit is begun by those alone who may serve that day.
CREATE TABLE registry_inspector_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, key TEXT NOT NULL, seq BIGINT NOT NULL,
  hash TEXT NOT NULL, PRIMARY KEY (bureau, id));
