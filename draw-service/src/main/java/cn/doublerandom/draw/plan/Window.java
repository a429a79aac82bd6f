package cn.doublerandom.draw.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Days on which something may be drawn, both included (抽取日期). */
public record Window(LocalDate from, LocalDate to) {
  /** The days on which all of the tasks may be drawn, if there are any. */
  public static Optional<Window> common(List<PlanTask> tasks) {
    LocalDate from =
        tasks.stream().map(PlanTask::drawFrom).max(Comparator.naturalOrder()).orElseThrow();
    LocalDate to =
        tasks.stream().map(PlanTask::drawTo).min(Comparator.naturalOrder()).orElseThrow();
    return from.isAfter(to) ? Optional.empty() : Optional.of(new Window(from, to));
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
