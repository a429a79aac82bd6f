-- What was corrected or withdrawn in public since is followed as it holds now (Amendment.toFollow).
DROP INDEX visit_to_follow;
ALTER TABLE visit_view DROP COLUMN to_follow;
ALTER TABLE visit_view ADD COLUMN to_follow JSONB GENERATED ALWAYS AS (
  CASE WHEN body::jsonb ->> 'state' <> 'RECORDED' THEN '[]'
  WHEN body::jsonb ? 'amendment' THEN body::jsonb -> 'amendment' -> 'toFollow'
  ELSE jsonb_path_query_array(body::jsonb,
    '$.answers[*] ? (@.codes[*] == "A" || @.violation.measure == "CORRECTION_ORDER"
      || @.violation.measure == "CASE_FILED" || @.violation.measure == "AUTHORITY_NOTIFIED").itemCode') END) STORED;
CREATE INDEX visit_to_follow ON visit_view (bureau, id) WHERE to_follow <> '[]';
