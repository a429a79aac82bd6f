package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.Beside;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.DepartureRejection;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.departure.DepartureEvent;
import cn.doublerandom.inspection.departure.DepartureRequest;
import cn.doublerandom.inspection.departure.HandoverOutcome;
import cn.doublerandom.inspection.visit.ArrangementCommand;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an officer who leaves has open, and how each of it goes on to others. */
@ApplicationScoped
class LeftWork {
  /** So many are handed over with one word; of more some go one by one before. */
  private static final int MOST = 500;

  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;
  private final VisitDirectory visitDirectory;
  private final Rechecks rechecks;
  private final PassedRechecks passed;

  @Inject
  LeftWork(
      CommandHandler<VisitCommand, VisitEvent, Visit> visits,
      VisitDirectory visitDirectory,
      Rechecks rechecks,
      PassedRechecks passed) {
    this.visits = visits;
    this.visitDirectory = visitDirectory;
    this.rechecks = rechecks;
    this.passed = passed;
  }

  /** His visits that are not done, the most urgent first. */
  Uni<VisitDirectory.Waiting> open(String inspector) {
    return Uni.createFrom().completionStage(() -> visitDirectory.waiting(inspector, MOST));
  }

  /** What is not listed would be left with who leaves, and nobody would have said so. */
  static void requireWhole(VisitDirectory.Waiting his) {
    if (his.total() > his.first().size()) {
      throw new ProblemException(
          DepartureRejection.DEPARTURE_TOO_LARGE,
          List.of(),
          Map.of("visits", his.total(), "most", MOST));
    }
  }

  /** Those of the ids there are. */
  Uni<VisitDirectory.Waiting> among(List<String> ids) {
    return Uni.createFrom()
        .completionStage(() -> visitDirectory.among(ids))
        .map(found -> new VisitDirectory.Waiting(found, found.size()));
  }

  /** Re-checks that are planned for him. */
  Uni<List<Rechecks.OwnRecheck>> plannedFor(String inspector) {
    return rechecks.own(new Officer(inspector, "", Officer.Reach.TEAM));
  }

  /** What follows with the same word: visits ask the draw, and re-checks go to the colleague. */
  Uni<List<Beside<DepartureEvent>>> following(
      DepartureRequest request,
      List<VisitSummary> his,
      List<Rechecks.OwnRecheck> planned,
      LocalDate today) {
    return asking(request, his, today)
        .flatMap(asked ->
            passed
                .following(request, planned, today)
                .map(more -> Stream.concat(asked.stream(), more.stream()).toList()));
  }

  /** What each visit asks that would be let ask; what would not stays open and is seen. */
  private Uni<List<Beside<DepartureEvent>>> asking(
      DepartureRequest request, List<VisitSummary> his, LocalDate today) {
    Map<String, VisitCommand> commands = new LinkedHashMap<>();
    // That two people agreed is what lets every visit ask, of whichever unit its team is.
    Officer by = new Officer(request.by(), "", Officer.Reach.BUREAU);
    his.stream()
        .filter(visit -> HandoverOutcome.of(visit, request.inspector()).isToAsk())
        .forEach(visit ->
            commands.put(
                VisitStreams.VISIT.of(visit.visitId()),
                new ArrangementCommand.AskHandover(
                    request.inspector(), request.reason(), by, today)));
    return visits
        .wouldHandleAll(commands)
        .map(would ->
            commands.entrySet().stream()
                .filter(one -> would.get(one.getKey()) instanceof Handled.Done<VisitEvent, Visit>)
                .map(one ->
                    Beside.<DepartureEvent, VisitCommand, VisitEvent, Visit>of(
                        visits,
                        one.getKey(),
                        decided ->
                            decided.isEmpty() ? Optional.empty() : Optional.of(one.getValue())))
                .toList());
  }
}
