-- The same columns with the same values, from one reading of the document. Each generated column read it for itself:
-- a row of subject_view nine times, one of subject_period_view fourteen, and an import of a million waited for that
-- more than for anything else (ADR 91). Rows there are keep what they have. Whoever writes a row, whatever he says of
-- its columns, they say what its document says.
ALTER TABLE subject_view
  ALTER COLUMN name DROP EXPRESSION,
  ALTER COLUMN kind DROP EXPRESSION,
  ALTER COLUMN merged DROP EXPRESSION,
  ALTER COLUMN changed_seq DROP EXPRESSION,
  ALTER COLUMN name_key DROP EXPRESSION,
  ALTER COLUMN since DROP EXPRESSION,
  ALTER COLUMN licensed_until DROP EXPRESSION,
  ADD COLUMN status_asked BOOLEAN;

CREATE FUNCTION subject_columns() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  document JSONB := NEW.body::jsonb;
  details JSONB := document -> 'details';
BEGIN
  NEW.name := details ->> 'name';
  NEW.kind := details ->> 'kind';
  NEW.merged := document ->> 'mergedInto' <> '';
  NEW.changed_seq := (document ->> 'changedSeq')::bigint;
  NEW.name_key := public.name_key(details ->> 'name');
  NEW.since := details ->> 'since';
  NEW.licensed_until := CASE
    WHEN details #> '{particulars,licences,0}' IS NULL THEN NULL
    ELSE public.first_licence_until(document) END;
  -- TRUE or nothing, as in the rows that are there.
  NEW.status_asked := CASE WHEN document #>> '{statusAsked,by}' IS NOT NULL THEN TRUE END;
  RETURN NEW;
END $$;
CREATE TRIGGER columns BEFORE INSERT OR UPDATE ON subject_view
  FOR EACH ROW EXECUTE FUNCTION subject_columns();

ALTER TABLE subject_period_view
  ALTER COLUMN subject DROP EXPRESSION,
  ALTER COLUMN first_day DROP EXPRESSION,
  ALTER COLUMN end_day DROP EXPRESSION,
  ALTER COLUMN kind DROP EXPRESSION,
  ALTER COLUMN in_scope DROP EXPRESSION,
  ALTER COLUMN risk_class DROP EXPRESSION,
  ALTER COLUMN labels DROP EXPRESSION,
  ALTER COLUMN region DROP EXPRESSION,
  ALTER COLUMN industry DROP EXPRESSION,
  ALTER COLUMN key_field DROP EXPRESSION,
  ALTER COLUMN merged DROP EXPRESSION,
  ALTER COLUMN status DROP EXPRESSION;

CREATE FUNCTION subject_period_columns() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  document JSONB := NEW.body::jsonb;
BEGIN
  NEW.subject := document ->> 'subject';
  NEW.first_day := document ->> 'from';
  NEW.end_day := document ->> 'to';
  NEW.kind := document ->> 'kind';
  NEW.status := document ->> 'status';
  NEW.merged := document ->> 'merged' = 'true';
  NEW.in_scope := document ->> 'status' = 'ACTIVE' AND document ->> 'merged' = 'false';
  NEW.risk_class := document ->> 'riskClass';
  NEW.labels := public.text_items(document -> 'labels');
  NEW.region := document ->> 'region';
  NEW.industry := document ->> 'industry';
  NEW.key_field := document ->> 'keyField';
  RETURN NEW;
END $$;
CREATE TRIGGER columns BEFORE INSERT OR UPDATE ON subject_period_view
  FOR EACH ROW EXECUTE FUNCTION subject_period_columns();

-- Who waits for a second person is found by the old index once more, as the writer, whom no policy keeps from a row.
SELECT set_config('role', view_writer(), TRUE);
UPDATE subject_view SET status_asked = TRUE WHERE body::jsonb #>> '{statusAsked,by}' IS NOT NULL;
SELECT set_config('role', 'none', TRUE);

-- What an index asks of a row it asks of its columns.
DROP INDEX subject_by_status_asked;
CREATE INDEX subject_by_status_asked ON subject_view (bureau, id) WHERE status_asked;
DROP INDEX subject_by_link;
CREATE INDEX subject_by_link ON subject_view USING gin (linked_to(body))
  WHERE kind IN ('PROJECT', 'VEHICLE', 'VESSEL');
CREATE FUNCTION own_subjects_tied(other TEXT, after TEXT, most INT)
RETURNS TABLE (bureau TEXT, id TEXT, body TEXT)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE $q$
    SELECT s.bureau, s.id, s.body FROM subject_view AS s
    WHERE s.bureau = nullif(current_setting('suite.bureau', TRUE), '')
      AND linked_to(s.body) @> ARRAY[$1]
      AND s.kind IN ('PROJECT', 'VEHICLE', 'VESSEL') AND s.id > $2
    ORDER BY s.id LIMIT $3 $q$ USING other, after, most;
END $$;
SELECT searched_by_writer('own_subjects_tied(TEXT, TEXT, INT)');

-- Two indexes by the same key: the one that knows the names is the key from now on. Nobody asks for the other's rows
-- since what stands apart has an index of its own (V161).
ALTER TABLE subject_view
  DROP CONSTRAINT subject_view_pkey,
  ADD CONSTRAINT subject_view_pkey PRIMARY KEY USING INDEX subject_names_in_order;
DROP INDEX subject_period_unconfirmed;
