package cn.doublerandom.inspection.signing;

import java.time.LocalDate;

/**
 * A key that has signed a record.
 *
 * @param lastOn business day of the latest signature
 */
public record KeyUse(String keyId, LocalDate lastOn) {
  /** After one more signature, which a phone without network may have told late. */
  public KeyUse and(LocalDate on) {
    return on.isAfter(lastOn) ? new KeyUse(keyId, on) : this;
  }
}
