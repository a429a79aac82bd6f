-- What readiness and lists count by stands in columns: a page that counts reads no documents (ADR 52).
ALTER TABLE subject_period_view ADD COLUMN status TEXT
  GENERATED ALWAYS AS (body::jsonb ->> 'status') STORED;

-- The day after which the first of its licences holds no more; NULL where it has none.
CREATE FUNCTION first_licence_until(body JSONB) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT min(licence ->> 'validUntil')
  FROM jsonb_array_elements(CASE jsonb_typeof(body #> '{details,particulars,licences}')
    WHEN 'array' THEN body #> '{details,particulars,licences}' ELSE '[]' END) AS licence
$$;
ALTER TABLE subject_view ADD COLUMN licensed_until TEXT
  GENERATED ALWAYS AS (first_licence_until(body::jsonb)) STORED;

-- Names that several entries of one bureau have are counted in the index alone.
DROP INDEX subject_by_name;
CREATE INDEX subject_by_name ON subject_view (bureau, name_key, kind) WHERE NOT merged;
