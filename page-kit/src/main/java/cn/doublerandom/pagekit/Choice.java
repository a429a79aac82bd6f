package cn.doublerandom.pagekit;

/**
 * What may be chosen in a field.
 *
 * @param value as it is sent
 * @param label what an officer reads
 * @param isUnder whether it goes with the last one before it that is not
 */
public record Choice(String value, String label, boolean isUnder) {
  /** One beside the others. */
  public Choice(String value, String label) {
    this(value, label, false);
  }
}
