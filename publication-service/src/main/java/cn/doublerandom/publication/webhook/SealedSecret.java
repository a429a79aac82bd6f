package cn.doublerandom.publication.webhook;

/**
 * A secret nobody reads in the ledger.
 *
 * @param fingerprint the first 16 hex digits of the SHA-256 of its text
 * @param sealed AES-256-GCM under the master key of the house, base64
 */
public record SealedSecret(String fingerprint, String sealed) {
  /** Nobody is helped by it in a log. */
  @Override
  public String toString() {
    return "SealedSecret[" + fingerprint + "]";
  }
}
