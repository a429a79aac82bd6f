-- What a hash looks like is checked as before. A count within an expression makes PostgreSQL build a state for every
-- digit whenever it is asked, four times for each event that is told; a set of signs needs one.
ALTER TABLE event
  DROP CONSTRAINT event_hash_check,
  ADD CONSTRAINT event_hash_check CHECK (length(hash) = 64 AND hash !~ '[^0-9a-f]');
ALTER TABLE ledger
  DROP CONSTRAINT ledger_chain_check,
  ADD CONSTRAINT ledger_chain_check CHECK (length(chain) = 64 AND chain !~ '[^0-9a-f]');
ALTER TABLE link
  DROP CONSTRAINT link_prev_check,
  ADD CONSTRAINT link_prev_check CHECK (length(prev) = 64 AND prev !~ '[^0-9a-f]'),
  DROP CONSTRAINT link_hash_check,
  ADD CONSTRAINT link_hash_check CHECK (length(hash) = 64 AND hash !~ '[^0-9a-f]');
