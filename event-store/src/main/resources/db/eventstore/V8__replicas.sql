-- What others told, kept as rows and not as events of one's own: which filling of which replica is read,
-- and how far another one beside it has come on each lane of the topic it is made from.
CREATE TABLE replica (
  name       TEXT    NOT NULL CHECK (name ~ '^[a-z_]{1,30}$'),
  generation INT     NOT NULL CHECK (generation >= 1),
  version    INT     NOT NULL,
  source     TEXT    NOT NULL,
  types      TEXT[]  NOT NULL,
  view       TEXT    NOT NULL,
  live       BOOLEAN NOT NULL,
  PRIMARY KEY (name, generation)
);
CREATE UNIQUE INDEX replica_live ON replica (name) WHERE live;
CREATE TABLE replica_lane (
  name        TEXT   NOT NULL,
  generation  INT    NOT NULL,
  partition   INT    NOT NULL,
  next_offset BIGINT NOT NULL,
  seq         BIGINT NOT NULL,
  head        TEXT,
  PRIMARY KEY (name, generation, partition),
  FOREIGN KEY (name, generation) REFERENCES replica ON DELETE CASCADE
);

-- Keys that were told to be gone: what is older than that does not bring them back.
CREATE TABLE replica_gone (
  name       TEXT   NOT NULL,
  generation INT    NOT NULL,
  id         TEXT   NOT NULL,
  seq        BIGINT NOT NULL,
  PRIMARY KEY (name, generation, id),
  FOREIGN KEY (name, generation) REFERENCES replica ON DELETE CASCADE
);

-- A position belongs to the rows it was reached with. A program that knows no replicas would move it and
-- leave them behind: it must wait until it is replaced. Whoever puts a position back has all filled anew.
CREATE FUNCTION replica_keeps_up() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_catalog AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.seq < OLD.seq THEN
    DELETE FROM replica WHERE source = NEW.source;
  ELSIF coalesce(current_setting('eventstore.replicas', TRUE), '') = ''
      AND EXISTS (SELECT FROM replica WHERE source = NEW.source AND live)
      AND NOT EXISTS (SELECT FROM pg_class WHERE oid = TG_RELID AND pg_get_userbyid(relowner) = current_user)
  THEN
    RAISE EXCEPTION 'this program keeps no replicas of %', NEW.source USING ERRCODE = '40001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER replica_keeps_up BEFORE INSERT OR UPDATE ON inbox_position
  FOR EACH ROW EXECUTE FUNCTION replica_keeps_up();
GRANT SELECT, INSERT, UPDATE, DELETE ON replica, replica_lane, replica_gone TO ${app_role};
