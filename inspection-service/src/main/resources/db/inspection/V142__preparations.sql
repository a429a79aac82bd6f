-- What goes before a visit: who was trained, whether it is approved and notified, which recusals wait, and its code.
CREATE TABLE preparation_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  approval TEXT GENERATED ALWAYS AS (body::jsonb ->> 'approval') STORED,
  recusal_open BOOLEAN GENERATED ALWAYS AS ((body::jsonb ->> 'recusalOpen')::boolean) STORED,
  code TEXT GENERATED ALWAYS AS (coalesce(body::jsonb ->> 'code', '')) STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX preparation_asked ON preparation_view (bureau, id) WHERE approval = 'ASKED';
CREATE INDEX preparation_recusal ON preparation_view (bureau, id) WHERE recusal_open;
CREATE INDEX preparation_code ON preparation_view (bureau, code) WHERE code <> '';
