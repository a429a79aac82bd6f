package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.Matters;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** 待办: another day of a visit that waits for a second person. */
@ApplicationScoped
class WaitingArrangements {
  private static final List<String> DECIDING =
      List.of(Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR);

  private final VisitDirectory visits;
  private final VisitParticulars particulars;

  @Inject
  WaitingArrangements(VisitDirectory visits, VisitParticulars particulars) {
    this.visits = visits;
    this.particulars = particulars;
  }

  Uni<Matters> of(Officer officer, Person person, VisitMatters matters) {
    return person.isOneOf(DECIDING)
        ? WholeLists.of(visits::dayAsked, VisitSummary::visitId, visit -> isHis(visit, officer))
            .flatMap(found ->
                particulars
                    .names(found)
                    .map(matters::naming)
                    .map(named ->
                        Matters.of(
                            found.stream().limit(Matters.MOST).map(named::otherDay).toList(),
                            found.size())))
        : Uni.createFrom().item(Matters.NONE);
  }

  /** What one asked for himself waits for another. */
  private static boolean isHis(VisitSummary visit, Officer officer) {
    return visit.arranged() != null
        && visit.arranged().asked() != null
        && officer.files(visit.inspectors(), visit.ofUnits())
        && !SecondPerson.isSame(visit.arranged().asked().by(), officer.account());
  }
}
