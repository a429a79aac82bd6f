package cn.doublerandom.bureau.key;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key of a bureau: the region it serves by GB/T 2260, for any further bureau of that region
 * followed by {@code .} and a suffix, as in {@code 130534} and {@code 130534.scjg}. It begins the
 * ids of plans, draws and visits, so it holds no sign that separates their parts.
 *
 * <p>A suffix that begins with {@value #PRACTICE} is of a practice bureau (演练单位), as in {@code
 * 130534.practice}: what it does is an exercise, and nothing of it is ever published (ADR 87). The
 * key never changes, so none of them becomes a real one, nor the reverse.
 *
 * @param text as it is written everywhere
 */
public record BureauKey(String text) implements Comparable<BureauKey> {
  /** As a regular expression. */
  public static final String PATTERN = "[1-8][0-9]{5}(?:\\.[a-z0-9]{1,12})?";

  /** What the suffix of a practice bureau begins with; of any other bureau none does. */
  public static final String PRACTICE = "practice";

  private static final Pattern FORM = Pattern.compile(PATTERN);
  private static final int REGION_LENGTH = 6;

  /** The bureau that is meant wherever none is named: the one every older ledger is of. */
  public static final BureauKey SEED = new BureauKey("130534");

  public BureauKey {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("no key of a bureau");
    }
  }

  /** The key, where the text is one. */
  public static Optional<BureauKey> of(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new BureauKey(text)) : Optional.empty();
  }

  /**
   * The bureau whose plan, task, draw or visit an id names.
   *
   * @param id for example {@code 130534.scjg-2023001-001-1}
   */
  public static Optional<BureauKey> ofId(String id) {
    int end = id.indexOf('-');
    return of(end < 0 ? id : id.substring(0, end));
  }

  /** GB/T 2260, six digits. */
  public String region() {
    return text.substring(0, REGION_LENGTH);
  }

  /** What tells it from the other bureaus of its region; empty for the first. */
  public String suffix() {
    return text.length() == REGION_LENGTH ? "" : text.substring(REGION_LENGTH + 1);
  }

  /** Whether what it does is an exercise. */
  public boolean isPractice() {
    return suffix().startsWith(PRACTICE);
  }

  /**
   * Whether what an id names is an exercise.
   *
   * @param id that begins with the key of its bureau
   */
  public static boolean isOfPractice(String id) {
    return ofId(id).filter(BureauKey::isPractice).isPresent();
  }

  public boolean isSeed() {
    return equals(SEED);
  }

  @Override
  public int compareTo(BureauKey other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
