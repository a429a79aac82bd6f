package cn.doublerandom.inspection.followup;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What follows the findings of one visit, as it is listed.
 *
 * @param nextDue of those that are open, the first; absent where none is
 * @param late whether one of them is overdue
 * @param roles who is told of those that are open, in the order of the alarms
 * @param rechecks visits that are planned to look again and not over
 */
public record FollowUpSummary(
    OfVisit of,
    List<FollowUp> all,
    @Nullable LocalDate nextDue,
    boolean late,
    List<String> roles,
    List<RecheckVisit> rechecks) {
  public FollowUpSummary {
    all = List.copyOf(all);
    roles = List.copyOf(roles);
    rechecks = List.copyOf(rechecks);
  }

  /** Of a visit of which at least one follow-up was opened. */
  public static FollowUpSummary of(FollowUps known) {
    List<FollowUp> open = known.all().stream().filter(FollowUp::open).toList();
    return new FollowUpSummary(
        Objects.requireNonNull(known.of()),
        known.all(),
        open.stream().map(FollowUp::dueOn).min(Comparator.naturalOrder()).orElse(null),
        open.stream().anyMatch(FollowUpSummary::overdue),
        open.stream()
            .flatMap(one -> one.alarms().stream().limit(one.told()))
            .map(Alarm::role)
            .distinct()
            .toList(),
        open.stream().flatMap(one -> known.planned(one.number()).stream()).toList());
  }

  private static boolean overdue(FollowUp one) {
    return one.alarms().stream()
        .limit(one.told())
        .anyMatch(alarm -> alarm.what() == Alarm.What.OVERDUE);
  }
}
