-- Exchange between databases (前置库). Rows are added and never changed, so that each side can read on
-- from the last number it has seen. Not a read model: it is kept when those are built anew.
CREATE SCHEMA exchange;

-- What we tell: an entry after each of its changes. Persons stay out: what lies in another database
-- cannot be erased from here.
CREATE TABLE exchange.subject (
  seq BIGINT PRIMARY KEY,
  id TEXT NOT NULL,
  merged_into TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  body JSONB NOT NULL,
  told_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX exchange_subject_by_id ON exchange.subject (id COLLATE "C", seq DESC);

-- How far we have told; a seq without a row is that of a person.
CREATE TABLE exchange.told (
  seq BIGINT PRIMARY KEY,
  told_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- What the platform says it holds; an empty hash says that it holds the entry no more.
CREATE TABLE exchange.held (
  seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  hash TEXT NOT NULL CHECK (hash ~ '^([0-9a-f]{64})?$'),
  held_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX exchange_held_by_id ON exchange.held (id COLLATE "C", seq DESC);

CREATE TABLE exchange.comparison (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  compared_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  here BIGINT NOT NULL,
  there BIGINT NOT NULL,
  differing BIGINT NOT NULL,
  root_here TEXT NOT NULL,
  root_there TEXT NOT NULL
);

CREATE TABLE exchange.difference (
  comparison BIGINT NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  difference TEXT NOT NULL,
  PRIMARY KEY (comparison, id)
);

DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['subject', 'told', 'held', 'comparison', 'difference'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange.%I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA exchange TO ${app_role};
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA exchange TO ${app_role};
GRANT USAGE ON ALL SEQUENCES IN SCHEMA exchange TO ${app_role};
