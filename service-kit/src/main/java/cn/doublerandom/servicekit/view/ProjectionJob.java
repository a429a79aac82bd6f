package cn.doublerandom.servicekit.view;

import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import cn.doublerandom.eventstore.ledger.Worker;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Brings one projection up to the ledger's head. The checkpoint row is locked and stored in the
 * transaction of the changes: two replicas cannot both apply an event, and none is applied without
 * being noted.
 */
public final class ProjectionJob implements Worker.Job {
  private static final int BATCH = 200;
  private static final long TIMEOUT_SECONDS = 60;

  private final Projection projection;
  private final LedgerReader ledger;
  private final Vertx vertx;

  public ProjectionJob(Projection projection, LedgerReader ledger, Vertx vertx) {
    this.projection = projection;
    this.ledger = ledger;
    this.vertx = vertx;
  }

  @Override
  public boolean turn() throws Exception {
    return onSafeContext(() -> Panache.withTransaction(this::step)) == BATCH;
  }

  private Uni<Integer> step() {
    return checkpoint().flatMap(seq -> ledger.after(seq, BATCH)).flatMap(this::applyAll);
  }

  private Uni<Long> checkpoint() {
    return Panache.getSession()
        .flatMap(session ->
            session
                .createNativeQuery(
                    "INSERT INTO projection_checkpoint (name, seq) VALUES (:name, 0)"
                        + " ON CONFLICT (name) DO NOTHING")
                .setParameter("name", projection.name())
                .executeUpdate()
                .flatMap(inserted ->
                    session
                        .createNativeQuery(
                            "SELECT seq FROM projection_checkpoint WHERE name = :name"
                                + " FOR UPDATE",
                            Long.class)
                        .setParameter("name", projection.name())
                        .getSingleResult()));
  }

  private Uni<Integer> applyAll(List<LedgerEntry> entries) {
    if (entries.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    return Multi.createFrom()
        .iterable(entries)
        .onItem()
        .transformToUniAndConcatenate(e -> projection.apply(e).replaceWith(e))
        .collect()
        .last()
        .flatMap(last -> advance(last.seq()))
        .replaceWith(entries.size());
  }

  private Uni<Integer> advance(long seq) {
    return Panache.getSession()
        .flatMap(session ->
            session
                .createNativeQuery("UPDATE projection_checkpoint SET seq = :seq WHERE name = :name")
                .setParameter("seq", seq)
                .setParameter("name", projection.name())
                .executeUpdate());
  }

  /** Hibernate Reactive works on an event loop, on a context of its own. */
  private <T> T onSafeContext(Supplier<Uni<T>> work) throws Exception {
    Context context =
        Objects.requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
    VertxContextSafetyToggle.setContextSafe(context, true);
    var done = new CompletableFuture<T>();
    context.runOnContext(ignored -> {
      try {
        work.get().subscribe().with(done::complete, done::completeExceptionally);
      } catch (RuntimeException e) {
        done.completeExceptionally(e);
      }
    });
    return done.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    // holds nothing between turns
  }
}
