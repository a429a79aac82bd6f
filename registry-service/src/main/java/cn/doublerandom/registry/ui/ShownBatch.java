package cn.doublerandom.registry.ui;

import java.util.List;

/**
 * A batch as its page shows it.
 *
 * @param kind code word
 * @param more whether there are more than are shown
 */
public record ShownBatch(
    String kind, String batch, List<Line> lines, boolean more, RequestActs acts) {
  /** Requests that are shown; whoever decides on more looks into the table they came with. */
  static final int MOST = 500;

  public ShownBatch {
    lines = List.copyOf(lines);
  }

  /**
   * One request of it.
   *
   * @param address of its own page
   */
  public record Line(String name, String address, String words, List<String> touchedBy) {}

  static ShownBatch of(String kind, String batch, List<Line> oneMore, RequestActs acts) {
    return new ShownBatch(
        kind, batch, oneMore.stream().limit(MOST).toList(), oneMore.size() > MOST, acts);
  }

  /** Who asked for any of it. */
  List<String> touchedBy() {
    return lines.stream().flatMap(line -> line.touchedBy().stream()).distinct().toList();
  }
}
