-- 逾期未抽取: tasks of plans and the draws made of them; filled by version 8 of the projection.
CREATE TABLE due_task_view (
  bureau TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  undrawn BOOLEAN GENERATED ALWAYS AS (
    (body::jsonb ->> 'planned')::boolean AND jsonb_array_length(body::jsonb -> 'draws') = 0) STORED,
  draw_to TEXT GENERATED ALWAYS AS (body::jsonb ->> 'drawTo') STORED,
  PRIMARY KEY (bureau, id)
);
CREATE INDEX due_task_undrawn ON due_task_view (draw_to) WHERE undrawn;
