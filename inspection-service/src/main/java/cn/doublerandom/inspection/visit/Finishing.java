package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.GapRejection.END_NEEDS_SECOND_PERSON;
import static cn.doublerandom.inspection.GapRejection.END_UNASKED;
import static cn.doublerandom.inspection.InspectionRejection.ARRIVAL_UNCONFIRMED;
import static cn.doublerandom.inspection.InspectionRejection.ITEM_UNANSWERED;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.NOT_YOUR_VISIT;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.RESULT_ALREADY_RECORDED;
import static cn.doublerandom.inspection.InspectionRejection.SIGNER_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_ALREADY_FINISHED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_CANCELLED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_NOT_STARTED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_UNKNOWN;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.bureau.time.Reminder;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.visit.EndingEvent.EndAgreed;
import cn.doublerandom.inspection.visit.EndingEvent.EndAsked;
import cn.doublerandom.inspection.visit.SigningCommand.DisputeConclusions;
import cn.doublerandom.inspection.visit.SigningEvent.ConclusionsDisputed;
import cn.doublerandom.inspection.visit.Visit.InProgress;
import cn.doublerandom.inspection.visit.VisitCommand.AgreeEnd;
import cn.doublerandom.inspection.visit.VisitCommand.End;
import cn.doublerandom.inspection.visit.VisitCommand.FinishInspection;
import cn.doublerandom.inspection.visit.VisitEvent.InspectionFinished;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * 结束检查 is both officers' (R20, ADR 107): one of the team asks once all is answered, and another
 * agrees to what was found then. The visit ended on the day on which it was asked for; nobody's
 * agreement makes the days of its result begin later.
 */
final class Finishing {
  private Finishing() {}

  static Decision<VisitEvent> finish(FinishInspection finish, Visit visit) {
    return running(visit, started -> finish(finish, started));
  }

  static Decision<VisitEvent> agree(AgreeEnd agree, Visit visit) {
    return running(visit, started -> agree(agree, started));
  }

  private static Decision<VisitEvent> running(
      Visit visit, Function<InProgress, Decision<VisitEvent>> decide) {
    return switch (visit) {
      case Visit.Unassigned() -> reject(VISIT_UNKNOWN);
      case Visit.Cancelled cancelled -> reject(VISIT_CANCELLED);
      case Visit.Assigned assigned -> reject(VISIT_NOT_STARTED);
      case Visit.Finished finished -> reject(VISIT_ALREADY_FINISHED);
      case Visit.InReview reviewed -> reject(RESULT_ALREADY_RECORDED);
      case Visit.Recorded recorded -> reject(RESULT_ALREADY_RECORDED);
      case InProgress started -> decide.apply(started);
    };
  }

  private static Decision<VisitEvent> finish(FinishInspection finish, InProgress started) {
    String member = Checking.member(finish.by(), started.assignment());
    return unfit(finish.by(), finish.today(), started)
        .or(() -> open(started, finish.today()))
        .orElseGet(() -> {
          Ending asked = started.ending();
          if (!hasAnother(member, started.assignment().inspectors())) {
            return accept(finished(finish.end(), finish.today(), started));
          } else if (asked == null || !asked.stands() || !asked.on().equals(finish.end().on())) {
            return accept(new EndAsked(member, finish.today()));
          } else if (SecondPerson.isSame(asked.by(), finish.by())) {
            return accept();
          }
          return SecondPerson.isDeputy(finish.by())
              ? reject(SIGNER_UNFIT)
              : accept(
                  new EndAgreed(member, finish.today(), null),
                  finished(finish.end(), finish.today(), started));
        });
  }

  private static boolean hasAnother(String member, List<String> team) {
    return team.stream().anyMatch(one -> !SecondPerson.isSame(one, member));
  }

  /** Why somebody ends no visit. */
  private static Optional<Decision<VisitEvent>> unfit(
      String account, LocalDate today, InProgress started) {
    if (VisitDecider.isStranger(account, started.assignment())) {
      return Optional.of(reject(NOT_ON_TEAM));
    } else if (Recusing.isRecused(account, today, started.recused())) {
      return Optional.of(reject(MEMBER_RECUSED, "inspector", account));
    }
    return Checking.isComing(account, started)
        ? Optional.of(
            reject(
                ARRIVAL_UNCONFIRMED, "inspector", Checking.member(account, started.assignment())))
        : Optional.empty();
  }

