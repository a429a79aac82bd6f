package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.ledger.Worker;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the rows of a replica from the first record of its topic, where there are none of this
 * version or an operator asks for it; what is read meanwhile stays as it was.
 *
 * <p>Where no rows of this version are read, the inbox takes nothing the replica is made of until
 * they are: so nothing is read that is half made, and no record falls between the two.
 */
public final class ReplicaJob implements Worker.Job {
  private static final Logger LOG = LoggerFactory.getLogger(ReplicaJob.class);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Replica replica;
  private final Pool pool;
  private final Map<String, Object> kafka;
  private final Vitals vitals;
  private final BooleanSupplier mayFill;
  private final Served served;
  private final ReplicaFillings fillings;
  private final String part;

  private @Nullable ReplicaFilling filling;
  private boolean isFilled;

  /**
   * @param mayFill true in one process of the service, so that the work is done once
   * @param served whose records become rows
   */
  public ReplicaJob(
      Replica replica,
      Pool pool,
      Map<String, Object> kafka,
      Vitals vitals,
      BooleanSupplier mayFill,
      Served served) {
    this.replica = replica;
    this.pool = pool;
    this.kafka = Map.copyOf(kafka);
    this.vitals = vitals;
    this.mayFill = mayFill;
    this.served = served;
    this.fillings = new ReplicaFillings(pool);
    this.part = Vitals.REPLICA + replica.name();
    vitals.rebuilding(part, true);
  }

  @Override
  public boolean turn() {
    try {
      boolean more = step(fillings.of(replica.name()).await().atMost(LIMIT));
      vitals.well(part);
      return more;
    } catch (RuntimeException e) {
      vitals.trouble(part, e);
      throw e;
    }
  }

  private boolean step(List<ReplicaFillings.Filling> all) {
    Optional<ReplicaFillings.Filling> live =
        all.stream().filter(ReplicaFillings.Filling::live).findFirst();
    Optional<ReplicaFillings.Filling> next = all.stream().filter(f -> !f.live()).findFirst();
    boolean isOurs = live.isPresent() && live.get().version() == replica.version();
    isFilled = isOurs && next.isEmpty();
    vitals.rebuilding(part, !isOurs);
    if (live.isPresent() && live.get().version() > replica.version()) {
      throw new IllegalStateException(
          "the rows are of version %d, this program has version %d"
              .formatted(live.get().version(), replica.version()));
    } else if (next.isPresent() && next.get().version() == replica.version()) {
      return mayFill.getAsBoolean() && fill(next.get().generation());
    } else if (isOurs) {
      return false;
    } else if (live.isEmpty() && fillings.found(replica).await().atMost(LIMIT)) {
      return true;
    } else if (mayFill.getAsBoolean()) {
      LOG.info("{} is made from the first record of {}", replica.name(), replica.source());
      fillings.begin(replica).await().atMost(LIMIT);
      return true;
    }
    return false;
  }

  /** What is filled is kept up by the inbox; only a newer program begins it anew. */
  @Override
  public boolean isAtRest() {
    return isFilled;
  }

  private boolean fill(int generation) {
    ReplicaFilling mine = filling;
    if (mine == null || mine.generation() != generation) {
      close();
      mine = new ReplicaFilling(pool, kafka, replica, generation, served);
      filling = mine;
    }
    if (mine.step()) {
      return true;
    }
    if (!mine.switchOver()) {
      return false;
    }
    LOG.info("{} now shows generation {}", replica.name(), generation);
    vitals.rebuilding(part, false);
    close();
    return false;
  }

  @Override
  public void close() {
    ReplicaFilling mine = filling;
    filling = null;
    if (mine != null) {
      mine.close();
    }
  }
}
