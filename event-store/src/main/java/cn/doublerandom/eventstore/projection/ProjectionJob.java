package cn.doublerandom.eventstore.projection;

import cn.doublerandom.eventstore.ledger.LedgerPages;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.ledger.Worker;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one projection at the ledger's head, and builds its next generation beside it.
 *
 * <p>A fold with a higher version than the live tables starts a new generation by itself; until the
 * switch readers see the old one, complete and unchanged.
 */
public final class ProjectionJob implements Worker.Job {
  static final int BUILD_BATCH = 4_000;
  private static final int LIVE_BATCH = LedgerPages.PAGE;
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Logger LOG = LoggerFactory.getLogger(ProjectionJob.class);

  private final Projection projection;
  private final ProjectionEngine engine;
  private final Vitals vitals;
  private final String part;

  public ProjectionJob(Projection projection, ProjectionEngine engine, Vitals vitals) {
    this.projection = projection;
    this.engine = engine;
    this.vitals = vitals;
    this.part = "projection-" + projection.name();
  }

  @Override
  public boolean turn() {
    try {
      ProjectionEngine.Standing standing = await(engine.standing(projection.name()));
      boolean more = step(standing);
      vitals.well(part);
      tell(more ? await(engine.parked(projection.name())) : standing.parked());
      return more;
    } catch (RuntimeException e) {
      vitals.trouble(part, e);
      throw e;
    }
  }

  private boolean step(ProjectionEngine.Standing standing) {
    List<Generation> generations = standing.generations();
    Optional<Generation> live = generations.stream().filter(Generation::live).findFirst();
    Optional<Generation> next = generations.stream().filter(g -> !g.live()).findFirst();
    if (live.isEmpty()) {
      await(engine.found(projection));
      return true;
    }
    if (live.get().version() > projection.version()) {
      throw new IllegalStateException(
          "the read model was filled by version %d, this program has version %d"
              .formatted(live.get().version(), projection.version()));
    }
    boolean more = false;
    vitals.rebuilding(projection.name(), live.get().version() != projection.version());
    if (live.get().version() == projection.version()) {
      more = live.get().seq() < standing.head() ? step(live.get()) : isLevel(live.get());
    } else {
      vitals.projected(projection.name(), live.get().seq());
      if (next.isEmpty() || next.get().version() != projection.version()) {
        LOG.info("{} is rebuilt for version {}", projection.name(), projection.version());
        await(engine.begin(projection));
        return true;
      }
    }
    return next.isPresent() ? build(next.get(), live.get()) || more : more;
  }

  private boolean isLevel(Generation live) {
    vitals.projected(projection.name(), live.seq());
    return false;
  }

  /** Whether there may be more; what cannot be stored is closed in on by halves, then parked. */
  private boolean step(Generation live) {
    for (int limit = LIVE_BATCH; ; limit /= 2) {
      try {
        long seq = await(engine.step(projection, live, limit));
        vitals.projected(projection.name(), seq);
        return limit < LIVE_BATCH || seq > live.seq();
      } catch (RuntimeException e) {
        if (!ParkedStreams.isTheEvents(e)) {
          throw e;
        } else if (limit == 1) {
          vitals.projected(projection.name(), await(engine.park(projection, live, e)));
          return true;
        }
      }
    }
  }

  private void tell(long parked) {
    String name = Vitals.PARKED + projection.name();
    if (parked == 0) {
      vitals.well(name);
    } else {
      vitals.trouble(
          name, "%d streams are parked, see /api/v1/memory/parked-streams".formatted(parked));
    }
  }

  private boolean build(Generation next, Generation live) {
    if (next.version() != projection.version()) {
      return false;
    }
    long seq = engine.build(projection, next);
    if (seq >= live.seq()) {
      await(engine.switchOver(projection, next, live));
      LOG.info("{} now shows generation {} at seq {}", projection.name(), next.number(), seq);
    }
    return true;
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(LIMIT);
  }

  @Override
  public void close() {
    // holds nothing between turns
  }
}
