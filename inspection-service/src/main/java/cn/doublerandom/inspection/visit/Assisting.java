package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.ExpertRejection.ENTRUSTMENT_UNFIT;
import static cn.doublerandom.inspection.ExpertRejection.ENTRUSTMENT_VOID;
import static cn.doublerandom.inspection.ExpertRejection.EXPERTS_FULL;
import static cn.doublerandom.inspection.ExpertRejection.EXPERT_ASKED_BY_YOU;
import static cn.doublerandom.inspection.ExpertRejection.EXPERT_BESIDE;
import static cn.doublerandom.inspection.ExpertRejection.EXPERT_NOT_ASKED;
import static cn.doublerandom.inspection.ExpertRejection.EXPERT_NOT_BESIDE;
import static cn.doublerandom.inspection.ExpertRejection.EXPERT_ON_TEAM;
import static cn.doublerandom.inspection.ExpertRejection.EXPERT_RECUSED;
import static cn.doublerandom.inspection.ExpertRejection.EXPERT_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.NOT_YOUR_VISIT;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.RESULT_ALREADY_RECORDED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_ALREADY_FINISHED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_CANCELLED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_WITHOUT_TEAM;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.AssistanceCommand.AskExpert;
import cn.doublerandom.inspection.visit.AssistanceCommand.DecideExpert;
import cn.doublerandom.inspection.visit.AssistanceCommand.NoteOpinion;
import cn.doublerandom.inspection.visit.AssistanceCommand.RecuseExpert;
import cn.doublerandom.inspection.visit.AssistanceCommand.TakeBackExpert;
import cn.doublerandom.inspection.visit.AssistanceEvent.ExpertAgreed;
import cn.doublerandom.inspection.visit.AssistanceEvent.ExpertAsked;
import cn.doublerandom.inspection.visit.AssistanceEvent.ExpertDeclined;
import cn.doublerandom.inspection.visit.AssistanceEvent.ExpertRecused;
import cn.doublerandom.inspection.visit.AssistanceEvent.ExpertTakenBack;
import cn.doublerandom.inspection.visit.AssistanceEvent.OpinionNoted;
import cn.doublerandom.inspection.visit.Visit.Assigned;
import cn.doublerandom.inspection.visit.Visit.Cancelled;
import cn.doublerandom.inspection.visit.Visit.Finished;
import cn.doublerandom.inspection.visit.Visit.InProgress;
import cn.doublerandom.inspection.visit.Visit.InReview;
import cn.doublerandom.inspection.visit.Visit.Recorded;
import cn.doublerandom.inspection.visit.Visit.Unassigned;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * 委托专业人员（机构）参与检查 (R20): one of the team or the lead of its unit asks, another agrees, before the
 * visit or while it runs. The expert stands beside the team and is none of its officers.
 */
final class Assisting {
  /** More people than that are no help on site. */
  static final int MOST = 8;

  private Assisting() {}

  /**
   * The team of a visit that is not over.
   *
   * @param there who was on site as an officer since it began, also where he left the team
   */
  private record Team(
      Assignment assignment, Map<String, LocalDate> recused, Beside beside, Set<String> there) {
    boolean isOf(Officer officer) {
      return officer.isOnTeam(assignment.inspectors())
          || (officer.reach() != Officer.Reach.TEAM && officer.isOf(assignment.ofUnits()));
    }
  }

  static Decision<VisitEvent> decide(AssistanceCommand command, Visit visit) {
    if (command instanceof RecuseExpert recuse) {
      return recuse(recuse, visit);
    }
    return switch (visit) {
      case Unassigned() -> reject(VISIT_UNKNOWN);
      case Cancelled cancelled -> reject(VISIT_CANCELLED);
      case Finished finished -> reject(VISIT_ALREADY_FINISHED);
      case InReview reviewed -> reject(RESULT_ALREADY_RECORDED);
      case Recorded recorded -> reject(RESULT_ALREADY_RECORDED);
      case Assigned assigned when !assigned.assignment().hasTeam() -> reject(VISIT_WITHOUT_TEAM);
      case Assigned assigned ->
          decide(
              command,
              visit,
              new Team(assigned.assignment(), assigned.recused(), assigned.beside(), Set.of()));
      case InProgress started ->
          decide(
              command,
              visit,
              new Team(
                  started.assignment(),
                  started.recused(),
                  started.given().beside(),
                  started.onSite().everybody()));
    };
  }

