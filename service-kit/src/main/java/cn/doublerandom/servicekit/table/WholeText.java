package cn.doublerandom.servicekit.table;

/** Whole numbers as offices write them into cells. */
final class WholeText {
  /** Characters; far more digits than any count of a register has. */
  static final int LENGTH = 12;

  private WholeText() {}

  /** What a text says. */
  sealed interface Reading {
    record Read(int whole) implements Reading {}

    /** With the code and the text of the fault. */
    record Refused(String code, String reason) implements Reading {}
  }

  /**
   * Reads a number within bounds.
   *
   * @param text at most {@link #LENGTH} characters
   */
  static Reading read(String text, int least, int most) {
    if (!text.matches("-?[0-9]+")) {
      return new Reading.Refused("not-a-number", "应为 " + least + " 至 " + most + " 的整数。");
    }
    long whole = Long.parseLong(text);
    return whole < least || whole > most
        ? new Reading.Refused(
            "number-out-of-bounds", "此数是 %s，应在 %d 至 %d 之间。".formatted(text, least, most))
        : new Reading.Read(Math.toIntExact(whole));
  }
}
