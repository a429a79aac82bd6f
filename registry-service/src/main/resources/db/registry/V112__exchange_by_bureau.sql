-- Whose an entry is stands beside it; of rows that do not say it, as those there are and those of a partner who
-- knows of no bureaus, the seed's is meant. Bureaus are told and compared each by itself.
DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['subject', 'told', 'held', 'comparison'] LOOP
    EXECUTE format('ALTER TABLE exchange.%I ADD COLUMN bureau TEXT NOT NULL DEFAULT %L', t, '130534');
  END LOOP;
END $$;
DROP INDEX exchange.exchange_subject_by_id;
CREATE INDEX exchange_subject_by_id ON exchange.subject (bureau, id COLLATE "C", seq DESC);
DROP INDEX exchange.exchange_held_by_id;
CREATE INDEX exchange_held_by_id ON exchange.held (bureau, id COLLATE "C", seq DESC);
