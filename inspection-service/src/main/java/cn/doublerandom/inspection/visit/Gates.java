package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.ArrangementRejection.NOTICE_OF_OTHER_DAY;
import static cn.doublerandom.inspection.ArrangementRejection.NOTICE_OF_OTHER_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.APPROVAL_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.NOTICE_UNSERVED;
import static cn.doublerandom.inspection.InspectionRejection.RECUSAL_UNDECIDED;
import static cn.doublerandom.inspection.InspectionRejection.TRAINING_UNCONFIRMED;

import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Nobody stands at the door before what comes first is done. A visit that was assigned before gates
 * were known has none.
 */
final class Gates {
  private Gates() {}

  /** Why a visit may not begin yet, if it may not. */
  static Optional<Decision<VisitEvent>> refusal(Visit.Assigned visit, Readiness done) {
    Assignment assignment = visit.assignment();
    @Nullable LocalDate day = visit.arranged().day();
    return recusal(assignment.inspectors(), done)
        .or(() -> recusalOfExpert(visit.beside(), done))
        .or(() ->
            assignment.requires().stream()
                .flatMap(gate -> refusal(gate, assignment.inspectors(), done, day).stream())
                .findFirst());
  }

  private static Optional<Decision<VisitEvent>> recusal(List<String> team, Readiness done) {
    return first(team, done.recused())
        .<Decision<VisitEvent>>map(who -> reject(MEMBER_RECUSED, "inspector", who))
        .or(() ->
            first(team, done.recusalsAsked())
                .map(who -> reject(RECUSAL_UNDECIDED, "inspector", who)));
  }

  /** Who helps is decided on before he comes along; who was recused stands there no more. */
  private static Optional<Decision<VisitEvent>> recusalOfExpert(Beside beside, Readiness done) {
    return first(
            beside.standing().map(one -> one.entrusted().expert()).toList(), done.recusalsAsked())
        .map(who -> reject(RECUSAL_UNDECIDED, "inspector", who));
  }

  private static Optional<Decision<VisitEvent>> refusal(
      Gate gate, List<String> team, Readiness done, @Nullable LocalDate day) {
    return switch (gate.step()) {
      case TRAINING ->
          team.stream()
              .filter(who -> !SecondPerson.isAmong(who, done.trained()))
              .sorted()
              .findFirst()
              .map(who ->
                  reject(TRAINING_UNCONFIRMED, Map.of("inspector", who, "clause", gate.clause())));
      case APPROVAL ->
          done.approved()
              ? Optional.empty()
              : Optional.of(reject(APPROVAL_MISSING, "clause", gate.clause()));
      case NOTICE ->
          !done.noticed()
              ? Optional.of(reject(NOTICE_UNSERVED, "clause", gate.clause()))
              : !done.isOf(day)
                  ? Optional.of(reject(NOTICE_OF_OTHER_DAY, "clause", gate.clause()))
                  : done.names(team)
                      ? Optional.empty()
                      : Optional.of(reject(NOTICE_OF_OTHER_TEAM, "clause", gate.clause()));
    };
  }

  private static Optional<String> first(List<String> team, Collection<String> these) {
    return team.stream().filter(who -> SecondPerson.isAmong(who, these)).sorted().findFirst();
  }
}
