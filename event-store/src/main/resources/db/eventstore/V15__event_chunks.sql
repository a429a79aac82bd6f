-- Long lists of events, in pieces that are addressed by what they hold: the event names the hash of the list of its
-- pieces, so its own hash, and the chain, cover every byte of them. A piece is stored in the transaction of the first
-- event that names it.
CREATE TABLE event_chunk (
  hash    TEXT PRIMARY KEY,
  content TEXT NOT NULL CHECK (length(content) <= 16 * 1024 * 1024),
  -- 'dr/chunk/1' and a zero byte, then the content.
  CONSTRAINT event_chunk_address
    CHECK (hash = encode(sha256('\x64722f6368756e6b2f3100'::bytea || convert_to(content, 'UTF8')), 'hex'))
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event_chunk
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE ALL ON event_chunk FROM ${app_role};
GRANT SELECT, INSERT ON event_chunk TO ${app_role};
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON event_chunk FROM %I', view_writer());
  EXECUTE format('GRANT SELECT ON event_chunk TO %I', view_writer());
END $$;
