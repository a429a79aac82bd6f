package cn.doublerandom.inspection.application;

import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.followup.FollowUpDirectory;
import cn.doublerandom.inspection.followup.FollowUpSummary;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.servicekit.waiting.Matters;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * 待办: findings that wait for a follow-up nobody has opened, and follow-ups whose alarms have come
 * to the roles of who asks.
 */
@ApplicationScoped
class WaitingFollowUps {
  private static final int MOST = 500;

  private final FollowUpDirectory directory;
  private final VisitDirectory visits;
  private final VisitParticulars particulars;

  @Inject
  WaitingFollowUps(
      FollowUpDirectory directory, VisitDirectory visits, VisitParticulars particulars) {
    this.directory = directory;
    this.visits = visits;
    this.particulars = particulars;
  }

  Uni<Matters> of(Officer officer, Person person, VisitMatters matters) {
    return unfollowed(officer, matters)
        .flatMap(left ->
            alarmed(officer, person, matters).map(told -> Matters.together(List.of(left, told))));
  }

  /** What was found and nobody follows: the team's, and its unit's lead's. */
  private Uni<Matters> unfollowed(Officer officer, VisitMatters matters) {
    return Uni.createFrom()
        .completionStage(() -> visits.unfollowed(MOST))
        .map(found ->
            found.stream()
                .filter(one ->
                    switch (officer.reach()) {
                      case TEAM -> officer.isOnTeam(one.inspectors());
                      case UNIT -> officer.isOf(one.ofUnits());
                      case BUREAU -> false;
                    })
                .toList())
        .flatMap(found ->
            particulars
                .names(found)
                .map(matters::naming)
                .map(named ->
                    Matters.of(
                        found.stream().limit(Matters.MOST).map(named::unfollowed).toList(),
                        found.size())));
  }

  private Uni<Matters> alarmed(Officer officer, Person person, VisitMatters matters) {
    return Uni.createFrom()
        .completionStage(() -> directory.open(MOST))
        .map(found -> found.stream().filter(one -> concerns(one, officer, person)).toList())
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
