-- Whatever 一单两库完成情况 counts of the register of subjects stands in the indexes by which it is gone through, and no row
-- is read for it (ADR 52). Two indexes become wider, none is added.
DROP INDEX subject_period_by_subject;
CREATE INDEX subject_period_by_subject ON subject_period_view (bureau, subject, first_day)
  INCLUDE (end_day, merged, status, risk_class, labels);

CREATE UNIQUE INDEX subject_counted ON subject_view (bureau, id)
  INCLUDE (name_key, since, kind, licensed_until, merged);
ALTER TABLE subject_view
  DROP CONSTRAINT subject_view_pkey,
  ADD CONSTRAINT subject_view_pkey PRIMARY KEY USING INDEX subject_counted;
