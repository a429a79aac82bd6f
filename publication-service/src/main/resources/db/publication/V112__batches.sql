-- 逾期未抽取: of a task the plan has drawn several times, each of them; filled by version 9 of the projection.
DROP INDEX due_task_undrawn;
ALTER TABLE due_task_view DROP COLUMN undrawn;
ALTER TABLE due_task_view ADD COLUMN undrawn BOOLEAN GENERATED ALWAYS AS (
  (body::jsonb ->> 'planned')::boolean
  AND jsonb_array_length(body::jsonb -> 'draws') < COALESCE((body::jsonb ->> 'batches')::int, 1)) STORED;
CREATE INDEX due_task_undrawn ON due_task_view (draw_to) WHERE undrawn;
