package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.InspectorEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who is lacking, in words an office can act on. */
public final class Shortfall {
  private Shortfall() {}

  /** For example 缺 2 名 公路工程 执法人员. */
  public static String text(TaskDraws.Executed draw) {
    return draw.result()
        .infeasible()
        .map(i ->
            text(
                i,
                draw.commit().slots(),
                draw.frame().lists().inspectors(),
                draw.result().selected().size()))
        .orElse("");
  }

  /**
   * Seats of one kind are short where more are needed than the people who hold their tags may fill;
   * what remains is short for anybody, or lost to recusals.
   *
   * @param subjects how many are visited
   */
  static String text(
      DrawResult.Infeasible infeasible,
      List<List<String>> slots,
      List<InspectorEntry> inspectors,
      int subjects) {
    Map<List<String>, Integer> seats = new LinkedHashMap<>();
    slots.stream()
        .filter(tags -> !tags.isEmpty())
        .forEach(tags -> seats.merge(tags, subjects, Integer::sum));
    int rest = infeasible.missing();
    List<String> lacking = new ArrayList<>();
    for (Map.Entry<List<String>, Integer> kind : seats.entrySet()) {
      long able =
          inspectors.stream()
              .filter(i -> i.tags().containsAll(kind.getKey()))
              .mapToLong(i -> Math.min(i.cap(), subjects))
              .sum();
      int lack = (int) Math.min(rest, Math.max(0, kind.getValue() - able));
      if (lack > 0) {
        lacking.add("%d 名 %s 执法人员".formatted(lack, who(kind.getKey())));
        rest -= lack;
      }
    }
    if (rest > 0) {
      lacking.add("%d 名执法人员".formatted(rest));
    }
    return "缺 " + String.join("、", lacking);
  }

  /** unit:综合行政执法大队 is said without its kind. */
  private static String who(List<String> tags) {
    return tags.stream().map(t -> t.substring(t.indexOf(':') + 1)).collect(Collectors.joining("、"));
  }
}
