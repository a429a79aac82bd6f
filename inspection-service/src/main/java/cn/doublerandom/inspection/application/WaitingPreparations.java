package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.preparation.PreparationDirectory;
import cn.doublerandom.inspection.preparation.PreparationSummary;
import cn.doublerandom.inspection.preparation.Recusal;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.Matters;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What waits for a second person before a visit: its approval, and recusals. */
@ApplicationScoped
class WaitingPreparations {
  private final PreparationDirectory preparations;
  private final VisitDirectory visits;
  private final VisitParticulars particulars;

  @Inject
  WaitingPreparations(
      PreparationDirectory preparations, VisitDirectory visits, VisitParticulars particulars) {
    this.preparations = preparations;
    this.visits = visits;
    this.particulars = particulars;
  }

  Uni<Matters> of(Officer officer, Person person, VisitMatters matters) {
    return approvals(person, matters)
        .flatMap(first ->
            recusals(officer, person, matters)
                .flatMap(then ->
                    replacements(officer, person, matters)
                        .map(last -> Matters.together(List.of(first, then, last)))));
  }

  private Uni<Matters> approvals(Person person, VisitMatters matters) {
    return person.isOneOf(List.of(Roles.APPROVER))
        ? WholeLists.of(preparations::toApprove, PreparationSummary::visitId, one -> true)
            .flatMap(asked -> ofOthers(asked, person, matters, VisitMatters::approval))
        : Uni.createFrom().item(Matters.NONE);
  }

  private Uni<Matters> recusals(Officer officer, Person person, VisitMatters matters) {
    return decides(person)
        ? WholeLists.of(preparations::toDecide, PreparationSummary::visitId, one -> true)
            .flatMap(asked ->
                said(
                    asked,
                    (visit, one) ->
                        answersFor(officer, person, visit)
                            && !SecondPerson.isAmong(person.account(), visit.inspectors()),
                    matters,
                    VisitMatters::recusal))
        : Uni.createFrom().item(Matters.NONE);
  }

  /** Whoever is recused and still on the team keeps the visit from beginning. */
  private Uni<Matters> replacements(Officer officer, Person person, VisitMatters matters) {
    return decides(person)
        ? WholeLists.of(preparations::recused, PreparationSummary::visitId, one -> true)
            .flatMap(decided ->
                said(
                    decided,
                    (visit, one) ->
                        answersFor(officer, person, visit)
                            && one.recusals().stream()
                                .filter(WaitingPreparations::isAgreed)
                                .anyMatch(who ->
                                    SecondPerson.isAmong(who.inspector(), visit.inspectors())),
                    matters,
                    VisitMatters::replacement))
        : Uni.createFrom().item(Matters.NONE);
  }

  private static boolean isAgreed(Recusal asked) {
    Recusal.Decided decided = asked.decided();
    return decided != null && decided.agreed();
  }

  private static boolean decides(Person person) {
    return person.isOneOf(List.of(Roles.COORDINATOR, Roles.UNIT_LEAD));
  }

  /** A coordinator for the bureau, who leads a unit for the visits in which it has a part. */
  private static boolean answersFor(Officer officer, Person person, VisitSummary visit) {
    return person.isOneOf(List.of(Roles.COORDINATOR)) || officer.isOf(visit.ofUnits());
  }

  /** What one asked for himself waits for another. */
  private Uni<Matters> ofOthers(
      List<PreparationSummary> asked,
      Person person,
      VisitMatters matters,
      BiFunction<VisitMatters, VisitSummary, Matter> words) {
    return said(
        asked,
        (visit, one) ->
            (one.askedBy() == null || !SecondPerson.isSame(one.askedBy(), person.account()))
                && !SecondPerson.isAmong(person.account(), visit.inspectors()),
        matters,
        words);
  }

  /** Of visits that have not begun. */
  private Uni<Matters> said(
      List<PreparationSummary> asked,
      BiPredicate<VisitSummary, PreparationSummary> which,
      VisitMatters matters,
      BiFunction<VisitMatters, VisitSummary, Matter> words) {
    Map<String, PreparationSummary> byVisit =
        asked.stream().collect(Collectors.toMap(PreparationSummary::visitId, Function.identity()));
    return Uni.createFrom()
        .completionStage(() -> visits.among(byVisit.keySet()))
        .map(found ->
            found.stream()
                .filter(visit -> visit.state().equals("ASSIGNED"))
                .filter(visit -> which.test(visit, byVisit.get(visit.visitId())))
                .toList())
        .flatMap(found ->
            particulars
                .names(found)
                .map(matters::naming)
                .map(named ->
                    Matters.of(
                        found.stream()
                            .limit(Matters.MOST)
                            .map(visit -> words.apply(named, visit))
                            .toList(),
                        found.size())));
  }
}
