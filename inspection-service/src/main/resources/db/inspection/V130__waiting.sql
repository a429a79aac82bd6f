-- 待办: visits that are not done, by the last day of what is to be done next, of a team (account), a unit, or all of
-- the bureau where neither is said; of these the late ones where a day is said. Searched as the writer, see V107.
ALTER TABLE visit_view ADD COLUMN waits_on TEXT GENERATED ALWAYS AS (
  CASE WHEN body::jsonb ->> 'state' IN ('ASSIGNED', 'IN_PROGRESS', 'FINISHED')
  THEN coalesce(body::jsonb ->> 'dueOn', body::jsonb ->> 'to') END) STORED;
CREATE INDEX visit_waits ON visit_view (bureau, waits_on) WHERE waits_on IS NOT NULL;

CREATE FUNCTION own_waiting_visits(account TEXT, unit TEXT, late_on TEXT)
RETURNS TABLE (bureau TEXT, id TEXT, body TEXT, state TEXT, not_held BOOLEAN, waits_on TEXT)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE $q$
    SELECT v.bureau, v.id, v.body, v.state, v.not_held, v.waits_on FROM visit_view AS v
    WHERE v.bureau = nullif(current_setting('suite.bureau', TRUE), '') AND v.waits_on IS NOT NULL
      AND ($1 = '' OR v.team @> to_jsonb($1)) AND ($2 = '' OR v.units @> to_jsonb($2))
      AND ($3 = '' OR v.waits_on < $3) $q$ USING account, unit, late_on;
END $$;

SELECT searched_by_writer('own_waiting_visits(TEXT, TEXT, TEXT)');
