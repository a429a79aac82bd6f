package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.ExpertSummary;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.Matters;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** 待办: requests for experts beside a team that wait for who asks; never his own. */
@ApplicationScoped
class WaitingExperts {
  private final VisitDirectory visits;
  private final VisitParticulars particulars;

  @Inject
  WaitingExperts(VisitDirectory visits, VisitParticulars particulars) {
    this.visits = visits;
    this.particulars = particulars;
  }

  Uni<Matters> of(Officer officer, Person person, VisitMatters matters) {
    boolean leads = person.isOneOf(List.of(Roles.UNIT_LEAD));
    if (!leads && !person.isOneOf(List.of(Roles.INSPECTOR))) {
      return Uni.createFrom().item(Matters.NONE);
    }
    return WholeLists.of(
            visits::askingForExperts,
            VisitSummary::visitId,
            visit ->
                (officer.isOnTeam(visit.inspectors()) || (leads && officer.isOf(visit.ofUnits())))
                    && visit.ofExperts().stream().anyMatch(one -> waits(one, person)))
        .flatMap(found -> said(found, matters));
  }

  private static boolean waits(ExpertSummary one, Person person) {
    return one.state() == ExpertSummary.State.ASKED
        && !SecondPerson.isSame(one.askedBy(), person.account());
  }

  private Uni<Matters> said(List<VisitSummary> found, VisitMatters matters) {
    return particulars
        .names(found)
        .map(matters::naming)
        .map(named ->
            Matters.of(
                found.stream().limit(Matters.MOST).map(named::expert).toList(), found.size()));
  }
}
