package cn.doublerandom.inspection.application;

import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.Figure;
import cn.doublerandom.servicekit.waiting.MatterPlace;
import cn.doublerandom.servicekit.waiting.Person;
import cn.doublerandom.servicekit.waiting.Sentence;
import cn.doublerandom.servicekit.waiting.YearFigures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/**
 * 本年一览 of the inspections: the visits that have not begun, and those whose window has ended; of an
 * inspector his own, of who leads a unit the unit's, of the bureau's offices all.
 */
@ApplicationScoped
public class YearOfVisits implements YearFigures {
  private static final List<String> OF_BUREAU =
      List.of(Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR);
  private static final List<String> OF_UNIT = List.of(Roles.UNIT_LEAD);
  private static final List<String> OF_TEAM = List.of(Roles.INSPECTOR);
  private static final MatterPlace ASSIGNED =
      new MatterPlace("/inspection/ui/visits?state=ASSIGNED");
  private static final MatterPlace LATE = new MatterPlace("/inspection/ui/visits?late=1");

  private final VisitDirectory directory;

  @Inject
  YearOfVisits(VisitDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Uni<List<Figure>> of(Person person, LocalDate today) {
    if (person.isOneOf(OF_BUREAU)) {
      return of(person, Officer.Reach.BUREAU);
    } else if (person.isOneOf(OF_UNIT)) {
      return of(person, Officer.Reach.UNIT);
    }
    return person.isOneOf(OF_TEAM)
        ? of(person, Officer.Reach.TEAM)
        : Uni.createFrom().item(List.of());
  }

  private Uni<List<Figure>> of(Person person, Officer.Reach reach) {
    var officer = new Officer(person.account(), person.unit(), reach);
    return count(officer, "ASSIGNED", false)
        .flatMap(assigned ->
            count(officer, "", true)
                .map(late -> List.of(assigned(assigned, whose(reach)), late(late, whose(reach)))));
  }

  /** Visits that have not begun. */
  static Figure assigned(long count, Sentence whose) {
    return new Figure(
        "visits-assigned",
        new Sentence("待开展的检查", "Visits to be made"),
        Long.toString(count),
        whose,
        "quiet",
        ASSIGNED.address());
  }

  /** Visits whose window has ended without them. */
  static Figure late(long count, Sentence whose) {
    return new Figure(
        "visits-late",
        new Sentence("逾期未开展的检查", "Visits overdue"),
        Long.toString(count),
        whose,
        count == 0 ? "ok" : "bad",
        LATE.address());
  }

  /** As the list of the visits counts them. */
  private Uni<Long> count(Officer officer, String state, boolean late) {
    return Uni.createFrom()
        .completionStage(() ->
            directory.count(
                new VisitDirectory.Query(officer, "", "", state, "", "", late, true, "")
                    .ownFirst()));
  }

  static Sentence whose(Officer.Reach reach) {
    return switch (reach) {
      case TEAM -> new Sentence("本人所在检查组", "of my own teams");
      case UNIT -> new Sentence("本单位", "of my unit");
      case BUREAU -> new Sentence("全机关", "of the whole bureau");
    };
  }
}
