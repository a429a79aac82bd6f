-- A row made of what the registry told is of the bureau it told of: two of them may have equal numbers, and nothing
-- is written without saying whose it is.
DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['registry_subject_view', 'registry_inspector_view', 'registry_item_view'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN bureau DROP DEFAULT', t);
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', t, (
      SELECT conname FROM pg_constraint WHERE conrelid = t::regclass AND contype = 'p'));
    EXECUTE format('ALTER TABLE %I ADD PRIMARY KEY (bureau, id)', t);
  END LOOP;
END $$;
