package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.ClosingSummary;
import cn.doublerandom.inspection.visit.SignatureGaps;
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

/** 待办: records that are to go without signatures and wait for who asks; never his own request. */
@ApplicationScoped
class WaitingGaps {
  private final VisitDirectory visits;
  private final VisitParticulars particulars;

  @Inject
  WaitingGaps(VisitDirectory visits, VisitParticulars particulars) {
    this.visits = visits;
    this.particulars = particulars;
  }

  Uni<Matters> of(Officer officer, Person person, VisitMatters matters) {
    boolean all = person.isOneOf(List.of(Roles.COORDINATOR));
    boolean leads = person.isOneOf(List.of(Roles.UNIT_LEAD));
    if (!all && !leads && !person.isOneOf(List.of(Roles.INSPECTOR))) {
      return Uni.createFrom().item(Matters.NONE);
    }
    return WholeLists.of(
            visits::gapped,
            VisitSummary::visitId,
            visit ->
                (all
                        || officer.isOnTeam(visit.inspectors())
                        || (leads && officer.isOf(visit.ofUnits())))
                    && waits(visit, person.account()))
        .flatMap(found -> said(found, matters));
  }

  /** Neither who asked nor whose own signature is missing decides. */
  private static boolean waits(VisitSummary visit, String account) {
    ClosingSummary closing = visit.closing();
    if (closing == null || closing.gaps() == null) {
      return false;
    }
    SignatureGaps asked = closing.gaps();
    return !asked.stands()
        && !SecondPerson.isSame(asked.by(), account)
        && !SecondPerson.isAmong(account, closing.missing());
  }

  private static Matter said(VisitSummary visit, VisitMatters matters) {
    String name = matters.name(visit);
    return matters.matter(
        visit,
        "record-gaps",
        "决定“%s”的检查记录能否缺签名录入".formatted(name),
        "Decide whether the record of “%s” goes without signatures".formatted(name));
  }

  private Uni<Matters> said(List<VisitSummary> found, VisitMatters matters) {
    return particulars
        .names(found)
        .map(matters::naming)
        .map(named ->
            Matters.of(
                found.stream().limit(Matters.MOST).map(visit -> said(visit, named)).toList(),
                found.size()));
  }
}
