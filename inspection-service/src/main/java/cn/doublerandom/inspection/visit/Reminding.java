package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;

import cn.doublerandom.bureau.time.Reminder;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.visit.Visit.Finished;
import cn.doublerandom.inspection.visit.VisitEvent.DeadlineApproached;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 期限提醒 (R40): of a result that is not final yet, each of its days is said once. */
final class Reminding {
  private Reminding() {}

  /** Whoever was away for several of them is told the last one. */
  static Decision<VisitEvent> note(LocalDate today, Finished finished) {
    List<Reminder> come =
        finished.term().reminders().stream().filter(one -> !one.on().isAfter(today)).toList();
    return come.isEmpty() || finished.overdue() || today.isAfter(finished.dueOn())
        ? accept()
        : accept(new DeadlineApproached(finished.dueOn(), come.getLast().workingDays()));
  }

  /** What is still to be said. */
  static List<Reminder> after(List<Reminder> reminders, DeadlineApproached said) {
    return reminders.stream().filter(one -> one.workingDays() < said.workingDays()).toList();
  }

  /** As an event keeps them: of none there is nothing to say. */
  static @Nullable List<Reminder> kept(List<Reminder> reminders) {
    return reminders.isEmpty() ? null : reminders;
  }

  /** As an event of any age has them. */
  static List<Reminder> of(@Nullable List<Reminder> kept) {
    return kept == null ? List.of() : kept;
  }
}
