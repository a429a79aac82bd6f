-- 逾期未检查: whose window has ended and that are neither finished nor cancelled.
ALTER TABLE visit_view
  ADD COLUMN not_held BOOLEAN GENERATED ALWAYS AS (body::jsonb ? 'notHeld') STORED;
CREATE INDEX visit_not_held ON visit_view (id) WHERE not_held;
