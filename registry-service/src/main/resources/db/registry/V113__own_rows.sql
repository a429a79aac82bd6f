-- Names and links are searched by arrays (@>), and no policy lets an index do that: an operator that is not
-- leakproof may see a row only after the policy has, so a million rows were read for one name (ADR 39). These two
-- search as the writer and ask for the rows of whoever calls, as the policy would. Planned for their parameters.
CREATE FUNCTION own_subjects_named(fragment TEXT, after TEXT, most INT)
RETURNS TABLE (bureau TEXT, id TEXT, body TEXT)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE $q$
    SELECT s.bureau, s.id, s.body FROM subject_view AS s
    WHERE s.bureau = nullif(current_setting('suite.bureau', TRUE), '')
      AND name_pairs(s.name_key) @> name_pairs(name_key($1))
      AND position(name_key($1) IN s.name_key) > 0 AND s.id > $2
    ORDER BY s.id LIMIT $3 $q$ USING fragment, after, most;
END $$;

CREATE FUNCTION own_subjects_linked(other TEXT, after TEXT, most INT)
RETURNS TABLE (bureau TEXT, id TEXT, body TEXT)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE $q$
    SELECT s.bureau, s.id, s.body FROM subject_view AS s
    WHERE s.bureau = nullif(current_setting('suite.bureau', TRUE), '')
      AND linked_to(s.body) @> ARRAY[$1]
      AND s.body::jsonb #>> '{details,kind}' IN ('PROJECT', 'VEHICLE', 'VESSEL') AND s.id > $2
    ORDER BY s.id LIMIT $3 $q$ USING other, after, most;
END $$;

SELECT searched_by_writer('own_subjects_named(TEXT, TEXT, INT)');
SELECT searched_by_writer('own_subjects_linked(TEXT, TEXT, INT)');
