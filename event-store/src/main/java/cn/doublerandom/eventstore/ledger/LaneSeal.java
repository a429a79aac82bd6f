package cn.doublerandom.eventstore.ledger;

/**
 * Signs the hash of a record, and with it all before it in its lane. The signature must be the same
 * whenever it is made, so that a rebuilt topic has the same records.
 */
@FunctionalInterface
public interface LaneSeal {
  /** A house without a key: its lanes are chained and nobody vouches for them. */
  LaneSeal NONE = hash -> "";

  /** The value of the header {@code ce_seal}; empty where there is no key. */
  String sign(String hash);
}
