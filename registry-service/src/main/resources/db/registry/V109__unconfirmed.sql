-- Who is new and waits for a second person: few, and asked for by every count that leaves them out.
CREATE INDEX subject_period_unconfirmed ON subject_period_view (bureau, subject)
  WHERE body::jsonb ->> 'status' = 'UNCONFIRMED';
