-- 公示查询 (V193, ADR 101): the same answers, and of a draw no more is read than that it is public. Region and year of its
-- plan, which are the key of that plan, are what its id begins with (region-plan-task-round); they were read from its notice,
-- which names everybody who was drawn, and was read and parsed whole for every draw a search met.
CREATE OR REPLACE FUNCTION found_results(
  own TEXT, named_from TEXT, named_to TEXT, named TEXT, before_day TEXT, before_id TEXT, since TEXT, until TEXT,
  task TEXT, code TEXT, most BIGINT)
RETURNS TABLE (
  id TEXT, subject_id TEXT, subject_name TEXT, draw_id TEXT, task_name TEXT, codes TEXT[], published_on TEXT, state TEXT)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  -- Firms a name may lead to; where it is found in more, their results are met soon.
  few CONSTANT INT := 200;
  firms TEXT[];
BEGIN
  PERFORM set_config('suite.bureau', own, TRUE);
  IF named_from IS NOT NULL THEN
    EXECUTE $q$
      SELECT array_agg(f.subject)
      FROM (
        SELECT CAST(p.body AS jsonb) ->> 'subject' AS subject
        FROM name_part_view AS p
        WHERE p.bureau = $1 AND p.id >= $2 AND p.id < $3
        ORDER BY p.id
        LIMIT $4) AS f $q$
    INTO firms USING own, named_from, named_to, few + 1;
    IF firms IS NULL THEN
      RETURN;
    ELSIF cardinality(firms) > few THEN
      firms := NULL;
    END IF;
  END IF;
  RETURN QUERY EXECUTE format($q$
    WITH hit AS MATERIALIZED (
      SELECT r.id, r.subject_id, r.subject_name, r.draw_id, r.plan_id, r.task_id, r.codes, r.published_on,
        CAST(r.body AS jsonb) -> 'published' AS told
      FROM result_view AS r
      WHERE r.bureau = $1
        AND r.id IN (
          SELECT k.id
          FROM result_view AS k
          WHERE k.bureau = $1
            AND k.published
            AND (k.published_on, k.id) < ($2, $3)
            AND k.published_on >= $4
            AND k.published_on <= $5
            AND %s
            AND ($6 = '' OR starts_with(k.subject_id, $6) OR strpos(k.subject_name, $6) > 0)
            AND ($7 = '' OR k.plan_id = $7 OR k.plan_id || '-' || k.task_id = $7)
            AND ($8 = '' OR strpos(k.codes, $8) > 0)
          ORDER BY k.published_on DESC, k.id DESC
          LIMIT $9)),
    -- A task is looked up once, however many of its results are shown: in the plan that holds, else in the newest before.
    planned AS MATERIALIZED (
      SELECT a.draw_id, a.plan_id, a.task_id, t.name
      FROM (SELECT DISTINCT h.draw_id, h.plan_id, h.task_id FROM hit AS h) AS a
      JOIN draw_notice_view AS d ON d.bureau = $1 AND d.id = a.draw_id
      JOIN plan_notice_view AS p ON p.bureau = $1
        AND p.id = left(d.id, strpos(d.id, '-') + 4)
      CROSS JOIN LATERAL (
        SELECT e.task ->> 'taskName' AS name
        FROM (
          SELECT 0 AS place, CAST(p.body AS jsonb) -> 'tasks' AS tasks
          UNION ALL
          SELECT v.place, v.version -> 'tasks'
          FROM jsonb_path_query(CAST(p.body AS jsonb), '$.earlier[*]') WITH ORDINALITY AS v (version, place)) AS told
        CROSS JOIN LATERAL jsonb_array_elements(told.tasks) WITH ORDINALITY AS e (task, place)
        WHERE e.task ->> 'planNumber' = a.plan_id AND e.task ->> 'taskNumber' = a.task_id
        ORDER BY told.place, e.place
        LIMIT 1) AS t)
    SELECT h.id, h.subject_id, h.subject_name, h.draw_id, coalesce(n.name, ''),
      ARRAY(SELECT jsonb_array_elements_text(CAST(h.codes AS jsonb))), h.published_on,
      CASE
        WHEN jsonb_typeof(h.told -> 'withdrawn') = 'object' THEN 'WITHDRAWN'
        WHEN h.told #>> '{time,ended,cause}' IS NOT NULL THEN h.told #>> '{time,ended,cause}'
        WHEN jsonb_path_exists(h.told, '$.former[*] ? (@ != null)') THEN 'CORRECTED'
        ELSE 'VALID'
      END
    FROM hit AS h
    LEFT JOIN planned AS n ON n.draw_id = h.draw_id AND n.plan_id = h.plan_id AND n.task_id = h.task_id
    ORDER BY h.published_on DESC, h.id DESC $q$,
    CASE WHEN firms IS NULL THEN 'TRUE' ELSE 'k.subject_id = ANY ($10)' END)
  USING own, before_day, before_id, since, until, named, task, code, most, firms;
END $$;
