package cn.doublerandom.inspection.kafka;

import cn.doublerandom.contracts.HandoverAsked;
import cn.doublerandom.contracts.HandoverTakenBack;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.VisitRescheduled;
import cn.doublerandom.inspection.visit.ArrangementEvent;
import cn.doublerandom.inspection.visit.Assignment;
import java.util.Optional;

/** What others hear of how a visit is arranged: what two people agreed on, or the draw decides. */
final class ArrangementNews {
  private ArrangementNews() {}

  static Optional<IntegrationEvent> of(ArrangementEvent event, Assignment a) {
    return switch (event) {
      case ArrangementEvent.DayAsked asked -> Optional.empty();
      case ArrangementEvent.DayDeclined declined -> Optional.empty();
      case ArrangementEvent.HandoverRefused refused -> Optional.empty();
      case ArrangementEvent.HandoverAsked asked ->
          Optional.of(
              new HandoverAsked(
                  a.visitId(),
                  a.drawId(),
                  a.subjectId(),
                  asked.inspector(),
                  asked.reason(),
                  asked.by(),
                  asked.on()));
      case ArrangementEvent.HandoverTakenBack back ->
          Optional.of(
              new HandoverTakenBack(
                  a.visitId(),
                  a.drawId(),
                  a.subjectId(),
                  back.inspector(),
                  back.reason(),
                  back.by(),
                  back.on()));
      case ArrangementEvent.DayAgreed agreed ->
          Optional.of(
              new VisitRescheduled(
                  a.visitId(),
                  a.drawId(),
                  a.planId(),
                  a.taskId(),
                  a.subjectId(),
                  a.inspectors(),
                  agreed.day(),
                  agreed.before(),
                  agreed.on()));
    };
  }
}