  private static Decision<VisitEvent> decide(AssistanceCommand command, Visit visit, Team team) {
    if (!team.isOf(command.by())) {
      return reject(NOT_YOUR_VISIT);
    } else if (Recusing.isRecused(command.by().account(), command.today(), team.recused())) {
      return reject(MEMBER_RECUSED, "inspector", command.by().account());
    }
    return switch (command) {
      case AskExpert ask -> ask(ask, team);
      case DecideExpert decide -> decide(decide, team);
      case TakeBackExpert back -> takeBack(back, team);
      case RecuseExpert recuse -> recuse(recuse, visit);
      case NoteOpinion note -> note(note, visit, team);
    };
  }

  /** Decided where recusals are; of a visit that is over there is nobody to take away. */
  private static Decision<VisitEvent> recuse(RecuseExpert recuse, Visit visit) {
    boolean isOver = !(visit instanceof Assigned || visit instanceof InProgress);
    return isOver || beside(visit).isRecused(recuse.expert())
        ? accept()
        : accept(
            new ExpertRecused(
                recuse.expert(), recuse.reason(), recuse.by().account(), recuse.today()));
  }

  private static Decision<VisitEvent> ask(AskExpert ask, Team team) {
    Optional<Decision<VisitEvent>> unfit =
        unfit(ask.expert(), ask.known(), ask.document(), ask.today(), team);
    if (unfit.isPresent()) {
      return unfit.get();
    } else if (team.beside().isOpen(ask.expert())) {
      return reject(EXPERT_BESIDE, "expert", ask.expert());
    } else if (!ReasonText.isInWords(ask.purpose())) {
      return reject(REASON_UNFIT, "field", "purpose");
    } else if (team.beside().open() >= MOST) {
      return reject(EXPERTS_FULL, "most", MOST);
    }
    Entrusted entrusted = ask.known().flatMap(KnownExpert::entrustment).orElseThrow();
    return accept(new ExpertAsked(entrusted, ask.purpose(), ask.by().account(), ask.today()));
  }

