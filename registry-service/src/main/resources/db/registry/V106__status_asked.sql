-- Few entries wait for a second person, and whoever agrees asks for exactly those.
CREATE INDEX subject_by_status_asked ON subject_view (id)
  WHERE body::jsonb #>> '{statusAsked,by}' IS NOT NULL;
