-- The memory of one service. Rows are inserted and never changed: by privilege (the service's role
-- may only SELECT and INSERT) and by trigger (nobody may UPDATE, DELETE or TRUNCATE by accident).

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: this table is append-only', TG_OP, TG_TABLE_NAME
    USING ERRCODE = '42501';
END $$;

-- Raised inside the append where its transaction took an xid before the stream's last event did:
-- sequencing by xid would then put the later version first. Retry in a fresh transaction.
CREATE FUNCTION refuse_stale_xid() RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append with a stale transaction id' USING ERRCODE = '40001';
END $$;

CREATE TABLE event (
  -- Internal: assigned before commit, so neither dense nor in commit order. Never shown, never polled.
  position  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  stream_id TEXT   NOT NULL CHECK (length(stream_id) BETWEEN 1 AND 200),
  version   BIGINT NOT NULL CHECK (version >= 1),
  id        UUID   NOT NULL,
  type      TEXT   NOT NULL CHECK (length(type) BETWEEN 1 AND 100),
  payload   TEXT   NOT NULL,
  metadata  TEXT   NOT NULL,
  hash      TEXT   NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  tx        XID8   NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT event_stream_version UNIQUE (stream_id, version)
);
CREATE INDEX event_by_commit_order ON event (tx, position);

CREATE TABLE command_key (
  key          TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 500),
  request_hash TEXT NOT NULL
);

-- The order everyone sees: dense, assigned after commit by one leader, each row hashed to the one before.
CREATE TABLE ledger (
  seq      BIGINT PRIMARY KEY CHECK (seq >= 1),
  position BIGINT NOT NULL UNIQUE REFERENCES event (position),
  chain    TEXT   NOT NULL CHECK (chain ~ '^[0-9a-f]{64}$')
);

-- What the service said to others about the event with that seq; part of the same chain.
CREATE TABLE announcement (
  seq     BIGINT NOT NULL REFERENCES ledger (seq),
  ordinal INT    NOT NULL CHECK (ordinal >= 0),
  topic   TEXT   NOT NULL,
  key     TEXT   NOT NULL,
  type    TEXT   NOT NULL,
  value   TEXT   NOT NULL,
  PRIMARY KEY (seq, ordinal)
);

-- Working state of the consumers: how far each source was applied, and what had to be set aside.
CREATE TABLE inbox_position (
  source    TEXT   NOT NULL,
  partition INT    NOT NULL,
  seq       BIGINT NOT NULL,
  PRIMARY KEY (source, partition)
);
CREATE TABLE parked_record (
  id        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source    TEXT   NOT NULL,
  partition INT    NOT NULL,
  seq       BIGINT NOT NULL,
  key       TEXT   NOT NULL,
  headers   TEXT   NOT NULL,
  value     TEXT   NOT NULL,
  reason    TEXT   NOT NULL,
  UNIQUE (source, partition, seq)
);
CREATE INDEX parked_by_key ON parked_record (source, key);

CREATE TABLE projection_checkpoint (
  name TEXT PRIMARY KEY,
  seq  BIGINT NOT NULL
);

-- One key per person, outside the log: destroying a row erases the person, and every hash still holds.
CREATE TABLE person_key (
  person TEXT PRIMARY KEY,
  key    TEXT NOT NULL CHECK (key ~ '^[0-9a-f]{64}$')
);
GRANT SELECT, INSERT, DELETE ON person_key TO ${app_role};

DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['event', 'command_key', 'ledger', 'announcement'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- tx and position are the database's own: the service may not choose them.
GRANT SELECT ON event TO ${app_role};
GRANT INSERT (stream_id, version, id, type, payload, metadata, hash) ON event TO ${app_role};
GRANT SELECT, INSERT ON command_key, ledger, announcement TO ${app_role};
GRANT SELECT, INSERT, UPDATE, DELETE ON inbox_position, parked_record, projection_checkpoint TO ${app_role};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app_role};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO ${app_role};
