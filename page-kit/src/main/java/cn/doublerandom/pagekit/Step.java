package cn.doublerandom.pagekit;

/**
 * A step of a long affair.
 *
 * @param note when it was done, or until when it must be; may be empty
 * @param address where it is done; empty where nobody may go there yet
 */
public record Step(String name, Stage stage, String note, String address) {
  /** How far it is. */
  public enum Stage {
    DONE,
    NOW,
    LATER,
    /** Its day has passed. */
    LATE
  }

  /** The sign beside the name; the colour says the same. */
  public String sign() {
    return switch (stage) {
      case DONE -> "✓";
      case NOW -> "●";
      case LATER -> "○";
      case LATE -> "!";
    };
  }

  /** The name of its class in the stylesheet. */
  public String look() {
    return switch (stage) {
      case DONE -> "done";
      case NOW -> "now";
      case LATER -> "later";
      case LATE -> "late";
    };
  }
}
