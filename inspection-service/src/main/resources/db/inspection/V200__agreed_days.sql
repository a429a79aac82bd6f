-- 改期 (ADR 95): the day of what comes next counts the day that is agreed, and whose other day waits for a second person.
ALTER TABLE visit_view ADD COLUMN planned_on TEXT GENERATED ALWAYS AS (
  CASE WHEN body::jsonb ->> 'state' IN ('ASSIGNED', 'IN_PROGRESS', 'FINISHED', 'IN_REVIEW')
  THEN coalesce(body::jsonb -> 'arranged' ->> 'day', body::jsonb ->> 'dueOn', body::jsonb ->> 'to') END) STORED;
ALTER TABLE visit_view ADD COLUMN day_asked BOOLEAN GENERATED ALWAYS AS (
  coalesce(body::jsonb -> 'arranged' -> 'asked' IS NOT NULL, FALSE)) STORED;
CREATE INDEX visit_day_asked ON visit_view (bureau, id) WHERE day_asked;

-- The visits somebody may read (of an account's team or a unit; all of the bureau where neither is said), of one officer,
-- of one unit, in a state, to a subject, due by a day; by id or by the day that comes next. Searched as the writer, see V107.
CREATE FUNCTION planned_visits(
  account TEXT, unit TEXT, of_officer TEXT, of_unit TEXT, of_state TEXT, search TEXT, due_by TEXT, held_out BOOLEAN,
  by_day BOOLEAN, after TEXT, most INT)
RETURNS TABLE (bureau TEXT, id TEXT, body TEXT, state TEXT, not_held BOOLEAN, place TEXT)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE $q$
    SELECT f.bureau, f.id, f.body, f.state, f.not_held, f.place FROM (
      SELECT v.bureau, v.id, v.body, v.state, v.not_held,
        CASE WHEN $9 THEN coalesce(v.planned_on, '9999-12-31') || ' ' || v.id ELSE v.id END AS place
      FROM visit_view AS v
      WHERE v.bureau = nullif(current_setting('suite.bureau', TRUE), '') AND (v.not_held OR NOT $8)
        AND (($1 = '' AND $2 = '') OR ($1 <> '' AND v.team @> to_jsonb($1)) OR ($2 <> '' AND v.units @> to_jsonb($2)))
        AND ($3 = '' OR v.team @> to_jsonb($3)) AND ($4 = '' OR v.units @> to_jsonb($4))
        AND ($5 = '' OR v.state = $5) AND ($7 = '' OR v.planned_on <= $7)
        AND ($6 = '' OR starts_with(v.subject, $6) OR EXISTS (
          SELECT 1 FROM registry_subject_view AS s
          WHERE s.bureau = v.bureau AND s.id = v.subject AND strpos(s.body::jsonb ->> 'name', $6) > 0))) AS f
    WHERE f.place > $10 ORDER BY f.place LIMIT $11 $q$
    USING account, unit, of_officer, of_unit, of_state, search, due_by, held_out, by_day, after, most;
END $$;

SELECT searched_by_writer(
  'planned_visits(TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, BOOLEAN, BOOLEAN, TEXT, INT)');
