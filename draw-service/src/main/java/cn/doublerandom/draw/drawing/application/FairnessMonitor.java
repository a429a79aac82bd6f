package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.drawing.Fairness;
import cn.doublerandom.draw.drawing.FairnessFigures;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.PerBureau;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Adds up what the read model keeps of each public draw of the bureau that asks. An answer is kept
 * for a while, so that whoever asks often costs no more than who asks once.
 */
@ApplicationScoped
public class FairnessMonitor implements Fairness.Source {
  private static final int MOST_DRAWS = 100_000;
  private static final int MOST_PAIRS = 100;

  private final FairnessFigures figures;
  private final DrawDirectory directory;
  private final Clock clock;
  private final Duration kept;
  private final Asking asking;
  private final PerBureau<AtomicReference<Answer>> latest = new PerBureau<>(AtomicReference::new);

  private record Answer(Fairness.Report report, Instant goodUntil) {}

  @Inject
  FairnessMonitor(
      FairnessFigures figures,
      DrawDirectory directory,
      Clock clock,
      Asking asking,
      @ConfigProperty(name = "suite.fairness-kept", defaultValue = "PT1M") Duration kept) {
    this.figures = figures;
    this.directory = directory;
    this.clock = clock;
    this.asking = asking;
    this.kept = kept;
  }

  @Override
  public CompletionStage<Fairness.Report> latest() {
    return report().subscribeAsCompletionStage();
  }

  public Uni<Fairness.Report> report() {
    return asking.orSeed().map(latest::of).flatMap(this::report);
  }

  private Uni<Fairness.Report> report(AtomicReference<Answer> kept) {
    Answer before = kept.get();
    return before != null && clock.instant().isBefore(before.goodUntil)
        ? Uni.createFrom().item(before.report)
        : read().invoke(fresh -> kept.set(new Answer(fresh, clock.instant().plus(this.kept))));
  }

  private Uni<Fairness.Report> read() {
    return Uni.createFrom()
        .completionStage(() -> directory.all(MOST_DRAWS))
        .flatMap(entries ->
            Uni.createFrom()
                .completionStage(() -> figures.all(MOST_DRAWS))
                .map(all -> report(entries, all)));
  }

  private static Fairness.Report report(
      List<DrawDirectory.Entry> entries, List<Fairness.OfDraw> figures) {
    Set<String> standing =
        entries.stream()
            .filter(e -> e.phase().equals("EXECUTED"))
            .map(DrawDirectory.Entry::drawId)
            .collect(Collectors.toSet());
    int voided = (int) entries.stream().filter(e -> e.phase().equals("VOIDED")).count();
    return Fairness.report(
        figures.stream().filter(f -> standing.contains(f.drawId())).toList(), voided, MOST_PAIRS);
  }
}
