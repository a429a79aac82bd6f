package cn.doublerandom.servicekit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.ledger.MemoryMonitor;
import cn.doublerandom.eventstore.ledger.Vitals;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures of one application after another in the same process. */
class MemoryFiguresTest {
  private final Vertx vertx = Vertx.vertx();
  private final MeterRegistry registry = new SimpleMeterRegistry();

  @AfterEach
  void end() {
    vertx.close().await().indefinitely();
  }

  private MemoryFigures started(Vitals vitals) {
    Pool nobodyAsks = Pool.pool(vertx, new PgConnectOptions().setPort(1), new PoolOptions());
    var monitor =
        new MemoryMonitor(nobodyAsks, vitals, new MemoryMonitor.Limits(10, Duration.ofSeconds(60)));
    var figures = new MemoryFigures();
    figures.register(registry, monitor, vitals, List.of("registry"));
    return figures;
  }

  private double trouble() {
    return registry.get("suite.trouble").tag("part", MemoryMonitor.WRITER).gauge().value();
  }

  @Test
  void a_read_model_that_shows_a_stream_in_part_and_whatever_else_is_in_trouble_has_a_figure() {
    var vitals = new Vitals();
    started(vitals);
    var parked = registry.get("suite.trouble").tag("part", "parked-streams-registry").gauge();
    assertThat(parked.value()).isZero();

    vitals.trouble("parked-streams-registry", "1 streams are parked");
    vitals.trouble("a part nobody foresaw", "it stands");

    assertThat(parked.value()).isOne();
    assertThat(registry.get("suite.troubles").gauge().value()).isEqualTo(2);
  }

  @Test
  void the_figures_of_an_application_are_its_own_whoever_ran_there_before() {
    var before = new Vitals();
    MemoryFigures first = started(before);
    before.trouble(MemoryMonitor.WRITER, "somebody forgot a transaction");
    assertThat(trouble()).isOne();
    int figures = registry.getMeters().size();

    first.forget(registry);
    assertThat(registry.getMeters()).isEmpty();
    var now = new Vitals();
    started(now);

    assertThat(registry.getMeters()).hasSize(figures);
    assertThat(trouble()).isZero();
    now.trouble(MemoryMonitor.WRITER, "somebody forgot a transaction");
    assertThat(trouble()).isOne();
  }
}
