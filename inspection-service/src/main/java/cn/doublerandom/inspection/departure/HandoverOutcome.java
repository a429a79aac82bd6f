package cn.doublerandom.inspection.departure;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.visit.Handover;
import cn.doublerandom.inspection.visit.VisitSummary;
import java.util.Optional;

/** What has become of one visit of an officer who leaves. */
public enum HandoverOutcome {
  /** Nobody has asked the draw. */
  OPEN,
  /** The draw decides. */
  WAITING,
  /** The draw has not replaced him. */
  REFUSED,
  /** Somebody else serves in his place. */
  REPLACED,
  /** It has begun: he, or another of its team, brings it to its end. */
  BEGUN,
  /** It is over, or fell away. */
  DONE;

  /** As the visit stands now. */
  public static HandoverOutcome of(VisitSummary visit, String inspector) {
    if (!SecondPerson.isAmong(inspector, visit.inspectors())) {
      return REPLACED;
    }
    return switch (visit.state()) {
      case "ASSIGNED" ->
          handover(visit, inspector)
              .map(one -> one.refused() == null ? WAITING : REFUSED)
              .orElse(OPEN);
      case "IN_PROGRESS", "FINISHED" -> BEGUN;
      default -> DONE;
    };
  }

  /** What was asked of the draw for him. */
  public static Optional<Handover> handover(VisitSummary visit, String inspector) {
    return Optional.ofNullable(visit.arranged()).flatMap(known -> known.of(inspector));
  }

  /** Whether the draw may be asked, for the first time or again. */
  public boolean isToAsk() {
    return this == OPEN || this == REFUSED;
  }
}
