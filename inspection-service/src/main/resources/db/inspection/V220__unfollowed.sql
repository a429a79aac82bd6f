-- Items whose finding waits for a follow-up (FollowUpWork.waits): a result that is told and of which one is left so stands in
-- somebody's 待办.
ALTER TABLE visit_view ADD COLUMN to_follow JSONB GENERATED ALWAYS AS (
  CASE WHEN body::jsonb ->> 'state' = 'RECORDED' THEN jsonb_path_query_array(body::jsonb,
    '$.answers[*] ? (@.codes[*] == "A" || @.violation.measure == "CORRECTION_ORDER"
      || @.violation.measure == "CASE_FILED" || @.violation.measure == "AUTHORITY_NOTIFIED").itemCode')
  ELSE '[]' END) STORED;
CREATE INDEX visit_to_follow ON visit_view (bureau, id) WHERE to_follow <> '[]';
