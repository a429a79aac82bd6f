-- 公示期 (ADR 74): what ends next is found by its last day; filled by version 12 of the projection of notices.
ALTER TABLE result_view
  ADD COLUMN public_until TEXT GENERATED ALWAYS AS (body::jsonb #>> '{published,time,until}') STORED;
CREATE INDEX result_public_until ON result_view (bureau, public_until) WHERE public_until IS NOT NULL;
