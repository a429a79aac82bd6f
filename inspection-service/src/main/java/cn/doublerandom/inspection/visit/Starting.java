package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.ArrangementRejection.VISIT_ON_OTHER_DAY;
import static cn.doublerandom.inspection.ExpertRejection.EXPERT_NO_OFFICER;
import static cn.doublerandom.inspection.InspectionRejection.ANNUAL_CAP_REACHED;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.RESULT_ALREADY_RECORDED;
import static cn.doublerandom.inspection.InspectionRejection.TEAM_INCOMPLETE;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_ALREADY_FINISHED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_ALREADY_STARTED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_CANCELLED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_OUTSIDE_PROGRAMME;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_OUTSIDE_WINDOW;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_WITHOUT_TEAM;
import static cn.doublerandom.inspection.visit.DoorClauses.citing;

import cn.doublerandom.bureau.reason.RegisterWords;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.visit.Visit.Assigned;
import cn.doublerandom.inspection.visit.Visit.Cancelled;
import cn.doublerandom.inspection.visit.Visit.Finished;
import cn.doublerandom.inspection.visit.Visit.InProgress;
import cn.doublerandom.inspection.visit.Visit.InReview;
import cn.doublerandom.inspection.visit.Visit.Recorded;
import cn.doublerandom.inspection.visit.Visit.Unassigned;
import cn.doublerandom.inspection.visit.VisitCommand.StartInspection;
import cn.doublerandom.inspection.visit.VisitEvent.ChecklistsFrozen;
import cn.doublerandom.inspection.visit.VisitEvent.InspectionStarted;
import cn.doublerandom.inspection.visit.VisitEvent.PresenceConfirmed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * 执法人员不少于两人: a visit starts when every officer of the team has said with his own account, on the
 * same day, that the team is on site. Nobody says it for another.
 */
final class Starting {
  private Starting() {}

  static Decision<VisitEvent> start(StartInspection start, Visit visit) {
    return switch (visit) {
      case Unassigned() -> reject(VISIT_UNKNOWN);
      case Cancelled cancelled -> reject(VISIT_CANCELLED);
      case InProgress started -> join(start, started);
      case Finished finished -> reject(VISIT_ALREADY_FINISHED);
      case InReview reviewed -> reject(RESULT_ALREADY_RECORDED);
      case Recorded recorded -> reject(RESULT_ALREADY_RECORDED);
      case Assigned(var assignment, var present, var recused, var notHeld, var arranged, var beside)
          when !assignment.hasTeam() ->
          reject(VISIT_WITHOUT_TEAM);
      case Assigned(var assignment, var present, var recused, var notHeld, var arranged, var beside)
          when VisitDecider.isStranger(start.by(), assignment) ->
          reject(NOT_ON_TEAM);
      case Assigned(var assignment, var present, var recused, var notHeld, var arranged, var beside)
          when Recusing.anyOn(start.today(), recused).isPresent() ->
          reject(
              MEMBER_RECUSED,
              citing(
                  start.clauses().recusal(),
                  "inspector",
                  Recusing.anyOn(start.today(), recused).orElseThrow()));
      case Assigned(var assignment, var present, var recused, var notHeld, var arranged, var beside)
          when !isWholeTeam(start, assignment) ->
          reject(TEAM_INCOMPLETE, citing(start.clauses().team(), "field", "inspectors"));
      case Assigned assigned when assigned.beside().among(start.present()).isPresent() ->
          noOfficer(assigned.beside().among(start.present()).orElseThrow());
      case Assigned assigned when unfit(start).isPresent() ->
          unfit(start, unfit(start).orElseThrow().getKey(), unfit(start).orElseThrow().getValue());
      case Assigned(var assignment, var present, var recused, var notHeld, var arranged, var beside)
          when start.today().isBefore(assignment.from())
              || start.today().isAfter(assignment.to()) ->
          reject(VISIT_OUTSIDE_WINDOW, Map.of("from", assignment.from(), "to", assignment.to()));
      case Assigned(var assignment, var present, var recused, var notHeld, var arranged, var beside)
          when assignment.programme() != null && !assignment.programme().allows(start.today()) ->
          reject(
              VISIT_OUTSIDE_PROGRAMME,
              Map.of(
                  "from", assignment.programme().checkFrom(),
                  "to", assignment.programme().checkTo(),
                  "clause", assignment.programme().clause()));
      case Assigned assigned when start.year().isFull() ->
          reject(
              ANNUAL_CAP_REACHED,
              citing(
                  start.year().clause(),
                  Map.of(
                      "held", start.year().held(),
                      "most", Objects.requireNonNull(start.year().most()))));
      case Assigned assigned when !assigned.arranged().allows(start.today()) ->
          reject(VISIT_ON_OTHER_DAY, "day", Objects.requireNonNull(assigned.arranged().day()));
      case Assigned assigned ->
          Gates.refusal(assigned, start.done()).orElseGet(() -> confirm(start, assigned));
    };
  }

