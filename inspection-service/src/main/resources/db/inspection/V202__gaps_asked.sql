-- Visits whose record is to go without signatures, which waits for a second person (ADR 83).
ALTER TABLE visit_view ADD COLUMN gaps_asked BOOLEAN GENERATED ALWAYS AS (
  body::jsonb ->> 'state' = 'FINISHED' AND body::jsonb #>> '{closing,gaps,by}' IS NOT NULL
  AND body::jsonb #>> '{closing,gaps,agreedBy}' IS NULL) STORED;
CREATE INDEX visit_gaps_asked ON visit_view (bureau, id) WHERE gaps_asked;
