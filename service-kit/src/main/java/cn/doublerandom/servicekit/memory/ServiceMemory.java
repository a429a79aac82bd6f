package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.ledger.Announcer;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import cn.doublerandom.eventstore.ledger.LedgerRelay;
import cn.doublerandom.eventstore.ledger.WakeUp;
import cn.doublerandom.eventstore.ledger.Worker;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import cn.doublerandom.servicekit.view.Projection;
import cn.doublerandom.servicekit.view.ProjectionJob;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The event store of this service and the threads that number, tell and project its events. */
@ApplicationScoped
public class ServiceMemory {
  private final WakeUp ledgerWakeUp = new WakeUp();
  private final List<WakeUp> followers = new ArrayList<>();
  private final List<Worker> workers = new ArrayList<>();

  private final Pool pool;
  private final Vertx vertx;
  private final Announcer announcer;
  private final Instance<Projection> projections;
  private final Map<String, Object> kafka;
  private final String service;
  private final List<String> topics;

  @Inject
  ServiceMemory(
      Pool pool,
      Vertx vertx,
      Announcer announcer,
      @Any Instance<Projection> projections,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "suite.service") String service,
      @ConfigProperty(name = "suite.topics") List<String> topics) {
    this.pool = pool;
    this.vertx = vertx;
    this.announcer = announcer;
    this.projections = projections;
    this.kafka = kafka;
    this.service = service;
    this.topics = topics;
  }

  @Produces
  @Singleton
  EventStore eventStore() {
    return new PostgresEventStore(pool, ledgerWakeUp::nudge);
  }

  @Produces
  @Singleton
  Inbox inbox() {
    return new Inbox(pool, ledgerWakeUp::nudge);
  }

  void start(@Observes StartupEvent event) {
    var ledger = new LedgerReader(pool);
    var relayWakeUp = follower();
    worker("ledger", new LedgerLeader(pool, announcer, this::wakeFollowers), ledgerWakeUp);
    worker("relay", new LedgerRelay(service, pool, kafka, topics), relayWakeUp);
    for (Projection projection : projections) {
      worker(
          "projection-" + projection.name(),
          new ProjectionJob(projection, ledger, vertx),
          follower());
    }
    workers.forEach(Worker::start);
  }

  private void worker(String name, Worker.Job job, WakeUp wakeUp) {
    workers.add(new Worker(name, job, wakeUp));
  }

  private WakeUp follower() {
    var wakeUp = new WakeUp();
    followers.add(wakeUp);
    return wakeUp;
  }

  private void wakeFollowers() {
    followers.forEach(WakeUp::nudge);
  }

  void stop(@Observes ShutdownEvent event) {
    workers.forEach(Worker::close);
  }
}
