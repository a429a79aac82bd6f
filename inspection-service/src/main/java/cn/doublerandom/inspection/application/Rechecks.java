package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.FollowUpRejection;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.followup.FollowUp;
import cn.doublerandom.inspection.followup.FollowUpCommand;
import cn.doublerandom.inspection.followup.FollowUpEvent;
import cn.doublerandom.inspection.followup.FollowUps;
import cn.doublerandom.inspection.followup.OfVisit;
import cn.doublerandom.inspection.followup.RecheckVisit;
import cn.doublerandom.inspection.register.KnownSubject;
import cn.doublerandom.inspection.register.Register;
import cn.doublerandom.inspection.visit.OfficerDirectory;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** 责令改正复查 as a visit of its own: planned for a day and two officers, who record the one matter. */
@ApplicationScoped
public class Rechecks {
  private final FollowUpWork work;
  private final CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> followUps;
  private final OpenFollowUps open;
  private final OfficerDirectory officers;
  private final Register register;

  @Inject
  Rechecks(
      FollowUpWork work,
      CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> followUps,
      OpenFollowUps open,
      OfficerDirectory officers,
      Register register) {
    this.work = work;
    this.followUps = followUps;
    this.open = open;
    this.officers = officers;
    this.register = register;
  }

  /**
   * A re-check somebody goes on, as it is listed.
   *
   * @param firstVisit the visit that found the matter
   * @param dueOn last day of the order
   */
  public record OwnRecheck(
      RecheckVisit visit, String firstVisit, String subjectId, LocalDate dueOn) {}

  /**
   * A re-check as its two officers know it.
   *
   * @param order what was ordered, and what came of it
   * @param subject whom it goes to; absent where the registry told of none
   * @param version of the follow-ups of the first visit
   */
  public record ToRecheck(
      RecheckVisit visit,
      String firstVisit,
      FollowUp order,
      String subjectId,
      @Nullable KnownSubject subject,
      long version) {}

  /**
   * Plans a visit to look again; planned anew, the last counts.
   *
   * @param on the day on which they go
   * @param team numbers of the two
   * @param asked read once officers and visit are known
   */
  public Uni<Handled<FollowUpEvent, FollowUps>> plan(
      String visitId,
      int number,
      LocalDate on,
      List<String> team,
      Officer by,
      Supplier<CommandContext> asked) {
    return Uni.createFrom()
        .completionStage(() -> officers.obstacles(team, on))
        .flatMap(obstacles ->
            work.with(
                visitId,
                asked,
                (visit, today) ->
                    new FollowUpCommand.PlanRecheck(
                        visit, number, on, team, obstacles, by, today)));
  }

  /** The re-checks an account goes on, the first day first. */
  public Uni<List<OwnRecheck>> own(Officer officer) {
    return open.all(
            one -> one.rechecks().stream().anyMatch(visit -> officer.isOnTeam(visit.officers())))
        .map(found ->
            found.stream()
                .flatMap(one ->
                    one.rechecks().stream()
                        .filter(visit -> officer.isOnTeam(visit.officers()))
                        .flatMap(visit ->
                            one.all().stream()
                                .filter(order -> order.number() == visit.followUp())
                                .map(order ->
                                    new OwnRecheck(
                                        visit,
                                        one.of().visitId(),
                                        one.of().subjectId(),
                                        order.dueOn()))))
                .sorted(Comparator.comparing(one -> one.visit().on()))
                .toList());
  }

  /** The re-check of an order that was planned last, for its two officers. */
  public Uni<ToRecheck> one(String visitId, int number, Officer officer) {
    return followUps
        .load(FollowUpWork.stream(visitId))
        .flatMap(loaded -> {
          RecheckVisit visit = last(loaded.state(), number);
          if (!officer.isOnTeam(visit.officers())) {
            throw new ProblemException(FollowUpRejection.RECHECK_OF_OTHERS);
          }
          OfVisit of = Objects.requireNonNull(loaded.state().of());
          return subject(of.subjectId())
              .map(known ->
                  new ToRecheck(
                      visit,
                      visitId,
                      loaded.state().one(number).orElseThrow(),
                      of.subjectId(),
                      known.orElse(null),
                      loaded.version()));
        });
  }

  private static RecheckVisit last(FollowUps known, int number) {
    return known.rechecks().stream()
        .filter(visit -> visit.followUp() == number)
        .reduce((before, after) -> after)
        .orElseThrow(() -> new ProblemException(FollowUpRejection.FOLLOW_UP_UNKNOWN));
  }

  private Uni<Optional<KnownSubject>> subject(String id) {
    return Uni.createFrom()
        .completionStage(() -> register.subjects(List.of(id)))
        .map(found -> found.stream().findFirst());
  }
}
