-- A row of a replica is its scope's: two scopes may tell of the same id. What was told to be gone until now is of
-- the home scope, whose name is empty.
ALTER TABLE replica_gone ADD COLUMN scope TEXT NOT NULL DEFAULT '';
ALTER TABLE replica_gone ALTER COLUMN scope DROP DEFAULT;
ALTER TABLE replica_gone DROP CONSTRAINT replica_gone_pkey;
ALTER TABLE replica_gone ADD PRIMARY KEY (name, generation, scope, id);

-- What was being filled has tables without the column: it is begun again.
DELETE FROM replica WHERE NOT live;

-- A program that keeps rows by id alone would lay those of two scopes on each other: it must wait until it is
-- replaced, as one that keeps none.
CREATE OR REPLACE FUNCTION replica_keeps_up() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_catalog AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.seq < OLD.seq THEN
    DELETE FROM replica WHERE source = NEW.source;
  ELSIF coalesce(current_setting('eventstore.replicas', TRUE), '') <> 'kept by scope'
      AND EXISTS (SELECT FROM replica WHERE source = NEW.source AND live)
      AND NOT EXISTS (SELECT FROM pg_class WHERE oid = TG_RELID AND pg_get_userbyid(relowner) = current_user)
  THEN
    RAISE EXCEPTION 'this program keeps no replicas of % by scope', NEW.source USING ERRCODE = '40001';
  END IF;
  RETURN NEW;
END $$;
