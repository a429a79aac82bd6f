package cn.doublerandom.registry.application;

import cn.doublerandom.registry.readiness.ReadinessCounts;
import cn.doublerandom.servicekit.figures.BusinessCounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Points open in the registers, for operations. */
@ApplicationScoped
class ReadinessCount implements BusinessCounts {
  private static final Series OPEN =
      Series.of("suite.readiness.open", "points open in the registers");

  private final ReadinessCounts counts;

  @Inject
  ReadinessCount(ReadinessCounts counts) {
    this.counts = counts;
  }

  @Override
  public List<Series> series() {
    return List.of(OPEN);
  }

  @Override
  public Uni<Map<Series, Long>> on(LocalDate today) {
    return Uni.createFrom()
        .completionStage(() -> counts.on(today))
        .map(readiness -> Map.of(OPEN, readiness.openPoints()));
  }
}
