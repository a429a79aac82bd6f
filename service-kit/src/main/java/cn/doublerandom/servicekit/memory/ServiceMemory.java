package cn.doublerandom.servicekit.memory;

import cn.doublerandom.contracts.CheckpointAnchored;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Exhaustion;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.checkpoint.Checkpoints;
import cn.doublerandom.eventstore.checkpoint.KafkaAnchor;
import cn.doublerandom.eventstore.checkpoint.LogKeys;
import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.eventstore.checkpoint.Sealer;
import cn.doublerandom.eventstore.checkpoint.TileLog;
import cn.doublerandom.eventstore.checkpoint.WitnessClient;
import cn.doublerandom.eventstore.checkpoint.WitnessMemory;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.Replica;
import cn.doublerandom.eventstore.inbox.ReplicaJob;
import cn.doublerandom.eventstore.inbox.Replicas;
import cn.doublerandom.eventstore.inbox.Rereading;
import cn.doublerandom.eventstore.inbox.Served;
import cn.doublerandom.eventstore.ledger.Announcer;
import cn.doublerandom.eventstore.ledger.BrokerWatch;
import cn.doublerandom.eventstore.ledger.Continuity;
import cn.doublerandom.eventstore.ledger.Handover;
import cn.doublerandom.eventstore.ledger.LaneSeal;
import cn.doublerandom.eventstore.ledger.LaneTrust;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.LedgerWatch;
import cn.doublerandom.eventstore.ledger.MemoryMonitor;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.ledger.WakeUp;
import cn.doublerandom.eventstore.ledger.Worker;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.ProjectionEngine;
import cn.doublerandom.eventstore.projection.ProjectionJob;
import cn.doublerandom.eventstore.timer.ProcessJob;
import cn.doublerandom.eventstore.timer.TimedProcess;
import cn.doublerandom.eventstore.timer.TimerJob;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.Practice;
import cn.doublerandom.servicekit.identity.ServedBureaus;
import cn.doublerandom.servicekit.view.OwnRows;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The event store of this service and the threads that number, tell, project and seal its events.
 */
@ApplicationScoped
public class ServiceMemory {
  private static final Logger LOG = Logger.getLogger(ServiceMemory.class);

  private final WakeUp ledgerWakeUp = new WakeUp();
  private final List<WakeUp> followers = new ArrayList<>();
  private final List<Worker> workers = new ArrayList<>();
  private final Vitals vitals = new Vitals();

  private final Pool pool;
  private final Clock clock;
  private final Announcer announcer;
  private final Instance<Projection> projections;
  private final Instance<TimedProcess<?, ?, ?>> processes;
  private final Map<String, Object> kafka;
  private final MemorySettings settings;
  private final MemoryMonitor monitor;
  private final TileLog log;
  private final BrokerWatch broker;
  private final Continuity continuity;

  @Inject
  ServiceMemory(
      Pool pool,
      Clock clock,
      Announcer announcer,
      @Any Instance<Projection> projections,
      @Any Instance<TimedProcess<?, ?, ?>> processes,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      MemorySettings settings)
      throws IOException {
    this.pool = pool;
    this.clock = clock;
    this.announcer = announcer;
    this.projections = projections;
    this.processes = processes;
    this.kafka = kafka;
    this.settings = settings;
    this.monitor =
        new MemoryMonitor(
            pool,
            vitals,
            new MemoryMonitor.Limits(settings.unpublishedLimit(), settings.writerAlarm()));
    this.log = new TileLog(pool);
    this.broker = new BrokerWatch(kafka, settings.topics(), vitals);
    this.continuity =
        new Continuity(
            pool,
            broker,
            trust(key()),
            vitals,
            settings.witnesses().stream()
                .map(WitnessClient::new)
                .map(witness -> new WitnessMemory(witness, new Checkpoints(pool), log))
                .toList());
  }

  @Produces
  @Singleton
  EventStore eventStore(StreamNames names, Asking asking, ServedBureaus served, Practice practice) {
    var all = new PostgresEventStore(pool, ledgerWakeUp::nudge, monitor::isFull);
    return new AskedStore(all, names, asking::scope, AskedStore.refusals(served, practice));
  }

  @Produces
  @Singleton
  Vitals vitals() {
    return vitals;
  }

  @Produces
  @Singleton
  MemoryMonitor monitor() {
    return monitor;
  }

  @Produces
  @Singleton
  Continuity continuity() {
    return continuity;
  }

