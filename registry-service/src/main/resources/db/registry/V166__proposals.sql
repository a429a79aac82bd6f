-- 检查结果建议: what results propose to the register; filled by the projection "proposals". Its rows are its bureau's
-- own, as those of every read model (own_rows_everywhere).
CREATE TABLE proposal_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  state TEXT GENERATED ALWAYS AS (body::jsonb ->> 'state') STORED,
  since TEXT GENERATED ALWAYS AS (body::jsonb ->> 'since') STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX proposal_in_state ON proposal_view (bureau, state, id);