  private static Decision<VisitEvent> decide(DecideExpert decide, Team team) {
    if (!(team.beside().of(decide.expert()).orElse(null) instanceof Assistance.Asked asked)) {
      return reject(EXPERT_NOT_ASKED, "expert", decide.expert());
    } else if (SecondPerson.isSame(decide.by().account(), asked.by())) {
      return reject(EXPERT_ASKED_BY_YOU);
    } else if (!ReasonText.isInWords(decide.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    } else if (!decide.agreed()) {
      return accept(
          new ExpertDeclined(
              decide.expert(), decide.reason(), decide.by().account(), decide.today()));
    }
    return unfit(
            decide.expert(), decide.known(), asked.entrusted().document(), decide.today(), team)
        .orElseGet(() ->
            accept(
                new ExpertAgreed(
                    decide.expert(), decide.reason(), decide.by().account(), decide.today())));
  }

  /** Why somebody may not stand beside this team on this day by this entrustment, if he may not. */
  private static Optional<Decision<VisitEvent>> unfit(
      String expert, Optional<KnownExpert> pool, String document, LocalDate today, Team team) {
    Entrusted entrusted = pool.flatMap(KnownExpert::entrustment).orElse(null);
    if (entrusted == null) {
      return Optional.of(reject(EXPERT_UNKNOWN, Map.of("field", "expert", "expert", expert)));
    } else if (SecondPerson.isAmong(expert, team.assignment().inspectors())
        || SecondPerson.isAmong(expert, team.there())) {
      return Optional.of(reject(EXPERT_ON_TEAM, Map.of("field", "expert", "expert", expert)));
    } else if (team.beside().isRecused(expert)) {
      return Optional.of(reject(EXPERT_RECUSED, Map.of("field", "expert", "expert", expert)));
    } else if (!entrusted.document().equals(document.strip())) {
      return Optional.of(reject(ENTRUSTMENT_UNFIT, "field", "entrustment"));
    }
    return pool.orElseThrow().isEntrusted(today)
        ? Optional.empty()
        : Optional.of(
            reject(
                ENTRUSTMENT_VOID,
                Map.of(
                    "field", "entrustment",
                    "from", entrusted.validFrom(),
                    "to", entrusted.validUntil())));
  }

  private static Decision<VisitEvent> takeBack(TakeBackExpert back, Team team) {
    if (team.beside().of(back.expert()).filter(Assistance::stands).isEmpty()) {
      return reject(EXPERT_NOT_BESIDE, "expert", back.expert());
    } else if (!ReasonText.isInWords(back.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    }
    return accept(
        new ExpertTakenBack(back.expert(), back.reason(), back.by().account(), back.today()));
  }

  private static Decision<VisitEvent> note(NoteOpinion note, Visit visit, Team team) {
    return Documenting.onSite(note.by().account(), note.today(), visit)
        .orElseGet(() -> {
          if (!(team.beside().of(note.expert()).orElse(null) instanceof Assistance.Given given)) {
            return reject(EXPERT_NOT_BESIDE, "expert", note.expert());
          } else if (!ReasonText.isInWords(note.opinion())) {
            return reject(REASON_UNFIT, "field", "opinion");
          }
          return given.opinion() != null && given.opinion().words().equals(note.opinion())
              ? accept()
              : accept(
                  new OpinionNoted(
                      note.expert(), note.opinion(), note.by().account(), note.today()));
        });
  }

  /** Who stands beside the team of a visit, or stood until it ended. */
  static Beside beside(Visit visit) {
    return switch (visit) {
      case Unassigned() -> Beside.NOBODY;
      case Assigned assigned -> assigned.beside();
      case InProgress started -> started.given().beside();
      case Finished finished -> finished.given().beside();
      case InReview reviewed -> reviewed.finished().given().beside();
      case Recorded recorded -> recorded.finished().given().beside();
      case Cancelled cancelled -> cancelled.given().beside();
    };
  }

  /** Who is recused from a visit that is not over comes to it as no expert either. */
  static Visit recused(Visit visit, String inspector, boolean stays) {
    return visit instanceof Assigned || visit instanceof InProgress
        ? with(visit, all -> all.recused(inspector, stays))
        : visit;
  }

  static Visit after(Visit visit, AssistanceEvent event) {
    return switch (event) {
      case ExpertAsked(var entrusted, var purpose, var by, var on) ->
          with(visit, all -> all.with(new Assistance.Asked(entrusted, purpose, by, on)));
      case ExpertAgreed(var expert, var reason, var by, var on) ->
          with(
              visit, all -> all.agreed(expert, asked -> new Assistance.Given(asked, by, on, null)));
      case ExpertDeclined(var expert, var reason, var by, var on) ->
          with(
              visit,
              all -> all.agreed(expert, asked -> new Assistance.Declined(asked, by, reason, on)));
      case ExpertTakenBack(var expert, var reason, var by, var on) ->
          with(
              visit,
              all -> all.given(expert, given -> new Assistance.Ended(given, by, reason, on)));
      case ExpertRecused(var expert, var reason, var by, var on) ->
          with(visit, all -> all.recused(expert, false).ended(expert, by, reason, on));
      case OpinionNoted(var expert, var words, var by, var on) ->
          with(
              visit,
              all ->
                  all.given(
                      expert,
                      given ->
                          new Assistance.Given(
                              given.asked(),
                              given.by(),
                              given.on(),
                              new Assistance.Opinion(words, by, on))));
    };
  }

  private static Visit with(Visit visit, UnaryOperator<Beside> how) {
    return visit instanceof InProgress started
        ? started.with(started.given().with(how.apply(started.given().beside())))
        : ((Assigned) visit).with(how.apply(((Assigned) visit).beside()));
  }
}
