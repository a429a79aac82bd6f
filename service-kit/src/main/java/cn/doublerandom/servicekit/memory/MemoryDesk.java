package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.ParkedRecord;
import cn.doublerandom.eventstore.inbox.Replica;
import cn.doublerandom.eventstore.inbox.ReplicaFillings;
import cn.doublerandom.eventstore.inbox.Replicas;
import cn.doublerandom.eventstore.inbox.StrayRecord;
import cn.doublerandom.eventstore.ledger.MemoryMonitor;
import cn.doublerandom.eventstore.ledger.Standing;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.projection.Generation;
import cn.doublerandom.eventstore.projection.ParkedStream;
import cn.doublerandom.eventstore.projection.ParkedStreams;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.ProjectionEngine;
import cn.doublerandom.eventstore.timer.SetTimer;
import cn.doublerandom.eventstore.timer.SetTimers;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What operations staff see of the memory, and what they may do to it. */
@ApplicationScoped
public class MemoryDesk {
  private final Vitals vitals;
  private final MemoryMonitor monitor;
  private final Inbox inbox;
  private final Replicas replicas;
  private final ProjectionEngine engine;
  private final Pool pool;
  private final Instance<Projection> projections;

  @Inject
  MemoryDesk(
      Vitals vitals,
      MemoryMonitor monitor,
      Inbox inbox,
      Replicas replicas,
      ProjectionEngine engine,
      Pool pool,
      @Any Instance<Projection> projections) {
    this.vitals = vitals;
    this.monitor = monitor;
    this.inbox = inbox;
    this.replicas = replicas;
    this.engine = engine;
    this.pool = pool;
    this.projections = projections;
  }

  /** How far everything is, and what is in trouble. */
  public MemoryState state() {
    return new MemoryState(
        vitals.isLeader(),
        vitals.epoch(),
        monitor.latest(),
        vitals.projections(),
        vitals.troubles());
  }

  /** Which process leads, and how much room the database takes. */
  public Uni<Standing> standing() {
    return Standing.read(pool);
  }

  /** At most so many timers, those that cannot fire first. */
  public Uni<List<SetTimer>> timers(int limit) {
    return new SetTimers(pool).next(limit);
  }

  /** Records set aside, with a number above {@code after}, oldest first. */
  public Uni<List<ParkedRecord>> parked(long after, int limit) {
    return inbox.parked(after, limit);
  }

  /** At most so many records set aside under a key, oldest first. */
  public Uni<List<ParkedRecord>> parkedUnder(String source, String key, int limit) {
    return inbox.parkedUnder(source, key, limit);
  }

  /** Records that do not continue their topics, with a number above {@code after}. */
  public Uni<List<StrayRecord>> strays(long after, int limit) {
    return inbox.strays(after, limit);
  }

  /**
   * Applies what is parked under a key, oldest first, all or none.
   *
   * @return how many; refused where there is nothing, or one of them still cannot be applied
   */
  public Uni<Integer> retry(String source, String key) {
    return inbox
        .retryParked(source, key)
        .invoke(applied -> {
          if (applied == 0) {
            throw new ProblemException(EdgeRejection.NOTHING_PARKED);
          }
        })
        .onFailure(Inbox.StillFailing.class)
        .transform(e ->
            new ProblemException(
                EdgeRejection.STILL_FAILING,
                List.of(),
                Map.of("reason", String.valueOf(e.getMessage()))));
  }

  /** Gives up the oldest record parked under a key, as an event that says why. */
  public Uni<Void> skip(String source, String key, String reason, CommandContext context) {
    return inbox
        .skipParked(source, key, reason, context)
        .invoke(skipped -> {
          if (!skipped) {
            throw new ProblemException(EdgeRejection.NOTHING_PARKED);
          }
        })
        .replaceWithVoid();
  }

  /** At most so many streams that a read model shows only in part. */
  public Uni<List<ParkedStream>> parkedStreams(int limit) {
    return new ParkedStreams(pool).all(limit);
  }

  /** One of them; refused where it is none. */
  public Uni<ParkedStream> parkedStream(String projection, String stream) {
    return new ParkedStreams(pool)
        .one(projection(projection).name(), stream)
        .map(found -> found.orElseThrow(() -> new ProblemException(EdgeRejection.NOTHING_PARKED)));
  }

  /** Fills the read model anew, parked streams too. */
  public Uni<List<Generation>> retryStream(String projection, String stream) {
    return parkedStream(projection, stream).flatMap(found -> rebuild(found.projection()));
  }

  /** Gives up the event a stream is parked at, as an event that says why; then the same. */
  public Uni<List<Generation>> skipEvent(
      String projection, String stream, String reason, CommandContext context) {
    return parkedStream(projection, stream)
        .flatMap(found -> new ParkedStreams(pool).skip(found, reason, context))
        .flatMap(skipped -> rebuild(projection));
  }

  /** The fillings of a read model, or of what others told. */
  public Uni<List<Generation>> generations(String name) {
    return replicas
        .named(name)
        .map(this::fillings)
        .orElseGet(() -> engine.generations(projection(name).name()));
  }

  private Uni<List<Generation>> fillings(Replica replica) {
    return new ReplicaFillings(pool)
        .of(replica.name())
        .map(all ->
            all.stream()
                .map(f -> new Generation(f.generation(), f.version(), f.seq(), f.live()))
                .toList());
  }

  /** Names of the read models of this service. */
  public List<String> readModels() {
    return projections.stream().map(Projection::name).sorted().toList();
  }

  /** Names of what is kept of what others told. */
  public List<String> copies() {
    return replicas.all().stream().map(Replica::name).sorted().toList();
  }

  /** Fills a read model anew beside the live one, which is switched when it is complete. */
  public Uni<List<Generation>> rebuild(String name) {
    Optional<Replica> replica = replicas.named(name);
    if (replica.isPresent()) {
      return new ReplicaFillings(pool)
          .begin(replica.get())
          .flatMap(begun -> fillings(replica.get()));
    }
    Projection projection = projection(name);
    return engine.begin(projection).flatMap(begun -> engine.generations(projection.name()));
  }

  private Projection projection(String name) {
    return projections.stream()
        .filter(projection -> projection.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new ProblemException(EdgeRejection.NOT_FOUND));
  }
}
