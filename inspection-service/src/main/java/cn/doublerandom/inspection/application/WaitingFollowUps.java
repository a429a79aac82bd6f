package cn.doublerandom.inspection.application;

import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.followup.FollowUpSummary;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.waiting.Matters;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * 待办: findings that wait for a follow-up nobody has opened, and follow-ups whose alarms have come
 * to the roles of who asks.
 */
@ApplicationScoped
class WaitingFollowUps {
  private static final int PART = 500;

  private final OpenFollowUps open;
  private final VisitDirectory visits;
  private final VisitParticulars particulars;

  @Inject
  WaitingFollowUps(OpenFollowUps open, VisitDirectory visits, VisitParticulars particulars) {
    this.open = open;
    this.visits = visits;
    this.particulars = particulars;
  }

  Uni<Matters> of(Officer officer, Person person, VisitMatters matters) {
    return unfollowed(officer, matters)
        .flatMap(left ->
            alarmed(officer, person, matters).map(told -> Matters.together(List.of(left, told))));
  }

  private Uni<Matters> unfollowed(Officer officer, VisitMatters matters) {
    return unfollowed(officer, "", new ArrayList<>())
        .flatMap(found ->
            particulars
                .names(found.stream().limit(Matters.MOST).toList())
                .map(matters::naming)
                .map(named ->
                    Matters.of(
                        found.stream().limit(Matters.MOST).map(named::unfollowed).toList(),
                        found.size())));
  }

  /** What was found and nobody follows, part by part: the team's, and its unit's lead's. */
  private Uni<List<VisitSummary>> unfollowed(
      Officer officer, String after, List<VisitSummary> found) {
    return Uni.createFrom()
        .completionStage(() -> visits.unfollowed(after, PART))
        .flatMap(part -> {
          part.stream().filter(one -> isOf(officer, one)).forEach(found::add);
          return part.size() < PART
              ? Uni.createFrom().item(List.copyOf(found))
              : unfollowed(officer, part.getLast().visitId(), found);
        });
  }

  private static boolean isOf(Officer officer, VisitSummary visit) {
    return switch (officer.reach()) {
      case TEAM -> officer.isOnTeam(visit.inspectors());
      case UNIT -> officer.isOf(visit.ofUnits());
      case BUREAU -> false;
    };
  }

  private Uni<Matters> alarmed(Officer officer, Person person, VisitMatters matters) {
    return open.all(one -> concerns(one, officer, person))
        .flatMap(found ->
            particulars
                .namesOf(found.stream().map(one -> one.of().subjectId()).toList())
                .map(matters::naming)
                .map(named ->
                    Matters.of(
                        found.stream().limit(Matters.MOST).map(named::followUp).toList(),
                        found.size())));
  }

  /** An alarm is the team's, its unit's lead's, or the bureau's. */
  private static boolean concerns(FollowUpSummary one, Officer officer, Person person) {
    return one.roles().stream()
        .filter(role -> person.isOneOf(List.of(role)))
        .anyMatch(role ->
            switch (role) {
              case "inspector" -> officer.isOnTeam(one.of().inspectors());
              case "unit-lead" -> officer.isOf(one.of().units());
              default -> true;
            });
  }
}
