package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Who asks when nobody asks: what a service does by itself it does for each bureau it serves, one
 * after the other, and as that bureau. Each has a request of its own, so that all who ask {@link
 * Asking} — the log, the read models, the keys of people — are told the same as if an officer of it
 * had come.
 */
@ApplicationScoped
public class Rounds {
  private static final Logger LOG = Logger.getLogger(Rounds.class);

  private final ServedBureaus served;
  private final Acting acting;
  private final Vertx vertx;

  @Inject
  Rounds(ServedBureaus served, Acting acting, Vertx vertx) {
    this.served = served;
    this.acting = acting;
    this.vertx = vertx;
  }

  /** Does it for each bureau that is served and open, see {@link #through}. */
  public Uni<Void> each(String what, Function<BureauKey, Uni<?>> work) {
    return through(served.open(), what, work);
  }

  /**
   * Does it for each of some bureaus, ascending by their keys. One it fails for keeps no other
   * waiting: it has its turn again on the next round.
   *
   * @param what said of it where it fails
   */
  public Uni<Void> through(
      Collection<BureauKey> bureaus, String what, Function<BureauKey, Uni<?>> work) {
    return Multi.createFrom()
        .iterable(bureaus.stream().sorted().toList())
        .onItem()
        .transformToUniAndConcatenate(bureau ->
            as(bureau, () -> work.apply(bureau))
                .onFailure()
                .invoke(e -> LOG.warnf("%s of %s: %s", what, bureau, e.toString()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid())
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** Does it as a bureau. */
  public <T> Uni<T> as(BureauKey bureau, Supplier<Uni<? extends T>> work) {
    return Uni.createFrom()
        .emitter(done -> {
          // Of its own: nothing of it is seen by who called, and nothing of who called by it.
          Context own =
              Objects.requireNonNull(
                  VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
          VertxContextSafetyToggle.setContextSafe(own, true);
          own.runOnContext(begun -> begin(bureau, work, done));
        });
  }

  private <T> void begin(
      BureauKey bureau, Supplier<Uni<? extends T>> work, UniEmitter<? super T> done) {
    ManagedContext request = Arc.container().requestContext();
    request.activate();
    // It lives in this context of its own, so that whatever goes on in it finds it until the end.
    ContextState own = request.getState();
    try {
      acting.as(bureau);
      work.get()
          .onTermination()
          .invoke(() -> request.destroy(own))
          .subscribe()
          .with(done::complete, done::fail);
    } catch (RuntimeException e) {
      request.destroy(own);
      done.fail(e);
    }
  }
}
