-- Visits of which a request for an expert waits for a second person (R20).
ALTER TABLE visit_view ADD COLUMN expert_asked BOOLEAN GENERATED ALWAYS AS (
  body::jsonb ->> 'state' IN ('ASSIGNED', 'IN_PROGRESS') AND body::jsonb -> 'experts' @> '[{"state": "ASKED"}]') STORED;
CREATE INDEX visit_expert_asked ON visit_view (bureau, id) WHERE expert_asked;
