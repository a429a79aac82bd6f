package cn.doublerandom.draw.rest;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.Fairness;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.eventstore.CommandHandler;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reads each public draw once and remembers what it adds to the statistics; a draw whose people
 * were replaced since is read again. An answer is kept for a while, so that whoever asks often
 * costs no more than who asks once.
 */
@ApplicationScoped
class FairnessMonitor implements Fairness.Source {
  private static final int MOST_DRAWS = 10_000;
  private static final int MOST_PAIRS = 100;

  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  private final DrawDirectory directory;
  private final Clock clock;
  private final Duration kept;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private volatile @Nullable Answer latest;

  private record Answer(Fairness.Report report, Instant goodUntil) {}

  private record Known(long version, Optional<Fairness.OfDraw> draw) {}

  @Inject
  FairnessMonitor(
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws,
      DrawDirectory directory,
      Clock clock,
      @ConfigProperty(name = "suite.fairness-kept", defaultValue = "PT1M") Duration kept) {
    this.draws = draws;
    this.directory = directory;
    this.clock = clock;
    this.kept = kept;
  }

  @Override
  public CompletionStage<Fairness.Report> latest() {
    return report().subscribeAsCompletionStage();
  }

  Uni<Fairness.Report> report() {
    Answer before = latest;
    return before != null && clock.instant().isBefore(before.goodUntil)
        ? Uni.createFrom().item(before.report)
        : read().invoke(fresh -> latest = new Answer(fresh, clock.instant().plus(kept)));
  }

  private Uni<Fairness.Report> read() {
    return Uni.createFrom()
        .completionStage(() -> directory.page("", MOST_DRAWS))
        .flatMap(entries -> {
          int voided = (int) entries.stream().filter(e -> e.phase().equals("VOIDED")).count();
          return Multi.createFrom()
              .iterable(entries.stream().filter(e -> e.phase().equals("EXECUTED")).toList())
              .onItem()
              .transformToUniAndConcatenate(e -> read(e.drawId()))
              .collect()
              .asList()
              .map(read -> Fairness.report(present(read), voided, MOST_PAIRS));
        });
  }

  private static List<Fairness.OfDraw> present(List<Optional<Fairness.OfDraw>> read) {
    return read.stream().flatMap(Optional::stream).toList();
  }

  private Uni<Optional<Fairness.OfDraw>> read(String drawId) {
    return draws
        .load(DrawStreams.taskOfDraw(drawId))
        .map(loaded -> {
          Known before = known.get(drawId);
          if (before == null || before.version() != loaded.version()) {
            before = new Known(loaded.version(), loaded.state().executed(drawId).map(Fairness::of));
            known.put(drawId, before);
          }
          return before.draw();
        });
  }
}
