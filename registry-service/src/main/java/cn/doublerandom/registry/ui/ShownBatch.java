package cn.doublerandom.registry.ui;

import java.util.List;

/**
 * A batch as its page shows it: all that is decided on with one press, of whatever kind.
 *
 * @param count how many there are; of more than are shown the page says so
 */
public record ShownBatch(String batch, List<Line> lines, long count, RequestActs acts) {
  /** Requests that are shown; whoever decides on more looks into the table they came with. */
  static final int MOST = 500;

  public ShownBatch {
    lines = List.copyOf(lines);
  }

  /**
   * One request of it.
   *
   * @param kind code word
   * @param address of its own page
   * @param facts what of the entry is decided on: all of who is new, of another what changes
   */
  public record Line(
      String kind,
      String name,
      String address,
      String words,
      List<RequestFact> facts,
      List<String> touchedBy) {
    public Line {
      facts = List.copyOf(facts);
      touchedBy = List.copyOf(touchedBy);
    }
  }

  /** What is shown of it; {@code all} are one more than are shown where there are more. */
  static ShownBatch of(String batch, List<Line> all, long count, RequestActs acts) {
    return new ShownBatch(
        batch, all.stream().limit(MOST).toList(), Math.max(count, all.size()), acts);
  }

  /** Code words of what it holds. */
  public List<String> kinds() {
    return lines.stream().map(Line::kind).distinct().toList();
  }

  /** Whether there are more than are shown. */
  public boolean more() {
    return count > lines.size();
  }

  /** Who asked for any of it. */
  List<String> touchedBy() {
    return lines.stream().flatMap(line -> line.touchedBy().stream()).distinct().toList();
  }
}
