package cn.doublerandom.inspection.application;

import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.followup.FollowUpSummary;
import cn.doublerandom.servicekit.waiting.Matters;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** 待办: follow-ups whose alarms have come to the roles of who asks. */
@ApplicationScoped
class WaitingFollowUps {
  private final OpenFollowUps open;
  private final VisitParticulars particulars;

  @Inject
  WaitingFollowUps(OpenFollowUps open, VisitParticulars particulars) {
    this.open = open;
    this.particulars = particulars;
  }

  Uni<Matters> of(Officer officer, Person person, VisitMatters matters) {
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
