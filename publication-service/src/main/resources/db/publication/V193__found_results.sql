-- 公示查询 (ADR 101): what a search lists, in one statement. A name few firms have leads to those firms by the index of its
-- parts, and to their results; one that many have is met soon from the newest on; each has a plan of its own, which is kept. Which
-- results are meant is read from an index alone. It reads as who calls it, and confines itself to the bureau it is given.
-- named_from and named_to: the range of the name in the index of parts; absent where no name is asked for, and while that
-- index is being filled.
CREATE FUNCTION found_results(
  own TEXT, named_from TEXT, named_to TEXT, named TEXT, before_day TEXT, before_id TEXT, since TEXT, until TEXT,
  task TEXT, code TEXT, most BIGINT)
RETURNS TABLE (
  id TEXT, subject_id TEXT, subject_name TEXT, draw_id TEXT, task_name TEXT, codes TEXT[], published_on TEXT, state TEXT)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  -- Firms a name may lead to; where it is found in more, their results are met soon.
  few CONSTANT INT := 200;
  firms TEXT[];
  ids TEXT[];
BEGIN
  PERFORM set_config('suite.bureau', own, TRUE);
  IF named_from IS NOT NULL THEN
    SELECT array_agg(f.subject) INTO firms
    FROM (
      SELECT CAST(p.body AS jsonb) ->> 'subject' AS subject
      FROM name_part_view AS p
      WHERE p.bureau = own AND p.id >= named_from AND p.id < named_to
      ORDER BY p.id
      LIMIT few + 1) AS f;
    IF firms IS NULL THEN
      RETURN;
    END IF;
  END IF;
  IF firms IS NULL OR cardinality(firms) > few THEN
    SELECT array_agg(f.id) INTO ids
    FROM (
      SELECT k.id
      FROM result_view AS k
      WHERE k.bureau = own
        AND k.published
        AND (k.published_on, k.id) < (before_day, before_id)
        AND k.published_on >= since
        AND k.published_on <= until
        AND (named = '' OR starts_with(k.subject_id, named) OR strpos(k.subject_name, named) > 0)
        AND (task = '' OR k.plan_id = task OR k.plan_id || '-' || k.task_id = task)
        AND (code = '' OR strpos(k.codes, code) > 0)
      ORDER BY k.published_on DESC, k.id DESC
      LIMIT most) AS f;
  ELSE
    SELECT array_agg(f.id) INTO ids
    FROM (
      SELECT k.id
      FROM result_view AS k
      WHERE k.bureau = own
        AND k.published
        AND (k.published_on, k.id) < (before_day, before_id)
        AND k.published_on >= since
        AND k.published_on <= until
        AND k.subject_id = ANY (firms)
        AND (named = '' OR starts_with(k.subject_id, named) OR strpos(k.subject_name, named) > 0)
        AND (task = '' OR k.plan_id = task OR k.plan_id || '-' || k.task_id = task)
        AND (code = '' OR strpos(k.codes, code) > 0)
      ORDER BY k.published_on DESC, k.id DESC
      LIMIT most) AS f;
  END IF;
  RETURN QUERY
    WITH hit AS MATERIALIZED (
      SELECT r.id, r.subject_id, r.subject_name, r.draw_id, r.plan_id, r.task_id, r.codes, r.published_on,
        CAST(r.body AS jsonb) -> 'published' AS told
      FROM result_view AS r
      WHERE r.bureau = own AND r.id = ANY (ids)),
    -- A task is looked up once, however many of its results are shown: in the plan that holds, else in the newest before.
    planned AS MATERIALIZED (
      SELECT a.draw_id, a.plan_id, a.task_id, t.name
      FROM (SELECT DISTINCT h.draw_id, h.plan_id, h.task_id FROM hit AS h) AS a
      JOIN draw_notice_view AS d ON d.bureau = own AND d.id = a.draw_id
      JOIN plan_notice_view AS p ON p.bureau = own
        AND p.id = left(d.id, greatest(strpos(d.id, '-') - 1, 0)) || '-' || left(CAST(d.body AS jsonb) ->> 'planId', 4)
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
    ORDER BY h.published_on DESC, h.id DESC;
END $$;

REVOKE ALL ON FUNCTION
  found_results(TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, BIGINT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
  found_results(TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, BIGINT) TO ${app_role};
