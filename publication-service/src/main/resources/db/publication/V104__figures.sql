-- Figures are kept, not counted at each visit; notices are read newest first. Filled by version 5.
CREATE TABLE year_figure_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE subject_figure_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
ALTER TABLE plan_notice_view
  ADD COLUMN published_on TEXT GENERATED ALWAYS AS (body::jsonb ->> 'publishedOn') STORED;
CREATE INDEX plan_notice_by_day ON plan_notice_view (published_on, id);
ALTER TABLE programme_notice_view
  ADD COLUMN published_on TEXT GENERATED ALWAYS AS (body::jsonb ->> 'publishedOn') STORED;
CREATE INDEX programme_notice_by_day ON programme_notice_view (published_on, id);
-- The day it was drawn; of one not drawn yet, the day it will be.
ALTER TABLE draw_notice_view
  ADD COLUMN drawn_on TEXT GENERATED ALWAYS AS
    (coalesce(nullif(body::jsonb ->> 'executedOn', ''), left(body::jsonb ->> 'executeBy', 10))) STORED;
CREATE INDEX draw_notice_by_day ON draw_notice_view (drawn_on, id);
ALTER TABLE result_view
  ADD COLUMN due_on TEXT GENERATED ALWAYS AS (body::jsonb #>> '{content,dueOn}') STORED;
CREATE INDEX result_overdue ON result_view (due_on, id) WHERE NOT published;
