package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.ReviewStep;
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
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** 待办: results that wait for the agreement of who asks. */
@ApplicationScoped
class WaitingReviews {
  private final VisitDirectory visits;
  private final VisitParticulars particulars;

  @Inject
  WaitingReviews(VisitDirectory visits, VisitParticulars particulars) {
    this.visits = visits;
    this.particulars = particulars;
  }

  Uni<Matters> of(Officer officer, Person person, VisitMatters matters) {
    return confirmations(officer, person, matters)
        .flatMap(
            first -> legal(person, matters).map(then -> Matters.together(List.of(first, then))));
  }

  private Uni<Matters> confirmations(Officer officer, Person person, VisitMatters matters) {
    boolean leads = person.isOneOf(List.of(Roles.UNIT_LEAD));
    return leads || person.isOneOf(List.of(Roles.INSPECTOR))
        ? said(
            ReviewStep.By.LEADER,
            visit ->
                officer.isOnTeam(visit.inspectors()) || (leads && officer.isOf(visit.ofUnits())),
            person,
            matters,
            VisitMatters::confirmation)
        : Uni.createFrom().item(Matters.NONE);
  }

  private Uni<Matters> legal(Person person, VisitMatters matters) {
    return person.isOneOf(List.of(Roles.LEGAL_REVIEWER))
        ? said(
            ReviewStep.By.LEGAL,
            visit -> !SecondPerson.isAmong(person.account(), visit.inspectors()),
            person,
            matters,
            VisitMatters::legalReview)
        : Uni.createFrom().item(Matters.NONE);
  }

  private Uni<Matters> said(
      ReviewStep.By next,
      Predicate<VisitSummary> mine,
      Person person,
      VisitMatters matters,
      BiFunction<VisitMatters, VisitSummary, Matter> words) {
    return WholeLists.of(
            (after, limit) -> visits.inReview(next, after, limit),
            VisitSummary::visitId,
            mine.and(visit -> !tookPart(visit, person)))
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

  /** Who recorded or confirmed it waits for somebody else. */
  private static boolean tookPart(VisitSummary visit, Person person) {
    return visit.closing() != null
        && (SecondPerson.isSame(String.valueOf(visit.closing().recordedBy()), person.account())
            || visit.closing().passed().stream()
                .anyMatch(one -> SecondPerson.isSame(one.by(), person.account())));
  }
}
