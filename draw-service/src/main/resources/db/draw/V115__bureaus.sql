-- Every row says which bureau's it is; those there are, the seed's. Two bureaus may have equal numbers, so the
-- key of a row is both. Nothing is written without saying whose it is.
DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'known_subject_view',
    'known_inspector_view',
    'known_item_view',
    'draw_view',
    'task_view',
    'drawn_subject_view',
    'deviation_view',
    'fairness_view',
    'draw_state_view',
    'due_view',
    'assigned_view'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN bureau TEXT NOT NULL DEFAULT %L', t, '130534');
    EXECUTE format('ALTER TABLE %I ALTER COLUMN bureau DROP DEFAULT', t);
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', t, (
      SELECT conname FROM pg_constraint WHERE conrelid = t::regclass AND contype = 'p'));
    EXECUTE format('ALTER TABLE %I ADD PRIMARY KEY (bureau, id)', t);
  END LOOP;
END $$;

-- What the registry tells is the seed's bureau's until its events name another.
ALTER TABLE registry_subject_view ADD COLUMN bureau TEXT NOT NULL DEFAULT '130534';
ALTER TABLE registry_inspector_view ADD COLUMN bureau TEXT NOT NULL DEFAULT '130534';
ALTER TABLE registry_item_view ADD COLUMN bureau TEXT NOT NULL DEFAULT '130534';
