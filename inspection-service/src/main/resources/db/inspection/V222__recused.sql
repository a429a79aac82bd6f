-- Visits of whose team somebody is recused: he is replaced before they begin.
ALTER TABLE preparation_view ADD COLUMN recused BOOLEAN GENERATED ALWAYS AS (
  jsonb_path_exists(body::jsonb, '$.recusals[*].decided ? (@.agreed == true)')) STORED;
CREATE INDEX preparation_recused ON preparation_view (bureau, id) WHERE recused;
