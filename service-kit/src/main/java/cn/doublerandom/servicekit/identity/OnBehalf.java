package cn.doublerandom.servicekit.identity;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Work that goes on for who asked after the request has been answered: it sees the streams and rows
 * of that identity's bureau and no others, as the request did.
 */
@ApplicationScoped
public class OnBehalf {
  private final Vertx vertx;
  private final CurrentIdentityAssociation identity;

  @Inject
  OnBehalf(Vertx vertx, CurrentIdentityAssociation identity) {
    this.vertx = vertx;
    this.identity = identity;
  }

  /**
   * Begins the work for who asks now.
   *
   * @param answered is told what came of it, on whatever thread it ends
   * @param failed is told why nothing did
   */
  public <T> void go(Supplier<Uni<T>> work, Consumer<T> answered, Consumer<Throwable> failed) {
    SecurityIdentity asking = identity.getIdentity();
    Context own =
        Objects.requireNonNull(
            VertxContext.createNewDuplicatedContext(
                VertxContext.getRootContext(vertx.getOrCreateContext())));
    VertxContextSafetyToggle.setContextSafe(own, true);
    own.runOnContext(begun -> {
      ManagedContext request = Arc.container().requestContext();
      InjectableContext.ContextState state = request.activate();
      identity.setIdentity(asking);
      Uni.createFrom()
          .voidItem()
          .flatMap(start -> work.get())
          .onTermination()
          .invoke(() -> request.destroy(state))
          .subscribe()
          .with(answered, failed);
    });
  }
}
