-- What pages of the register count and find by stands in indexes (ADR 52): no document is read but of whom a page shows.
-- Names are counted, and run through in their order.
DROP INDEX subject_by_name;
CREATE INDEX subject_by_name ON subject_view (bureau, name_key, id) INCLUDE (kind, name, merged);
DROP INDEX subject_period_by_subject;
CREATE INDEX subject_period_by_subject ON subject_period_view (bureau, subject, first_day) INCLUDE (end_day);

-- Who on some day stands apart from what he is by now: not yet agreed to, merged then or since. They are few.
CREATE INDEX subject_merged ON subject_view (bureau, id) WHERE merged;
CREATE INDEX subject_period_apart ON subject_period_view (bureau, subject) WHERE merged OR status = 'UNCONFIRMED';

-- Who waits for a second person, by bureau.
DROP INDEX subject_by_status_asked;
CREATE INDEX subject_by_status_asked ON subject_view (bureau, id)
  WHERE body::jsonb #>> '{statusAsked,by}' IS NOT NULL;
