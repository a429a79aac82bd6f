package cn.doublerandom.servicekit.waiting;

import java.util.Locale;

/**
 * What was not agreed to at once: a batch, or one thing.
 *
 * @param stream of the first of them
 * @param count how many there are
 */
public record ToldGroup(String stream, Told told, long count) {
  private static final int VERB = 2;

  /** The same as it was read while it waited, said of nobody: who asked reads it himself. */
  public PendingGroup asked() {
    return new PendingGroup(stream, told.asked(), count);
  }

  /** In words, made of those it waited with: 批准…的申请 becomes …的申请：未获同意. */
  public Recently.Line line(Matter waited) {
    return new Recently.Line(
        chinese(waited.chinese()),
        english(waited.english()),
        told.by(),
        told.on(),
        told.why() == null ? "" : told.why(),
        waited.at() == null ? "" : waited.at());
  }

  private static String chinese(String waited) {
    boolean isAgreed = waited.startsWith("批准") || waited.startsWith("核准");
    return (isAgreed ? waited.substring(VERB).strip() : waited) + "：未获同意";
  }

  private static String english(String waited) {
    return "Not agreed: " + waited.substring(0, 1).toLowerCase(Locale.ROOT) + waited.substring(1);
  }
}
