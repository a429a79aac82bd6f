package cn.doublerandom.pagekit;

/**
 * One thing that happened to what a page shows.
 *
 * @param fact in words
 * @param who did it, or {@link #two} of whom one asked and the other agreed; may be empty
 * @param day of the business, 2023-03-15, where seconds matter with the time
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
  /** Between who asked and who agreed; no account holds it. */
  private static final String AGREED = "⇒";

  /** Who did what takes two, so that the page calls each by his name. */
  public static String two(String asked, String agreed) {
    return asked + AGREED + agreed;
  }

  public boolean isOfTwo() {
    return who.contains(AGREED);
  }

  public String asked() {
    return who.substring(0, who.indexOf(AGREED));
  }

  public String agreed() {
    return who.substring(who.indexOf(AGREED) + AGREED.length());
  }

  /** The plain one. */
  public static Happening of(String fact, String who, String day, String recorded, String why) {
    return new Happening(fact, who, day, recorded.equals(day) ? "" : recorded, why, "", "", false);
  }
}
