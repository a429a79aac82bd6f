-- Every row says which bureau's it is; those there are, the seed's. Two bureaus may have equal numbers, so the
-- key of a row is both. Nothing is written without saying whose it is.
DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'visit_view'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN bureau TEXT NOT NULL DEFAULT %L', t, '130534');
    EXECUTE format('ALTER TABLE %I ALTER COLUMN bureau DROP DEFAULT', t);
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', t, (
      SELECT conname FROM pg_constraint WHERE conrelid = t::regclass AND contype = 'p'));
    EXECUTE format('ALTER TABLE %I ADD PRIMARY KEY (bureau, id)', t);
  END LOOP;
END $$;
