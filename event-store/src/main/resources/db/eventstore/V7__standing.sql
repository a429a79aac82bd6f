-- Who leads, until when, by the clock of this database and no other. The row is apart from leader, whose
-- epoch fenced writers hold FOR SHARE: a slow writer must not keep its own leader from renewing.
CREATE TABLE leader_lease (
  role    TEXT        PRIMARY KEY,
  renewed TIMESTAMPTZ NOT NULL,
  backend INT         NOT NULL,
  started TIMESTAMPTZ NOT NULL,
  replica TEXT        NOT NULL
);
INSERT INTO leader_lease (role, renewed, backend, started, replica)
VALUES ('ledger', '-infinity', 0, '-infinity', '');

-- A copy that was restored takes no commands before it was compared with what is known outside.
CREATE TABLE restored_copy (
  adopted_at  TIMESTAMPTZ PRIMARY KEY DEFAULT clock_timestamp(),
  compared_at TIMESTAMPTZ
);

CREATE OR REPLACE FUNCTION adopt_restored_events() RETURNS BIGINT
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
  INSERT INTO restored_copy DEFAULT VALUES;
  RETURN adopted;
END $$;

-- Whoever holds the numbering back: any transaction of the whole cluster that took an id, in whichever
-- database, also one that was prepared and forgotten.
CREATE OR REPLACE FUNCTION oldest_writer() RETURNS TABLE (seconds DOUBLE PRECISION, backend INT, account TEXT)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT extract(epoch FROM clock_timestamp() - since)::double precision, pid, who
  FROM (
    SELECT xact_start AS since, pid, usename || '@' || datname AS who
    FROM pg_stat_activity
    WHERE backend_xid IS NOT NULL AND xact_start IS NOT NULL AND pid <> pg_backend_pid()
    UNION ALL
    SELECT prepared, 0, owner || '@' || database || ' prepared ' || gid FROM pg_prepared_xacts
  ) AS open
  ORDER BY since LIMIT 1
$$;

-- Records on the service's own topics that an operator gave up with the entries they told of; the event
-- OlderAccepted names their number and the hash of their ids.
CREATE TABLE given_up_record (
  topic TEXT   NOT NULL,
  id    TEXT   NOT NULL,
  seq   BIGINT NOT NULL,
  PRIMARY KEY (topic, id)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON given_up_record
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE INSERT, UPDATE, DELETE ON given_up_record FROM ${app_role};
