package cn.doublerandom.servicekit.rest;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Before a worker waits for the bytes of a file: whether there is a place for it. Whoever is not
 * signed in takes none, for nobody waits for his bytes. Addresses are no visitors here, where all
 * come from the gateway, which gives each its share.
 */
@ApplicationScoped
public class Uploads {
  /** After it is prepared who somebody is, which Quarkus does at 200, and before all routes. */
  private static final int WHO_IS_KNOWN = 90;

  private final Vertx vertx;
  private final BodyLimits limits;
  private final UploadPlaces places;

  @Inject
  Uploads(
      Vertx vertx,
      BodyLimits limits,
      @ConfigProperty(name = "suite.uploads.at-once") int most,
      @ConfigProperty(name = "suite.uploads.of-account") int mostOfAccount) {
    this.vertx = vertx;
    this.limits = limits;
    this.places = new UploadPlaces(most, mostOfAccount);
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, WHO_IS_KNOWN);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.isEnded() || !limits.takesUnmeasured(request) || limits.isAnybodys(request)) {
      context.next();
      return;
    }
    Context here = vertx.getOrCreateContext();
    // Whoever asks first for the identity fails the request where there is none, and so answers it.
    var unused =
        QuarkusHttpUser.getSecurityIdentity(context, null)
            .subscribe()
            .with(
                known -> here.runOnContext(now -> begin(context, known)),
                refused -> here.runOnContext(now -> unlessAnswered(context)));
  }

  private static void unlessAnswered(RoutingContext context) {
    if (!context.failed() && !context.response().ended()) {
      context.next();
    }
  }

  private void begin(RoutingContext context, @Nullable SecurityIdentity known) {
    HttpServerRequest request = context.request();
    if (known == null || known.isAnonymous() || request.isEnded() || request.response().closed()) {
      context.next();
      return;
    }
    String account = known.getPrincipal().getName();
    Optional<EdgeRejection> refusal = places.take(account);
    if (refusal.isPresent()) {
      PathGuard.refuse(context, refusal.get());
      return;
    }
    var held = new AtomicBoolean(true);
    Runnable over =
        () -> {
          if (held.compareAndSet(true, false)) {
            places.give(account);
          }
        };
    request.end().onComplete(whole -> over.run());
    context.addEndHandler(answered -> over.run());
    context.next();
  }
}
