package cn.doublerandom.publication.application;

import cn.doublerandom.servicekit.figures.BusinessCounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Results that are to be public, should be, and are, for operations. */
@ApplicationScoped
class ResultCounts implements BusinessCounts {
  private static final Series TO_PUBLISH = state("to_publish");
  private static final Series OVERDUE = state("overdue");
  private static final Series PUBLISHED = state("published");

  private final PublishingDesk desk;

  @Inject
  ResultCounts(PublishingDesk desk) {
    this.desk = desk;
  }

  private static Series state(String state) {
    return new Series("suite.results", "results", "state", state);
  }

  @Override
  public List<Series> series() {
    return List.of(TO_PUBLISH, OVERDUE, PUBLISHED);
  }

  @Override
  public Uni<Map<Series, Long>> on(LocalDate today) {
    return desk.standing(today)
        .map(standing ->
            Map.of(
                TO_PUBLISH, standing.toPublish(),
                OVERDUE, standing.overdue(),
                PUBLISHED, standing.published()));
  }
}
