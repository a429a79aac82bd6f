package cn.doublerandom.eventstore.ledger;

/** Whose seals a reader of topics believes. */
public interface LaneTrust {
  /** Nobody's key is known: a record is believed because it continues its lane. */
  LaneTrust CHAIN_ONLY =
      new LaneTrust() {
        @Override
        public boolean hasKey(String topic) {
          return false;
        }

        @Override
        public boolean isSealed(String topic, String hash, String seal) {
          return false;
        }
      };

  /** Whether the key of whoever tells on the topic is known. */
  boolean hasKey(String topic);

  /** Whether whoever tells on the topic signed this hash. */
  boolean isSealed(String topic, String hash, String seal);
}
