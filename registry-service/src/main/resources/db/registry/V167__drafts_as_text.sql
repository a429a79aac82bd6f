-- A draft quotes the cell at fault, whatever stands in it: JSON text may hold a NUL, a jsonb may not.
ALTER TABLE intake.draft ALTER COLUMN body TYPE TEXT USING body::text;
