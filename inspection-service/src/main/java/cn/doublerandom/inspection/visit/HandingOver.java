package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.ArrangementRejection.HANDOVER_ASKED;
import static cn.doublerandom.inspection.ArrangementRejection.HANDOVER_FOREIGN;
import static cn.doublerandom.inspection.ArrangementRejection.HANDOVER_OF_OTHERS;
import static cn.doublerandom.inspection.ArrangementRejection.HANDOVER_UNASKED;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.NOT_YOUR_VISIT;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.ArrangementCommand.AskHandover;
import cn.doublerandom.inspection.visit.ArrangementCommand.RefuseHandover;
import cn.doublerandom.inspection.visit.ArrangementCommand.TakeBackHandover;
import cn.doublerandom.inspection.visit.ArrangementEvent.HandoverAsked;
import cn.doublerandom.inspection.visit.ArrangementEvent.HandoverRefused;
import cn.doublerandom.inspection.visit.ArrangementEvent.HandoverTakenBack;
import cn.doublerandom.inspection.visit.Visit.Assigned;
import java.util.Optional;

/**
 * 移交: the visit asks, and names nobody. Another person agrees where the draw is, and who comes in
 * follows from its seed (ADR 95).
 */
final class HandingOver {
  private HandingOver() {}

  /** A member for himself; the lead of its unit and the coordinator for any of the team. */
  static Decision<VisitEvent> ask(AskHandover ask, Assigned visit) {
    Assignment task = visit.assignment();
    if (!ask.by().files(task.inspectors(), task.ofUnits())) {
      return reject(NOT_YOUR_VISIT);
    }
    Optional<String> member =
        task.inspectors().stream()
            .filter(one -> SecondPerson.isSame(one, ask.inspector()))
            .findFirst();
    if (member.isEmpty()) {
      return reject(NOT_ON_TEAM, "field", "inspector");
    } else if (ask.by().reach() == Officer.Reach.TEAM
        && !SecondPerson.isSame(member.get(), ask.by().account())) {
      return reject(HANDOVER_FOREIGN);
    } else if (!ReasonText.isInWords(ask.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    } else if (visit.arranged().of(member.get()).filter(Handover::isOpen).isPresent()) {
      return reject(HANDOVER_ASKED);
    }
    return accept(new HandoverAsked(member.get(), ask.reason(), ask.by().account(), ask.today()));
  }

  /** Whoever asked, and the coordinator; once the draw has said what becomes of it nobody does. */
  static Decision<VisitEvent> takeBack(TakeBackHandover back, Assigned visit) {
    Assignment task = visit.assignment();
    Handover asked = visit.arranged().of(back.inspector()).filter(Handover::isOpen).orElse(null);
    if (!back.by().files(task.inspectors(), task.ofUnits())) {
      return reject(NOT_YOUR_VISIT);
    } else if (asked == null) {
      return reject(HANDOVER_UNASKED, "field", "inspector");
    } else if (!back.by().isOfBureau() && !SecondPerson.isSame(asked.by(), back.by().account())) {
      return reject(HANDOVER_OF_OTHERS);
    } else if (!ReasonText.isInWords(back.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    }
    return asked.takenBack() != null
        ? accept()
        : accept(
            new HandoverTakenBack(
                asked.inspector(), back.reason(), back.by().account(), back.today()));
  }

  /** Of a visit that has begun or a member who has left by now there is nothing to say. */
  static Decision<VisitEvent> refuse(RefuseHandover no, Visit visit) {
    return visit instanceof Assigned assigned
        ? assigned
            .arranged()
            .of(no.inspector())
            .filter(Handover::isOpen)
            .<Decision<VisitEvent>>map(
                one -> accept(new HandoverRefused(one.inspector(), no.why(), no.on())))
            .orElseGet(Decision::accept)
        : accept();
  }
}
