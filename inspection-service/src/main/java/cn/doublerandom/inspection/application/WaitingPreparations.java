package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.preparation.PreparationDirectory;
import cn.doublerandom.inspection.preparation.PreparationSummary;
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

  Uni<Matters> of(Person person, VisitMatters matters) {
    return approvals(person, matters)
        .flatMap(
            first -> recusals(person, matters).map(then -> Matters.together(List.of(first, then))));
  }

  private Uni<Matters> approvals(Person person, VisitMatters matters) {
    return person.isOneOf(List.of(Roles.APPROVER))
        ? WholeLists.of(preparations::toApprove, PreparationSummary::visitId, one -> true)
            .flatMap(asked -> said(asked, person, matters, VisitMatters::approval))
        : Uni.createFrom().item(Matters.NONE);
  }

  private Uni<Matters> recusals(Person person, VisitMatters matters) {
    return person.isOneOf(List.of(Roles.COORDINATOR))
        ? WholeLists.of(preparations::toDecide, PreparationSummary::visitId, one -> true)
            .flatMap(asked -> said(asked, person, matters, VisitMatters::recusal))
        : Uni.createFrom().item(Matters.NONE);
  }

  /** Of visits that have not begun; what one asked for himself waits for another. */
  private Uni<Matters> said(
      List<PreparationSummary> asked,
      Person person,
      VisitMatters matters,
      BiFunction<VisitMatters, VisitSummary, Matter> words) {
    Map<String, PreparationSummary> byVisit =
        asked.stream()
            .filter(one ->
                one.askedBy() == null || !SecondPerson.isSame(one.askedBy(), person.account()))
            .collect(Collectors.toMap(PreparationSummary::visitId, Function.identity()));
    return Uni.createFrom()
        .completionStage(() -> visits.among(byVisit.keySet()))
        .map(found ->
            found.stream()
                .filter(visit -> visit.state().equals("ASSIGNED"))
                .filter(visit -> !SecondPerson.isAmong(person.account(), visit.inspectors()))
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
