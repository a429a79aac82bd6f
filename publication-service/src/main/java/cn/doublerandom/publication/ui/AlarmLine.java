package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.notice.PlanAlarm;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Missed last days of a plan in words.
 *
 * @param steps in their order
 */
public record AlarmLine(String year, List<String> steps, LocalDate due, boolean madeUpFor) {
  private static final List<String> ORDER = List.of("制定", "上报", "公示");

  /** One line for each plan and day, the steps still open apart from those made up for. */
  static List<AlarmLine> of(List<PlanAlarm> missed) {
    Map<List<Object>, List<PlanAlarm>> alike =
        missed.stream()
            .sorted(Comparator.comparingInt(a -> ORDER.indexOf(a.step())))
            .collect(
                Collectors.groupingBy(
                    a -> List.of(a.planKey(), a.state(), a.due()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return alike.values().stream().map(AlarmLine::line).toList();
  }

  private static AlarmLine line(List<PlanAlarm> alike) {
    PlanAlarm first = alike.getFirst();
    return new AlarmLine(
        first.planKey().substring(first.planKey().indexOf('-') + 1),
        alike.stream().map(PlanAlarm::step).toList(),
        first.due(),
        first.state().equals("DONE_LATE"));
  }

  public String text() {
    return "%s 年度抽查工作计划的%s应于 %s 前完成，%s。"
        .formatted(year, String.join("、", steps), due, madeUpFor ? "逾期后已经补办" : "至今没有完成");
  }
}
