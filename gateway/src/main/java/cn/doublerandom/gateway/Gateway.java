package cn.doublerandom.gateway;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Every request passes here: guarded first, then sent to its service. */
@ApplicationScoped
public class Gateway {
  private static final Logger LOG = Logger.getLogger(Gateway.class);
  private static final int BEFORE_EVERYTHING = 10_000;

  /** The gateway's own addresses. */
  static final String OWN = "/gateway/";

  private final Vertx vertx;
  private final GatewaySettings settings;
  private final Map<Part, Upstream> upstreams = new EnumMap<>(Part.class);

  Gateway(Vertx vertx, GatewaySettings settings) {
    this.vertx = vertx;
    this.settings = settings;
    for (Part part : Part.values()) {
      URI address = settings.services().get(part.key());
      if (address == null) {
        throw new IllegalArgumentException("suite.gateway.services." + part.key() + " is not set");
      }
      upstreams.put(part, new Upstream(vertx, part, address, settings));
    }
  }

  void guard(@Observes Filters filters) {
    filters.register(this::check, BEFORE_EVERYTHING);
  }

  void routes(@Observes Router router) {
    router.route().last().handler(this::pass);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    Optional<Refusal> refusal = Guard.judge(request);
    if (refusal.isPresent()) {
      refuse(request, refusal.get());
    } else {
      context.next();
    }
  }

  private void refuse(HttpServerRequest request, Refusal refusal) {
    Part part = Destination.of(request.uri() == null ? "/" : request.uri()).part();
    AccessLog.Entry entry = new AccessLog.Entry("-", "-", "-");
    entry.status(refusal.status());
    entry.wrote(Answers.refuse(vertx, request, part, refusal));
    entry.write();
  }

  private void pass(RoutingContext context) {
    HttpServerRequest request = context.request();
    Destination destination = Destination.of(request.uri());
    Upstream upstream = upstreams.get(destination.part());
    if (upstream == null) {
      throw new IllegalStateException("no address of " + destination.part());
    }
    AccessLog.Entry entry =
        new AccessLog.Entry(
            request.method().name(), destination.part().key(), AccessLog.shape(destination.uri()));
    new Exchange(vertx, request, destination, upstream, settings.time(), entry).begin();
    LOG.tracef("passed to %s", destination.part());
  }
}
