-- Each announcement names its predecessor on its topic and partition. What was announced before this
-- rule has no row here; lane says where it ended, so that the first link continues it.
CREATE TABLE lane (
  topic     TEXT   NOT NULL,
  partition INT    NOT NULL CHECK (partition >= 0),
  place     BIGINT NOT NULL CHECK (place >= 0),
  seq       BIGINT NOT NULL CHECK (seq >= 0),
  hash      TEXT   NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (topic, partition)
);
CREATE TABLE link (
  seq       BIGINT NOT NULL,
  ordinal   INT    NOT NULL,
  topic     TEXT   NOT NULL,
  partition INT    NOT NULL,
  place     BIGINT NOT NULL CHECK (place >= 1),
  prev      TEXT   NOT NULL CHECK (prev ~ '^[0-9a-f]{64}$'),
  hash      TEXT   NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  seal      TEXT,
  PRIMARY KEY (seq, ordinal),
  UNIQUE (topic, partition, place)
);

-- How far each lane of what others tell was followed, and every record on the way: a repetition is
-- told from another record under an old number.
CREATE TABLE inbox_lane (
  source    TEXT   NOT NULL,
  partition INT    NOT NULL,
  head      TEXT   NOT NULL CHECK (head ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (source, partition)
);
CREATE TABLE inbox_link (
  source    TEXT   NOT NULL,
  partition INT    NOT NULL,
  hash      TEXT   NOT NULL,
  PRIMARY KEY (source, partition, hash)
);

-- Records that do not continue their lane, or not yet. They hold nothing back.
CREATE TABLE stray_record (
  id          BIGINT      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source      TEXT        NOT NULL,
  partition   INT         NOT NULL,
  fingerprint TEXT        NOT NULL,
  seq         BIGINT      NOT NULL,
  key         TEXT        NOT NULL,
  kind        TEXT        NOT NULL CHECK (kind IN ('WAITING', 'STRAY', 'GAP')),
  prev        TEXT,
  hash        TEXT,
  record      TEXT        NOT NULL,
  reason      TEXT        NOT NULL,
  since       TIMESTAMPTZ NOT NULL DEFAULT now(),
  UNIQUE (source, partition, fingerprint)
);
CREATE INDEX stray_by_prev ON stray_record (source, partition, prev) WHERE prev IS NOT NULL;
CREATE INDEX stray_by_kind ON stray_record (kind, since);
CREATE INDEX stray_by_hash ON stray_record (source, partition, hash) WHERE hash IS NOT NULL;
CREATE INDEX stray_by_key ON stray_record (source, key);

DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['lane', 'link'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('REVOKE UPDATE, DELETE ON %I FROM ${app_role}', t);
  END LOOP;
END $$;
