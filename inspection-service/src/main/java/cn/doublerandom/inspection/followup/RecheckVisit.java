package cn.doublerandom.inspection.followup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 复查 as a visit of its own: its day, its two officers, and its record of the one matter an order
 * was about.
 *
 * @param id the visit's, the follow-up's number and its own, {@code …-recheck-1-2}
 * @param followUp number of the order within the first visit
 * @param on the day on which they go, or a later one
 * @param officers numbers of the two
 * @param plannedBy account
 * @param recorded what they saw; absent before, and not over before the other has confirmed
 */
public record RecheckVisit(
    String id,
    int followUp,
    LocalDate on,
    List<String> officers,
    String plannedBy,
    FollowUp.@Nullable Recheck recorded) {
  public RecheckVisit {
    officers = List.copyOf(officers);
  }

  /** Whether somebody still has to go, or to confirm. */
  public boolean open() {
    return recorded == null || recorded.confirmedBy() == null;
  }

  RecheckVisit with(FollowUp.Recheck seen) {
    return new RecheckVisit(id, followUp, on, officers, plannedBy, seen);
  }
}
