package cn.doublerandom.eventstore.projection;

import cn.doublerandom.eventstore.ledger.Vitals;
import io.vertx.mutiny.sqlclient.Pool;

/** Fills a projection and says how long it took. */
public final class ProjectionBuild {
  private final ProjectionEngine engine;
  private final Projection projection;
  private final ProjectionJob job;

  public ProjectionBuild(Pool pool, Projection projection) {
    this.engine = new ProjectionEngine(pool);
    this.projection = projection;
    this.job = new ProjectionJob(projection, engine, new Vitals());
  }

  /** The first generation, live from the start. */
  public void first() {
    while (job.turn()) {
      // until the head
    }
  }

  /** Seconds to fill another generation beside it; without the switch. */
  public double again() {
    engine.begin(projection).await().indefinitely();
    Generation next = engine.generations(projection.name()).await().indefinitely().getLast();
    long start = System.nanoTime();
    engine.build(projection, next);
    return (System.nanoTime() - start) / 1e9;
  }
}
