-- A stream whose event a read model cannot store, from that event on: the others flow. It belongs to a
-- generation; the next one tries it again.
CREATE TABLE parked_stream (
  projection TEXT   NOT NULL,
  generation INT    NOT NULL,
  stream     TEXT   NOT NULL,
  seq        BIGINT NOT NULL,
  reason     TEXT   NOT NULL,
  PRIMARY KEY (projection, generation, stream)
);

-- What was given up, as memory events say it; no generation of the read model meets it again.
CREATE TABLE skipped_event (
  projection TEXT   NOT NULL,
  seq        BIGINT NOT NULL,
  PRIMARY KEY (projection, seq)
);
