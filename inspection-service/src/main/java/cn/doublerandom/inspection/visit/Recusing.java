package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;

import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.visit.Visit.Assigned;
import cn.doublerandom.inspection.visit.Visit.Cancelled;
import cn.doublerandom.inspection.visit.Visit.Finished;
import cn.doublerandom.inspection.visit.Visit.InProgress;
import cn.doublerandom.inspection.visit.Visit.InReview;
import cn.doublerandom.inspection.visit.Visit.Recorded;
import cn.doublerandom.inspection.visit.Visit.Unassigned;
import cn.doublerandom.inspection.visit.VisitCommand.KeepMember;
import cn.doublerandom.inspection.visit.VisitCommand.RecuseMember;
import cn.doublerandom.inspection.visit.VisitEvent.MemberKept;
import cn.doublerandom.inspection.visit.VisitEvent.MemberRecused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * 回避 after the draw: nobody starts with a member who is recused, and he records nothing, until the
 * team is changed or two people decided that he stays (ADR 31).
 */
final class Recusing {
  private Recusing() {}

  /** A visit whose result stands is not touched any more; the comparison names it. */
  static Decision<VisitEvent> recuse(RecuseMember recuse, Visit visit) {
    return switch (visit) {
      case Assigned(
              var assignment,
              var present,
              var recused,
              var notHeld,
              var arranged,
              var beside) ->
          recuse(recuse, assignment, recused);
      case InProgress started -> recuse(recuse, started.assignment(), started.recused());
      case Finished finished -> recuse(recuse, finished.assignment(), finished.recused());
      case Unassigned() -> accept();
      case Cancelled cancelled -> accept();
      case InReview reviewed ->
          recuse(recuse, reviewed.finished().assignment(), reviewed.finished().recused());
      case Recorded recorded -> accept();
    };
  }

  /** A visit, and who of its team has to be replaced before it starts. */
  static List<VisitEvent> assigned(VisitCommand.AssignVisit assign) {
    List<VisitEvent> events = new ArrayList<>();
    events.add(new VisitEvent.VisitAssigned(assign.assignment()));
    assign.recused().stream()
        .filter(r -> assign.assignment().inspectors().contains(r.inspector()))
        .forEach(r -> events.add(new MemberRecused(r.inspector(), r.reason(), r.from())));
    return events;
  }

  private static Decision<VisitEvent> recuse(
      RecuseMember recuse, Assignment assignment, Map<String, LocalDate> recused) {
    return !SecondPerson.isAmong(recuse.inspector(), assignment.inspectors())
            || recuse.from().equals(recused.get(recuse.inspector()))
        ? accept()
        : accept(new MemberRecused(recuse.inspector(), recuse.reason(), recuse.from()));
  }

  static Decision<VisitEvent> keep(KeepMember keep, Visit visit) {
    return recused(visit).containsKey(keep.inspector())
        ? accept(new MemberKept(keep.inspector()))
        : accept();
  }

  /** Who of a visit that is not over may not serve, from which day. */
  static Map<String, LocalDate> recused(Visit visit) {
    return switch (visit) {
      case Assigned assigned -> assigned.recused();
      case InProgress started -> started.recused();
      case Finished finished -> finished.recused();
      case Unassigned() -> Map.of();
      case Cancelled cancelled -> Map.of();
      case InReview reviewed -> reviewed.finished().recused();
      case Recorded recorded -> Map.of();
    };
  }

  static Visit after(Visit visit, Map<String, LocalDate> recused) {
    return switch (visit) {
      case Assigned assigned -> assigned.with(recused);
      case InProgress started -> started.with(recused);
      case Finished finished -> finished.with(recused);
      case Unassigned unassigned -> unassigned;
      case Cancelled cancelled -> cancelled;
      case InReview reviewed -> reviewed.with(reviewed.finished().with(recused));
      case Recorded recorded -> recorded;
    };
  }

  static Map<String, LocalDate> with(Map<String, LocalDate> before, MemberRecused recused) {
    Map<String, LocalDate> all = new HashMap<>(before);
    all.put(recused.inspector(), recused.from());
    return all;
  }

  static Map<String, LocalDate> without(Map<String, LocalDate> before, String inspector) {
    Map<String, LocalDate> all = new HashMap<>(before);
    all.remove(inspector);
    return all;
  }

  /** Of a changed team only those who still belong to it. */
  static Map<String, LocalDate> of(Map<String, LocalDate> before, List<String> team) {
    return before.entrySet().stream()
        .filter(e -> team.contains(e.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Who may not serve on a day, the first by number. */
  static Optional<String> anyOn(LocalDate day, Map<String, LocalDate> recused) {
    return recused.entrySet().stream()
        .filter(e -> !e.getValue().isAfter(day))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }

  static boolean isRecused(String account, LocalDate day, Map<String, LocalDate> recused) {
    return recused.entrySet().stream()
        .anyMatch(e -> !e.getValue().isAfter(day) && SecondPerson.isSame(account, e.getKey()));
  }
}
