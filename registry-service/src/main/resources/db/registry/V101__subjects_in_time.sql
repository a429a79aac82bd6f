-- Pairs of neighbouring characters: Chinese names have no words and few have three characters in common.
CREATE FUNCTION name_pairs(name TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT coalesce(array_agg(DISTINCT substr(lower(name), i, 2)), '{}')
  FROM generate_series(1, length(name) - 1) AS i
$$;

CREATE FUNCTION text_items(list JSONB) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT coalesce(array_agg(item), '{}') FROM jsonb_array_elements_text(list) AS item
$$;

-- Filled by version 2 of the projection.
DROP TABLE subject_view;
CREATE TABLE subject_view (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  name TEXT GENERATED ALWAYS AS (body::jsonb #>> '{details,name}') STORED,
  kind TEXT GENERATED ALWAYS AS (body::jsonb #>> '{details,kind}') STORED,
  merged BOOLEAN GENERATED ALWAYS AS (body::jsonb ->> 'mergedInto' <> '') STORED,
  changed_seq BIGINT GENERATED ALWAYS AS ((body::jsonb ->> 'changedSeq')::bigint) STORED
);
CREATE INDEX subject_by_change ON subject_view (changed_seq);
CREATE INDEX subject_by_name_pairs ON subject_view USING gin (name_pairs(name));
CREATE UNIQUE INDEX subject_names_in_order ON subject_view (id) INCLUDE (name);
CREATE INDEX subject_by_code ON subject_view (id text_pattern_ops);
CREATE INDEX subject_by_name ON subject_view (name, kind) WHERE NOT merged;

-- One row for each stretch of days in which nothing a scope asks for changed.
CREATE TABLE subject_period_view (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  subject TEXT GENERATED ALWAYS AS (body::jsonb ->> 'subject') STORED,
  first_day TEXT GENERATED ALWAYS AS (body::jsonb ->> 'from') STORED,
  end_day TEXT GENERATED ALWAYS AS (body::jsonb ->> 'to') STORED,
  kind TEXT GENERATED ALWAYS AS (body::jsonb ->> 'kind') STORED,
  in_scope BOOLEAN GENERATED ALWAYS AS
    (body::jsonb ->> 'status' = 'ACTIVE' AND body::jsonb ->> 'merged' = 'false') STORED,
  risk_class TEXT GENERATED ALWAYS AS (body::jsonb ->> 'riskClass') STORED,
  labels TEXT[] GENERATED ALWAYS AS (text_items(body::jsonb -> 'labels')) STORED,
  region TEXT GENERATED ALWAYS AS (body::jsonb ->> 'region') STORED,
  industry TEXT GENERATED ALWAYS AS (body::jsonb ->> 'industry') STORED,
  key_field TEXT GENERATED ALWAYS AS (body::jsonb ->> 'keyField') STORED
);
CREATE INDEX subject_period_by_subject ON subject_period_view (subject, first_day);

CREATE TABLE expert_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
