package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.ArrangementRejection.DAY_ASKED;
import static cn.doublerandom.inspection.ArrangementRejection.DAY_NEEDS_SECOND_PERSON;
import static cn.doublerandom.inspection.ArrangementRejection.DAY_NOT_WORKING;
import static cn.doublerandom.inspection.ArrangementRejection.DAY_OUTSIDE_WINDOW;
import static cn.doublerandom.inspection.ArrangementRejection.DAY_OVER;
import static cn.doublerandom.inspection.ArrangementRejection.DAY_UNASKED;
import static cn.doublerandom.inspection.ArrangementRejection.DAY_UNCHANGED;
import static cn.doublerandom.inspection.InspectionRejection.NOT_YOUR_VISIT;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.RESULT_ALREADY_RECORDED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_ALREADY_FINISHED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_ALREADY_STARTED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_CANCELLED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_WITHOUT_TEAM;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.Arrangement.AskedDay;
import cn.doublerandom.inspection.visit.ArrangementCommand.AgreeDay;
import cn.doublerandom.inspection.visit.ArrangementCommand.AskDay;
import cn.doublerandom.inspection.visit.ArrangementCommand.AskHandover;
import cn.doublerandom.inspection.visit.ArrangementCommand.DeclineDay;
import cn.doublerandom.inspection.visit.ArrangementCommand.RefuseHandover;
import cn.doublerandom.inspection.visit.ArrangementCommand.TakeBackHandover;
import cn.doublerandom.inspection.visit.ArrangementEvent.DayAgreed;
import cn.doublerandom.inspection.visit.ArrangementEvent.DayAsked;
import cn.doublerandom.inspection.visit.ArrangementEvent.DayDeclined;
import cn.doublerandom.inspection.visit.Visit.Assigned;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * 改期: on which day a visit is held is asked for by one and agreed to by another, inside the window
 * and the check dates the public was promised (三(三)). Once it has begun nothing is arranged any
 * more.
 */
final class Arranging {
  private Arranging() {}

  static Decision<VisitEvent> decide(ArrangementCommand command, Visit visit) {
    if (command instanceof RefuseHandover no) {
      return HandingOver.refuse(no, visit);
    }
    return switch (visit) {
      case Visit.Unassigned() -> reject(VISIT_UNKNOWN);
      case Visit.Cancelled cancelled -> reject(VISIT_CANCELLED);
      case Visit.InProgress started -> reject(VISIT_ALREADY_STARTED);
      case Visit.Finished finished -> reject(VISIT_ALREADY_FINISHED);
      case Visit.InReview reviewed -> reject(RESULT_ALREADY_RECORDED);
      case Visit.Recorded recorded -> reject(RESULT_ALREADY_RECORDED);
      case Assigned assigned when !assigned.assignment().hasTeam() -> reject(VISIT_WITHOUT_TEAM);
      case Assigned assigned ->
          switch (command) {
            case AskDay ask -> ask(ask, assigned);
            case AgreeDay agree -> agree(agree, assigned);
            case DeclineDay decline -> decline(decline, assigned);
            case AskHandover ask -> HandingOver.ask(ask, assigned);
            case TakeBackHandover back -> HandingOver.takeBack(back, assigned);
            case RefuseHandover no -> HandingOver.refuse(no, assigned);
          };
    };
  }

  /** One of the team, the lead of its unit, or who works for the whole bureau. */
  private static boolean mayArrange(Officer officer, Assigned visit) {
    return officer.files(visit.assignment().inspectors(), visit.assignment().ofUnits());
  }

  private static Decision<VisitEvent> ask(AskDay ask, Assigned visit) {
    if (!mayArrange(ask.by(), visit)) {
      return reject(NOT_YOUR_VISIT);
    } else if (!ReasonText.isInWords(ask.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    } else if (visit.arranged().asked() != null) {
      return reject(DAY_ASKED);
    } else if (ask.day().equals(visit.arranged().day())) {
      return reject(DAY_UNCHANGED, "field", "day");
    }
    return unfit(ask.day(), ask.isWorkday(), ask.today(), visit)
        .orElseGet(
            () -> accept(new DayAsked(ask.day(), ask.reason(), ask.by().account(), ask.today())));
  }

  /** What stands against a day. */
  private static Optional<Decision<VisitEvent>> unfit(
      LocalDate day, boolean isWorkday, LocalDate today, Assigned visit) {
    Assignment task = visit.assignment();
    if (day.isBefore(today)) {
      return Optional.of(reject(DAY_OVER, "field", "day"));
    } else if (day.isBefore(task.firstDay()) || day.isAfter(task.lastDay())) {
      return Optional.of(
          reject(
              DAY_OUTSIDE_WINDOW,
              Map.of("field", "day", "from", task.firstDay(), "to", task.lastDay())));
    }
    return isWorkday ? Optional.empty() : Optional.of(reject(DAY_NOT_WORKING, "field", "day"));
  }

  /** What was a fit day when it was asked for may be over, or a holiday, by now. */
  private static Decision<VisitEvent> agree(AgreeDay agree, Assigned visit) {
    AskedDay asked = visit.arranged().asked();
    if (!mayArrange(agree.by(), visit)) {
      return reject(NOT_YOUR_VISIT);
    } else if (asked == null) {
      return reject(DAY_UNASKED);
    } else if (SecondPerson.isSame(asked.by(), agree.by().account())) {
      return reject(DAY_NEEDS_SECOND_PERSON);
    }
    return unfit(asked.day(), agree.isWorkday(), agree.today(), visit)
        .orElseGet(() ->
            accept(
                new DayAgreed(
                    asked.day(),
                    visit.arranged().day(),
                    asked.reason(),
                    asked.by(),
                    agree.by().account(),
                    agree.today())));
  }

  private static Decision<VisitEvent> decline(DeclineDay decline, Assigned visit) {
    AskedDay asked = visit.arranged().asked();
    if (!mayArrange(decline.by(), visit)) {
      return reject(NOT_YOUR_VISIT);
    } else if (asked == null) {
      return reject(DAY_UNASKED);
    } else if (!ReasonText.isInWords(decline.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    }
    return accept(
        new DayDeclined(asked.day(), decline.reason(), decline.by().account(), decline.today()));
  }

  /** Nothing is arranged of a visit that has begun. */
  static Visit arranged(Visit visit, ArrangementEvent event) {
    Assigned before = (Assigned) visit;
    return before.arranged(before.arranged().after(event));
  }
}