  /** Whoever came in while the visit runs says for himself that he is there, and only he. */
  private static Decision<VisitEvent> join(StartInspection start, InProgress visit) {
    Optional<String> self = member(start.by(), visit.assignment());
    if (self.isEmpty()) {
      return reject(NOT_ON_TEAM);
    } else if (visit.onSite().has(start.by())) {
      return reject(VISIT_ALREADY_STARTED);
    } else if (Recusing.isRecused(start.by(), start.today(), visit.recused())) {
      return reject(MEMBER_RECUSED, citing(start.clauses().recusal(), "inspector", self.get()));
    } else if (!isWholeTeam(start, visit.assignment())) {
      return reject(TEAM_INCOMPLETE, citing(start.clauses().team(), "field", "inspectors"));
    }
    if (visit.given().beside().among(List.of(self.get())).isPresent()) {
      return noOfficer(self.get());
    }
    String obstacle = start.obstacles().get(self.get());
    return obstacle == null
        ? accept(new PresenceConfirmed(start.by(), start.today(), start.place()))
        : unfit(start, self.get(), obstacle);
  }

  /** 执法人员不少于两人: who stands beside the team counts as none of them (R20). */
  private static Decision<VisitEvent> noOfficer(String inspector) {
    return reject(EXPERT_NO_OFFICER, "inspector", inspector);
  }

  private static Decision<VisitEvent> unfit(
      StartInspection start, String inspector, String obstacle) {
    return reject(
        MEMBER_UNFIT,
        citing(
            start.clauses().team(),
            Map.of("inspector", inspector, "registered", RegisterWords.of(obstacle))));
  }

  /** The first of the team who may not serve today. */
  private static Optional<Map.Entry<String, String>> unfit(StartInspection start) {
    return start.obstacles().entrySet().stream()
        .filter(one -> start.present().contains(one.getKey()))
        .min(Map.Entry.comparingByKey());
  }

  private static boolean isWholeTeam(StartInspection start, Assignment assignment) {
    return start.present().size() >= start.leastOfficers()
        && !(start.leastOfficers() > 1 && Changing.isOnePerson(start.present()))
        && new HashSet<>(start.present()).equals(new HashSet<>(assignment.inspectors()));
  }

  private static Decision<VisitEvent> confirm(StartInspection start, Assigned visit) {
    List<String> here = visit.presentOn(start.today());
    boolean last =
        visit.assignment().inspectors().stream()
            .allMatch(i -> SecondPerson.isSame(i, start.by()) || SecondPerson.isAmong(i, here));
    if (!last && SecondPerson.isAmong(start.by(), here)) {
      return accept();
    }
    List<VisitEvent> events = new ArrayList<>();
    frozen(start.lists(), visit.assignment()).ifPresent(events::add);
    events.add(new PresenceConfirmed(start.by(), start.today(), start.place()));
    if (last) {
      events.add(new InspectionStarted(start.present(), start.today(), start.rulePack()));
    }
    return new Decision.Accepted<>(events);
  }

  /** Once: what the team prepared with is what it asks. */
  static Decision<VisitEvent> freeze(List<ItemQuestions> lists, Visit visit) {
    return visit instanceof Assigned assigned
        ? frozen(lists, assigned.assignment())
            .<Decision<VisitEvent>>map(event -> accept(event))
            .orElseGet(() -> accept())
        : accept();
  }

  private static Optional<VisitEvent> frozen(List<ItemQuestions> lists, Assignment assignment) {
    List<ItemQuestions> own =
        lists.stream()
            .filter(list -> !list.questions().isEmpty() && assignment.has(list.itemCode()))
            .toList();
    return assignment.isAsking() || own.isEmpty()
        ? Optional.empty()
        : Optional.of(new ChecklistsFrozen(own));
  }

  /** Known by the number under which the team lists him. */
  static Visit confirmed(Visit visit, PresenceConfirmed confirmed) {
    if (visit instanceof InProgress started) {
      String number = member(confirmed.by(), started.assignment()).orElse(confirmed.by());
      return started.with(started.onSite().and(number));
    }
    Assigned before = (Assigned) visit;
    Map<String, LocalDate> present = new HashMap<>(before.present());
    member(confirmed.by(), before.assignment()).ifPresent(i -> present.put(i, confirmed.on()));
    return new Assigned(
        before.assignment(),
        present,
        before.recused(),
        before.notHeld(),
        before.arranged(),
        before.beside());
  }

  private static Optional<String> member(String account, Assignment assignment) {
    return assignment.inspectors().stream()
        .filter(i -> SecondPerson.isSame(i, account))
        .findFirst();
  }
}
