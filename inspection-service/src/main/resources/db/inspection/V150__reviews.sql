-- 组长确认、法制审核: whose agreement a recorded result waits for.
ALTER TABLE visit_view ADD COLUMN next_review TEXT GENERATED ALWAYS AS (body::jsonb -> 'closing' ->> 'nextReview') STORED;
CREATE INDEX visit_review ON visit_view (bureau, next_review, id) WHERE next_review IS NOT NULL;
