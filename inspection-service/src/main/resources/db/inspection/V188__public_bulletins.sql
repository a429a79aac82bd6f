-- 通报: what is public circulates in the bureau, too.
ALTER TABLE bulletin_view DROP COLUMN circulates;
ALTER TABLE bulletin_view
  ADD COLUMN circulates BOOLEAN GENERATED ALWAYS AS (body::jsonb ->> 'reach' IN ('INTERNAL', 'PUBLIC')) STORED;