  /** What is still to be done before it ends; nothing where all is. */
  private static Optional<Decision<VisitEvent>> open(InProgress started, LocalDate today) {
    return started.assignment().items().stream()
        .filter(item -> !started.answers().containsKey(item.code()))
        .findFirst()
        .<Decision<VisitEvent>>map(item -> reject(ITEM_UNANSWERED, "item", item.code()))
        .or(() ->
            Checking.unsettled(started.given(), started.assignment(), started.recused(), today))
        .or(() -> Documenting.missingPhoto(started))
        .or(() -> unfitTeam(started, today));
  }

  /** A visit ends with a team that is all there, and of which nobody is recused. */
  private static Optional<Decision<VisitEvent>> unfitTeam(InProgress visit, LocalDate today) {
    return Recusing.anyOn(today, visit.recused())
        .<Decision<VisitEvent>>map(who -> reject(MEMBER_RECUSED, "inspector", who))
        .or(() ->
            visit
                .onSite()
                .missing(visit.assignment().inspectors())
                .map(who -> reject(ARRIVAL_UNCONFIRMED, "inspector", who)));
  }

  /** The lead of its unit or the coordinator, where no other of the team can. */
  private static Decision<VisitEvent> agree(AgreeEnd agree, InProgress started) {
    Ending asked = started.ending();
    String by = agree.by().account();
    if (asked == null || !asked.stands() || !asked.on().equals(agree.end().on())) {
      return reject(END_UNASKED);
    } else if (SecondPerson.isDeputy(by)) {
      return reject(SIGNER_UNFIT);
    } else if (SecondPerson.isSame(asked.by(), by)) {
      return reject(END_NEEDS_SECOND_PERSON);
    } else if (!agree
        .by()
        .files(started.assignment().inspectors(), started.assignment().ofUnits())) {
      return reject(NOT_YOUR_VISIT);
    } else if (Recusing.isRecused(by, agree.today(), started.recused())) {
      return reject(MEMBER_RECUSED, "inspector", by);
    } else if (!ReasonText.isInWords(agree.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    }
    return open(started, agree.today())
        .orElseGet(() ->
            accept(
                new EndAgreed(by, agree.today(), agree.reason()),
                finished(agree.end(), agree.today(), started)));
  }

  private static InspectionFinished finished(End end, LocalDate today, InProgress started) {
    List<Reminder> ahead =
        end.due().reminders().stream().filter(one -> !one.on().isBefore(today)).toList();
    return new InspectionFinished(
        end.on(),
        end.due().on(),
        end.due().provisional(),
        end.due().basis(),
        started.notHeld() ? true : null,
        end.signing(),
        Reminding.kept(ahead));
  }

  /** Another of the team does not agree with what was found: the visit runs on. */
  static Decision<VisitEvent> dispute(DisputeConclusions dispute, InProgress started) {
    Ending asked = started.ending();
    String by = dispute.by().account();
    if (SecondPerson.isDeputy(by)) {
      return reject(SIGNER_UNFIT);
    } else if (asked == null || !asked.stands()) {
      return reject(END_UNASKED);
    } else if (SecondPerson.isSame(asked.by(), by)) {
      return reject(END_NEEDS_SECOND_PERSON);
    }
    return unfit(by, dispute.today(), started)
        .orElseGet(() ->
            ReasonText.isInWords(dispute.reason())
                ? accept(
                    new ConclusionsDisputed(
                        new Dissent(
                            Checking.member(by, started.assignment()),
                            dispute.reason(),
                            dispute.today())))
                : reject(REASON_UNFIT, "field", "reason"));
  }

  static Visit disputed(InProgress started, Dissent why) {
    Ending asked = started.ending();
    return asked == null ? started : started.with(asked.disputed(why));
  }

  static Visit after(InProgress started, EndingEvent event) {
    return switch (event) {
      case EndAsked asked -> started.with(Ending.of(asked));
      case EndAgreed agreed -> started;
    };
  }
}
