-- 公示查询: what a published result is found by, narrow enough to be read from the index alone.
ALTER TABLE result_view
  ADD COLUMN subject_name TEXT GENERATED ALWAYS AS (body::jsonb #>> '{published,subjectName}') STORED,
  ADD COLUMN published_on TEXT GENERATED ALWAYS AS (body::jsonb #>> '{published,on}') STORED,
  ADD COLUMN plan_id TEXT GENERATED ALWAYS AS (body::jsonb #>> '{content,planId}') STORED,
  ADD COLUMN task_id TEXT GENERATED ALWAYS AS (body::jsonb #>> '{content,taskId}') STORED,
  ADD COLUMN codes TEXT GENERATED ALWAYS AS (body::jsonb #>> '{content,codes}') STORED;
CREATE INDEX result_newest ON result_view (bureau, published_on DESC, id DESC)
  INCLUDE (subject_id, subject_name, plan_id, task_id, codes) WHERE published;
CREATE INDEX result_of_subject ON result_view (bureau, subject_id, id);

-- In which draws a firm is named: drawn, as an alternate, or left out by hand.
CREATE INDEX draw_notice_selected ON draw_notice_view USING gin ((body::jsonb -> 'selected'));
CREATE INDEX draw_notice_replaced ON draw_notice_view USING gin ((body::jsonb -> 'replacements'));
CREATE INDEX draw_notice_excluded ON draw_notice_view USING gin ((body::jsonb -> 'excludedByHand'));