  @Produces
  @Singleton
  TileLog log() {
    return log;
  }

  @Produces
  @Singleton
  Checkpoints checkpoints() {
    return new Checkpoints(pool);
  }

  @Produces
  @Singleton
  ProjectionEngine engine() {
    return new ProjectionEngine(pool, OwnRows.COLUMN);
  }

  /** Something was stored that has no number yet. */
  void appended() {
    ledgerWakeUp.nudge();
  }

  /** The threads that do the work of the memory; none in a process that only replays. */
  List<Worker> workers() {
    return List.copyOf(workers);
  }

  void start(
      @Observes StartupEvent event,
      EventStore store,
      Inbox inbox,
      Replicas replicas,
      Served served,
      StreamNames names,
      Practice practice)
      throws IOException, InterruptedException {
    Exhaustion.haltOnUncaught();
    if (settings.replay()) {
      return;
    }
    lookBeforeCommands();
    WakeUp relayWakeUp = follower();
    var telling = new ServiceTelling(pool, settings, vitals, practice);
    var handover = new Handover();
    Optional<NoteKey> key = key();
    LaneSeal seal = key.<LaneSeal>map(mine -> mine::seal).orElse(LaneSeal.NONE);
    worker(
        "ledger",
        new LedgerLeader(
            pool, telling.announcer(announcer, store), this::wakeFollowers, vitals, seal, handover),
        ledgerWakeUp);
    worker(
        "relay", telling.relay(kafka, trust(key), broker::makings).beside(handover), relayWakeUp);
    nudged("state-keys", telling.stateKeys(clock, ledgerWakeUp::nudge));
    // One for all: what they read one behind the other is read once.
    ProjectionEngine engine = engine();
    for (Projection projection : projections) {
      nudged("projection-" + projection.name(), new ProjectionJob(projection, engine, vitals));
    }
    worker("ledger-watch", new LedgerWatch(pool, this::wakeFollowers), new WakeUp());
    for (Replica replica : replicas.all()) {
      worker(
          Vitals.REPLICA + replica.name(),
          new ReplicaJob(replica, pool, kafka, vitals, vitals::isLeader, served),
          new WakeUp());
    }
    workers.add(
        Worker.watching(
            "rereading",
            new Rereading(inbox, pool, kafka, broker::present, vitals, vitals::isLeader)));
    List<TimedProcess<?, ?, ?>> timed = processes.stream().toList();
    timed.forEach(
        process -> nudged("process-" + timed.indexOf(process), new ProcessJob(pool, process)));
    if (!timed.isEmpty()) {
      worker("timers", new TimerJob(pool, timed, names, clock, vitals), new WakeUp());
    }
    workers.add(Worker.everySecond("monitor", monitor));
    workers.add(Worker.everySecond("broker", broker));
    workers.add(Worker.everySecond("continuity", continuity));
    key.ifPresent(mine -> nudged("sealer", sealer(mine)));
    workers.forEach(Worker::start);
  }

  /** No command comes in before it is known whether the database may keep it. */
  private void lookBeforeCommands() throws InterruptedException {
    broker.turn();
    continuity.turn();
  }

  private Optional<NoteKey> key() throws IOException {
    if (settings.checkpointKey().isEmpty()) {
      LOG.warn("suite.checkpoint-key is not set: no checkpoints are signed");
      return Optional.empty();
    }
    return Optional.of(NoteKey.keptIn(settings.checkpointKey().get(), settings.logOrigin()));
  }

  private static LaneTrust trust(Optional<NoteKey> key) throws IOException {
    return key.isEmpty() ? LaneTrust.CHAIN_ONLY : LogKeys.of(List.of(key.get().verifierKey()));
  }

  private Sealer sealer(NoteKey key) {
    return new Sealer(
        log,
        checkpoints(),
        key,
        settings.witnesses().stream().map(WitnessClient::new).toList(),
        new KafkaAnchor(
            settings.service(), IntegrationEvent.typeOf(CheckpointAnchored.class), kafka, key),
        new Sealer.Settings(settings.checkpointEvery(), settings.anchorEvery()),
        vitals,
        vitals::isLeader);
  }

  private void worker(String name, Worker.Job job, WakeUp wakeUp) {
    workers.add(new Worker(name, job, wakeUp));
  }

  private void nudged(String name, Worker.Job job) {
    workers.add(Worker.nudged(name, job, follower()));
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
