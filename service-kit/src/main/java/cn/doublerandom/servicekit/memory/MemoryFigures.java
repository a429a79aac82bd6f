package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.ledger.MemoryMonitor;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.projection.Projection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The figures operations watch, at {@code /q/metrics}. */
@ApplicationScoped
public class MemoryFigures {
  /** What wakes somebody up, each with a figure of its own. */
  private static final List<String> ALARMS =
      List.of(
          MemoryMonitor.WRITER,
          MemoryMonitor.BACKLOG,
          MemoryMonitor.STRAYS,
          MemoryMonitor.GAPS,
          Vitals.LEDGER,
          Vitals.RELAY,
          Vitals.BROKER,
          Vitals.OLDER,
          Vitals.DISK,
          "witness",
          "evidence",
          "notice-log",
          "notice-log-witness");

  /** What this application registered. The registry is the process's and may outlive it. */
  private final List<Gauge> own = new ArrayList<>();

  void started(
      @Observes StartupEvent start,
      MeterRegistry registry,
      MemoryMonitor monitor,
      Vitals vitals,
      @Any Instance<Projection> projections) {
    register(registry, monitor, vitals, projections.stream().map(Projection::name).toList());
  }

  /** A gauge of an application that is gone would stand in the way of the next one's. */
  void stopped(@Observes ShutdownEvent stop, MeterRegistry registry) {
    forget(registry);
  }

  void forget(MeterRegistry registry) {
    own.forEach(registry::remove);
    own.clear();
  }

  void register(
      MeterRegistry registry, MemoryMonitor monitor, Vitals vitals, List<String> projections) {
    gauge(registry, monitor, "suite.ledger.head", "highest seq", r -> r.head());
    gauge(registry, monitor, "suite.unsequenced", "events without a number", r -> r.unsequenced());
    gauge(
        registry, monitor, "suite.unpublished", "announcements not on Kafka", r -> r.unpublished());
    gauge(
        registry,
        monitor,
        "suite.oldest.writer.seconds",
        "age of the oldest open transaction that wrote",
        r -> r.writerSeconds());
    gauge(registry, monitor, "suite.parked.keys", "keys with parked records", r -> r.parkedKeys());
    gauge(registry, monitor, "suite.strays", "records nobody vouches for", r -> r.strays());
    gauge(registry, monitor, "suite.gaps", "records behind one that never came", r -> r.gaps());
    gauge(registry, monitor, "suite.stuck.timers", "timers that cannot fire", r -> r.stuckTimers());
    own.add(
        Gauge.builder("suite.leader.epoch", vitals, Vitals::epoch)
            .description("epoch of this replica's last leadership")
            .register(registry));
    own.add(
        Gauge.builder("suite.leader", vitals, v -> v.isLeader() ? 1 : 0)
            .description("1 where this replica leads")
            .register(registry));
    for (String part : ALARMS) {
      own.add(trouble(registry, vitals, part));
    }
    own.add(
        Gauge.builder("suite.troubles", vitals, v -> v.troubles().size())
            .description("parts in trouble, whichever they are")
            .register(registry));
    for (String projection : projections) {
      own.add(trouble(registry, vitals, Vitals.PARKED + projection));
      own.add(
          Gauge.builder(
                  "suite.projection.lag",
                  monitor,
                  m -> m.latest().projectionLag().getOrDefault(projection, 0L))
              .description("entries the read model is behind")
              .tag("projection", projection)
              .register(registry));
    }
  }

  private static Gauge trouble(MeterRegistry registry, Vitals vitals, String part) {
    return Gauge.builder("suite.trouble", vitals, v -> v.troubles().containsKey(part) ? 1 : 0)
        .description("1 while the part is in trouble; health and memory say why")
        .tag("part", part)
        .register(registry);
  }

  private void gauge(
      MeterRegistry registry,
      MemoryMonitor monitor,
      String name,
      String description,
      ToDoubleFunction<MemoryMonitor.Reading> value) {
    own.add(
        Gauge.builder(name, monitor, m -> value.applyAsDouble(m.latest()))
            .description(description)
            .register(registry));
  }
}
