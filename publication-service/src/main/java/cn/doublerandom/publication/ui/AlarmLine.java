package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.notice.PlanAlarm;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Missed last days of a plan in words.
 *
 * @param steps in their order
 * @param doneOn absent where they are open, and where it was not told
 */
public record AlarmLine(
    String year, List<String> steps, LocalDate due, boolean madeUpFor, @Nullable LocalDate doneOn) {
  private static final List<String> ORDER = List.of("制定", "上报", "公示");

  /** One line for each plan and day, the steps still open apart from those made up for. */
  static List<AlarmLine> of(List<PlanAlarm> missed) {
    Map<List<Object>, List<PlanAlarm>> alike =
        missed.stream()
            .sorted(Comparator.comparingInt(a -> ORDER.indexOf(a.step())))
            .collect(
                Collectors.groupingBy(
                    a -> Arrays.asList(a.planKey(), a.state(), a.due(), a.doneOn()),
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
        first.state().equals("DONE_LATE"),
        first.doneOn());
  }

  /** In the reader's language. */
  String text(PortalWords words) {
    String all =
        steps.stream()
            .map(step -> words.stepOf(PublicTerms.step(step)))
            .collect(Collectors.joining(words.between()));
    if (!madeUpFor) {
      return words.openStep(year, all, due);
    }
    return doneOn == null
        ? words.lateStep(year, all, due)
        : words.lateStepOn(year, all, due, doneOn);
  }
}
