package cn.doublerandom.draw.waiting.application;

import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.plan.DueDraws;
import cn.doublerandom.draw.plan.application.Plans;
import cn.doublerandom.servicekit.figures.BusinessCounts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Draws by how far they are, and tasks that are to be drawn, for operations. */
@ApplicationScoped
class DrawCounts implements BusinessCounts {
  private static final List<String> PHASES =
      List.of("FROZEN", "COMMITTED", "SEALED", "EXECUTED", "VOIDED");

  private final DrawDirectory draws;
  private final Plans plans;

  @Inject
  DrawCounts(DrawDirectory draws, Plans plans) {
    this.draws = draws;
    this.plans = plans;
  }

  private record Counted(Series series, long count) {}

  private static Series phase(String phase) {
    return new Series("suite.draws", "draws", "phase", phase.toLowerCase(Locale.ROOT));
  }

  private static Series tasks(DueDraws.State state) {
    return new Series(
        "suite.tasks",
        "tasks of the plan of the year that are to be drawn",
        "state",
        state.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public List<Series> series() {
    return Stream.concat(
            PHASES.stream().map(DrawCounts::phase),
            Stream.of(DueDraws.State.values()).map(DrawCounts::tasks))
        .toList();
  }

  @Override
  public Uni<Map<Series, Long>> on(LocalDate today) {
    return phases()
        .flatMap(all ->
            plans
                .keyOf(today.getYear())
                .flatMap(plans::any)
                .map(plan -> {
                  DueDraws due = DueDraws.of(plan.state(), today);
                  for (DueDraws.State state : DueDraws.State.values()) {
                    all.put(tasks(state), due.count(state));
                  }
                  return all;
                }));
  }

  private Uni<Map<Series, Long>> phases() {
    return Multi.createFrom()
        .iterable(PHASES)
        .onItem()
        .transformToUniAndConcatenate(phase ->
            Uni.createFrom()
                .completionStage(() -> draws.count(phase))
                .map(found -> new Counted(phase(phase), found)))
        .collect()
        .asMap(Counted::series, Counted::count);
  }
}
