-- A subscription that was not agreed to is one that came to nothing, not one nobody asked for (ADR 80).
ALTER TABLE webhook.subscription
  DROP CONSTRAINT subscription_state_check,
  ADD CONSTRAINT subscription_state_check CHECK (state IN ('UNASKED', 'ASKED', 'DECLINED', 'ACTIVE', 'PAUSED', 'ENDED'));
