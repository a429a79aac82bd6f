-- The leader inserts what it has just read from event, so a reference checked row by row buys nothing
-- and dirties every event a second time; the audit finds a ledger row without its event.
ALTER TABLE ledger DROP CONSTRAINT ledger_position_fkey;
ALTER TABLE announcement DROP CONSTRAINT announcement_seq_fkey;

-- Whose turn it is. Every write of a leader names its epoch; a leader that was paused and overtaken
-- finds another number here and writes nothing.
CREATE TABLE leader (
  role  TEXT        PRIMARY KEY,
  epoch BIGINT      NOT NULL,
  since TIMESTAMPTZ NOT NULL DEFAULT now()
);
INSERT INTO leader (role, epoch) VALUES ('ledger', 0);

-- How far each read model has come. Exactly one generation of a projection is live; another may be
-- filling beside it.
CREATE TABLE projection (
  name       TEXT    NOT NULL CHECK (name ~ '^[a-z_]{1,30}$'),
  generation INT     NOT NULL,
  version    INT     NOT NULL,
  seq        BIGINT  NOT NULL,
  live       BOOLEAN NOT NULL,
  checksum   TEXT,
  PRIMARY KEY (name, generation)
);
CREATE UNIQUE INDEX projection_live ON projection (name) WHERE live;
INSERT INTO projection (name, generation, version, seq, live)
SELECT name, 1, 1, seq, TRUE FROM projection_checkpoint;
DROP TABLE projection_checkpoint;

-- RFC 6962 over the chain hashes of the ledger, in tiles of 256 (c2sp.org/tlog-tiles). Only full tiles
-- are stored, what is right of them is computed.
CREATE TABLE merkle_tile (
  level  INT    NOT NULL CHECK (level >= 0),
  index  BIGINT NOT NULL CHECK (index >= 0),
  hashes BYTEA  NOT NULL CHECK (length(hashes) = 8192),
  root   BYTEA  NOT NULL CHECK (length(root) = 32),
  PRIMARY KEY (level, index)
);
CREATE TABLE checkpoint (
  size      BIGINT      PRIMARY KEY CHECK (size >= 1),
  root      BYTEA       NOT NULL CHECK (length(root) = 32),
  note      TEXT        NOT NULL,
  sealed_at TIMESTAMPTZ NOT NULL
);
CREATE TABLE cosignature (
  size    BIGINT NOT NULL,
  witness TEXT   NOT NULL,
  line    TEXT   NOT NULL,
  PRIMARY KEY (size, witness)
);

-- What is to happen later. A row disappears in the transaction that appends what it was for.
CREATE TABLE timer (
  id       TEXT        PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 300),
  process  TEXT        NOT NULL,
  stream   TEXT        NOT NULL,
  due_at   TIMESTAMPTZ NOT NULL,
  payload  TEXT        NOT NULL,
  attempts INT         NOT NULL DEFAULT 0,
  fault    TEXT
);
CREATE INDEX timer_by_due ON timer (due_at);

-- A person's key is wrapped by a master key the database never sees. An erased person stays erased:
-- no new key is made under the same name.
ALTER TABLE person_key DROP CONSTRAINT person_key_key_check;
ALTER TABLE person_key ADD COLUMN master TEXT;
CREATE TABLE erased_person (
  person      TEXT        PRIMARY KEY,
  reason      TEXT        NOT NULL,
  approved_by TEXT        NOT NULL,
  erased_at   TIMESTAMPTZ NOT NULL
);
GRANT UPDATE ON person_key TO ${app_role};

DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['merkle_tile', 'checkpoint', 'cosignature', 'erased_person'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('REVOKE UPDATE, DELETE ON %I FROM ${app_role}', t);
  END LOOP;
END $$;

-- The oldest transaction that has written and not ended: everything committed after its start waits
-- for it. SECURITY DEFINER, because other roles' transactions are invisible to the service.
CREATE FUNCTION oldest_writer() RETURNS TABLE (seconds DOUBLE PRECISION, backend INT, account TEXT)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT extract(epoch FROM clock_timestamp() - xact_start)::double precision, pid, usename::text
  FROM pg_stat_activity
  WHERE backend_xid IS NOT NULL AND xact_start IS NOT NULL AND pid <> pg_backend_pid()
  ORDER BY xact_start LIMIT 1
$$;

-- Read models move between schemas: next_<projection> is filled, then takes the place of the live
-- tables in one transaction. The service may do exactly this and no other change of tables.
CREATE FUNCTION projection_begin(projection TEXT, tables TEXT[]) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE t TEXT;
BEGIN
  IF projection !~ '^[a-z_]{1,30}$' THEN RAISE EXCEPTION 'no projection %', projection; END IF;
  EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', 'next_' || projection);
  EXECUTE format('CREATE SCHEMA %I', 'next_' || projection);
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${app_role}', 'next_' || projection);
  FOREACH t IN ARRAY tables LOOP
    IF t !~ '^[a-z_]{1,40}_view$' THEN RAISE EXCEPTION 'no read model %', t; END IF;
    EXECUTE format('CREATE TABLE %I.%I (LIKE public.%I INCLUDING ALL)', 'next_' || projection, t, t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I.%I TO ${app_role}',
      'next_' || projection, t);
  END LOOP;
END $$;

CREATE FUNCTION projection_switch(projection TEXT, tables TEXT[]) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE t TEXT;
BEGIN
  IF projection !~ '^[a-z_]{1,30}$' THEN RAISE EXCEPTION 'no projection %', projection; END IF;
  FOREACH t IN ARRAY tables LOOP
    IF t !~ '^[a-z_]{1,40}_view$' THEN RAISE EXCEPTION 'no read model %', t; END IF;
    EXECUTE format('DROP TABLE public.%I', t);
    EXECUTE format('ALTER TABLE %I.%I SET SCHEMA public', 'next_' || projection, t);
  END LOOP;
  EXECUTE format('DROP SCHEMA %I CASCADE', 'next_' || projection);
END $$;

CREATE FUNCTION projection_drop(projection TEXT) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF projection !~ '^[a-z_]{1,30}$' THEN RAISE EXCEPTION 'no projection %', projection; END IF;
  EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', 'next_' || projection);
END $$;

-- The same number for the same rows in any order: count, and the sum of the first eight bytes of the
-- SHA-256 of every row, modulo 2^64.
CREATE FUNCTION view_checksum(read_model REGCLASS) RETURNS TEXT
LANGUAGE plpgsql STABLE AS $$
DECLARE answer TEXT;
BEGIN
  EXECUTE format($q$
    SELECT count(*) || ':' || lpad(to_hex(mod(coalesce(sum(
      (get_byte(h, 0)::numeric * 72057594037927936) + (get_byte(h, 1)::numeric * 281474976710656)
      + (get_byte(h, 2)::numeric * 1099511627776) + (get_byte(h, 3)::numeric * 4294967296)
      + get_byte(h, 4)::numeric * 16777216 + get_byte(h, 5) * 65536 + get_byte(h, 6) * 256
      + get_byte(h, 7)), 0), 9223372036854775807)::bigint), 16, '0')
    FROM (SELECT sha256(convert_to(r::text, 'UTF8')) AS h FROM %s AS r) AS hashed $q$, read_model)
  INTO answer;
  RETURN answer;
END $$;

REVOKE EXECUTE ON FUNCTION oldest_writer(), projection_begin(TEXT, TEXT[]),
  projection_switch(TEXT, TEXT[]), projection_drop(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION oldest_writer(), projection_begin(TEXT, TEXT[]),
  projection_switch(TEXT, TEXT[]), projection_drop(TEXT) TO ${app_role};

-- A restored copy lives in another cluster, whose transaction ids start again near nothing. The ids it
-- brought along are replaced by two that are older than any: 1 for what has its number, 2 for what
-- still waits for one. To be called by the owner before a service starts on the copy.
CREATE FUNCTION adopt_restored_events() RETURNS BIGINT
LANGUAGE plpgsql AS $$
DECLARE adopted BIGINT;
BEGIN
  ALTER TABLE event DISABLE TRIGGER append_only;
  UPDATE event SET tx = CASE
    WHEN EXISTS (SELECT FROM ledger WHERE ledger.position = event.position) THEN '1' ELSE '2' END::xid8;
  GET DIAGNOSTICS adopted = ROW_COUNT;
  ALTER TABLE event ENABLE TRIGGER append_only;
  PERFORM setval(pg_get_serial_sequence('event', 'position'),
    (SELECT coalesce(max(position), 0) + 1 FROM event), FALSE);
  RETURN adopted;
END $$;
REVOKE EXECUTE ON FUNCTION adopt_restored_events() FROM PUBLIC;
