package cn.doublerandom.servicekit.figures;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.servicekit.figures.BusinessCounts.Series;
import cn.doublerandom.servicekit.identity.ServedBureaus;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.Watch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts each bureau's business again and again, and shows the sum of those that are served: no
 * figure names a bureau.
 */
@ApplicationScoped
public class BusinessGauges implements Watch {
  private final BusinessCounts counts;
  private final ServedBureaus served;
  private final Clock clock;
  private final Map<BureauKey, Map<Series, Long>> latest = new ConcurrentHashMap<>();

  /** What this application registered; the registry is the process's and may outlive it. */
  private final List<Gauge> own = new ArrayList<>();

  @Inject
  BusinessGauges(BusinessCounts counts, ServedBureaus served, Clock clock) {
    this.counts = counts;
    this.served = served;
    this.clock = clock;
  }

  void started(@Observes StartupEvent start, MeterRegistry registry) {
    for (Series one : counts.series()) {
      own.add(
          Gauge.builder(one.metric(), this, gauges -> gauges.sum(one))
              .description(one.description())
              .tags(one.label().isEmpty() ? Tags.empty() : Tags.of(one.label(), one.value()))
              .register(registry));
    }
  }

  void stopped(@Observes ShutdownEvent stop, MeterRegistry registry) {
    own.forEach(registry::remove);
    own.clear();
  }

  private double sum(Series one) {
    return served.open().stream()
        .mapToLong(bureau -> latest.getOrDefault(bureau, Map.of()).getOrDefault(one, 0L))
        .sum();
  }

  @Override
  public String name() {
    return "figures of the business";
  }

  @Override
  public When when() {
    return new When.Every("{suite.figures-every}");
  }

  @Override
  public Uni<Void> look(BureauKey bureau) {
    LocalDate today = BusinessClock.day(clock.instant());
    return counts
        .on(today)
        .invoke(counted -> latest.put(bureau, Map.copyOf(counted)))
        .replaceWithVoid();
  }
}
