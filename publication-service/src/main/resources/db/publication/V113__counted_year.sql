-- The year a result counts in, which is that of its visit's window where it was finished after that: the same for
-- the firms inspected in a year and for the results of it.
DROP INDEX result_by_year;
ALTER TABLE result_view
  DROP COLUMN finished_year,
  ADD COLUMN counted_year TEXT GENERATED ALWAYS AS
    (left(coalesce(body::jsonb ->> 'windowTo', body::jsonb #>> '{content,finishedOn}'), 4)) STORED;
CREATE INDEX result_by_year ON result_view (counted_year, subject_id);
