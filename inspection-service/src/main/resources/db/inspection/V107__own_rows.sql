-- Whose team and whose unit a visit is is searched by arrays (@>), and no policy lets an index do that: it is searched
-- as the writer, for the rows of whoever calls, as the policy would (ADR 39). Planned for its parameters.
CREATE FUNCTION own_visits_of(account TEXT, unit TEXT, held_out BOOLEAN, after TEXT, most INT)
RETURNS TABLE (bureau TEXT, id TEXT, body TEXT, state TEXT, not_held BOOLEAN)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE $q$
    SELECT v.bureau, v.id, v.body, v.state, v.not_held FROM visit_view AS v
    WHERE v.bureau = nullif(current_setting('suite.bureau', TRUE), '') AND v.id > $4 AND (v.not_held OR NOT $3)
      AND (v.team @> to_jsonb($1) OR ($2 <> '' AND v.units @> to_jsonb($2)))
    ORDER BY v.id LIMIT $5 $q$ USING account, unit, held_out, after, most;
END $$;

SELECT searched_by_writer('own_visits_of(TEXT, TEXT, BOOLEAN, TEXT, INT)');
