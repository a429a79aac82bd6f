-- 公示账本 (ADR 79): one log over all bureaus, of hashes and never of contents. Added to, never changed.
CREATE SCHEMA transparency;
CREATE TABLE transparency.leaf (
  index BIGINT PRIMARY KEY CHECK (index >= 0),
  seq BIGINT NOT NULL UNIQUE,
  scope TEXT NOT NULL,
  kind TEXT NOT NULL,
  notice TEXT NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  stream TEXT NOT NULL,
  told BIGINT NOT NULL,
  nonce TEXT NOT NULL,
  line TEXT NOT NULL
);
CREATE INDEX leaf_of_notice ON transparency.leaf (notice, index);

-- How far the ledger was read, and how many leaves came of it.
CREATE TABLE transparency.reach (
  one BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (one),
  seq BIGINT NOT NULL,
  size BIGINT NOT NULL
);
INSERT INTO transparency.reach (seq, size) VALUES (0, 0);

-- As those of the ledger.
CREATE TABLE transparency.merkle_tile (
  level INT NOT NULL CHECK (level >= 0),
  index BIGINT NOT NULL CHECK (index >= 0),
  hashes BYTEA NOT NULL CHECK (length(hashes) = 8192),
  root BYTEA NOT NULL CHECK (length(root) = 32),
  PRIMARY KEY (level, index)
);
CREATE TABLE transparency.checkpoint (
  size BIGINT PRIMARY KEY CHECK (size >= 1),
  root BYTEA NOT NULL CHECK (length(root) = 32),
  note TEXT NOT NULL,
  sealed_at TIMESTAMPTZ NOT NULL
);
CREATE TABLE transparency.cosignature (
  size BIGINT NOT NULL,
  witness TEXT NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (size, witness)
);

DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['leaf', 'merkle_tile', 'checkpoint', 'cosignature'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON transparency.%I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA transparency TO ${app_role};
GRANT SELECT, INSERT ON transparency.leaf, transparency.merkle_tile, transparency.checkpoint, transparency.cosignature
  TO ${app_role};
GRANT SELECT, UPDATE ON transparency.reach TO ${app_role};
