package cn.doublerandom.inspection.phone;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What may be asked of the steps of a visit. */
public sealed interface PhoneCommand {
  /**
   * Steps come, in whatever order and as often as they like.
   *
   * @param by account that hands them in
   * @param team of the visit
   * @param items of the visit, by code
   */
  record TakeSteps(
      String visitId,
      List<PhoneStep> steps,
      String by,
      List<String> team,
      Set<String> items,
      Instant receivedAt)
      implements PhoneCommand {
    public TakeSteps {
      steps = List.copyOf(steps);
      team = List.copyOf(team);
      items = Set.copyOf(items);
    }
  }

  /**
   * One of the team decides which of two answers goes into the visit.
   *
   * @param chosen id of its step
   */
  record DecideConflict(
      String item, String chosen, String by, List<String> team, String reason, Instant at)
      implements PhoneCommand {
    public DecideConflict {
      team = List.copyOf(team);
    }
  }
}
