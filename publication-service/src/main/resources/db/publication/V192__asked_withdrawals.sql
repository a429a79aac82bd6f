-- 通报的撤销: bulletins whose withdrawal was asked for; filled by the projection "notices". Its rows are its bureau's own, as
-- those of every read model (own_rows_everywhere).
CREATE TABLE asked_withdrawal_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  waits BOOLEAN GENERATED ALWAYS AS ((body::jsonb ->> 'waits')::boolean) STORED,
  PRIMARY KEY (bureau, id));
