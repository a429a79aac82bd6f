package cn.doublerandom.bureau.reason;

/** What counts as a reason: words somebody else can judge, not a letter that fills the field. */
public final class ReasonText {
  /** 火灾, 搬迁: the shortest word that says anything. */
  private static final int FEWEST_IDEOGRAPHS = 2;

  /** A number of a document or a word of another script. */
  private static final int FEWEST_LETTERS = 4;

  private ReasonText() {}

  /** Whether a text has at least two different ideographs, or four letters and digits. */
  public static boolean isInWords(String text) {
    long ideographs = text.codePoints().filter(Character::isIdeographic).distinct().count();
    long others =
        text.codePoints()
            .filter(c -> Character.isLetterOrDigit(c) && !Character.isIdeographic(c))
            .count();
    return ideographs >= FEWEST_IDEOGRAPHS || others >= FEWEST_LETTERS;
  }
}
