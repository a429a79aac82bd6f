-- How far each partition has to be taken so that nothing heard so far is half of what its sender did in
-- one transaction. Who reads several rows at one moment reads none while a position is below.
CREATE TABLE inbox_until (
  source    TEXT   NOT NULL,
  partition INT    NOT NULL,
  seq       BIGINT NOT NULL,
  PRIMARY KEY (source, partition)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON inbox_until TO ${app_role};
