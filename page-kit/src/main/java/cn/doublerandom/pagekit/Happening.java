package cn.doublerandom.pagekit;

/**
 * One thing that happened to what a page shows.
 *
 * @param fact in words
 * @param who did it; may be empty
 * @param day of the business, 2023-03-15
 * @param recorded when it was written down, where that is another day; may be empty
 * @param why may be empty
 * @param clause of the law or rule; may be empty
 * @param event address of the event; may be empty
 * @param undone whether it no longer holds; it stays, struck through
 */
public record Happening(
    String fact,
    String who,
    String day,
    String recorded,
    String why,
    String clause,
    String event,
    boolean undone) {
  /** The plain one. */
  public static Happening of(String fact, String who, String day, String recorded, String why) {
    return new Happening(fact, who, day, recorded.equals(day) ? "" : recorded, why, "", "", false);
  }
}
