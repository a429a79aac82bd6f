package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.Beside;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.departure.DepartureEvent;
import cn.doublerandom.inspection.departure.DepartureRequest;
import cn.doublerandom.inspection.followup.FollowUpCommand;
import cn.doublerandom.inspection.followup.FollowUpEvent;
import cn.doublerandom.inspection.followup.FollowUps;
import cn.doublerandom.inspection.visit.OfficerDirectory;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * 复查 is not drawn: of who leaves, it goes to the colleague that was named, in the append of what
 * was agreed to, so that nothing is left between the two.
 */
@ApplicationScoped
class PassedRechecks {
  private final CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> followUps;
  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;
  private final OfficerDirectory officers;

  @Inject
  PassedRechecks(
      CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> followUps,
      CommandHandler<VisitCommand, VisitEvent, Visit> visits,
      OfficerDirectory officers) {
    this.followUps = followUps;
    this.visits = visits;
    this.officers = officers;
  }

  /**
   * What follows at the first visits of what is planned; nothing where no colleague was named.
   *
   * @param planned for who leaves
   */
  Uni<List<Beside<DepartureEvent>>> following(
      DepartureRequest request, List<Rechecks.OwnRecheck> planned, LocalDate today) {
    String colleague = request.colleague();
    if (colleague == null) {
      return Uni.createFrom().item(List.of());
    }
    return Multi.createFrom()
        .iterable(planned)
        .onItem()
        .transformToUniAndConcatenate(one -> plan(request, colleague, one, today))
        .collect()
        .asList()
        .map(plans -> besides(request, plans));
  }

  private Uni<FollowUpCommand.PlanRecheck> plan(
      DepartureRequest request, String colleague, Rechecks.OwnRecheck one, LocalDate today) {
    LocalDate on = one.visit().on().isBefore(today) ? today : one.visit().on();
    List<String> team =
        one.visit().officers().stream()
            .map(who ->
                Departures.id(who).equals(Departures.id(request.inspector())) ? colleague : who)
            .toList();
    String unit = request.unit() == null ? "" : request.unit();
    return Uni.createFrom()
        .completionStage(() -> officers.obstacles(team, on))
        .flatMap(obstacles ->
            visits
                .load(VisitStreams.VISIT.of(one.firstVisit()))
                .map(loaded ->
                    new FollowUpCommand.PlanRecheck(
                        FollowUpWork.followed(loaded.state()),
                        one.visit().followUp(),
                        on,
                        team,
                        obstacles,
                        new Officer(request.by(), unit, Officer.Reach.UNIT),
                        today)));
  }

  /** Of several orders at one visit, one word. */
  private List<Beside<DepartureEvent>> besides(
      DepartureRequest request, List<FollowUpCommand.PlanRecheck> plans) {
    return plans.stream()
        .collect(
            Collectors.groupingBy(
                plan -> plan.visit().of().visitId(), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(one ->
            Beside.<DepartureEvent, FollowUpCommand, FollowUpEvent, FollowUps>of(
                followUps,
                FollowUpWork.stream(one.getKey()),
                decided ->
                    decided.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                            new FollowUpCommand.PassRechecks(request.inspector(), one.getValue()))))
        .toList();
  }
}
