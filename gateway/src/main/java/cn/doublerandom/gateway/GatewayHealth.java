package cn.doublerandom.gateway;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How the gateway is, and which service is there. A service that is away does not make the gateway
 * unhealthy: the others go on. However often it is asked, each service is asked once in a few
 * seconds. Everybody may know that the gateway lives; what is behind it is told at a port for
 * operations.
 */
@ApplicationScoped
public class GatewayHealth {
  private static final long FRESH = Duration.ofSeconds(3).toNanos();
  private static final int LIMIT_MILLIS = 2_000;
  private static final int IDLE_SECONDS = 30;
  private static final int START_SECONDS = 10;

  private final Vertx vertx;
  private final GatewaySettings settings;
  private final Upstreams upstreams;
  private final DoorBook book;
  private final HttpClient client;
  private @Nullable Future<List<String>> last;
  private long asked;

  GatewayHealth(Vertx vertx, GatewaySettings settings, Upstreams upstreams, DoorBook book) {
    this.book = book;
    this.vertx = vertx;
    this.settings = settings;
    this.upstreams = upstreams;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(LIMIT_MILLIS),
            new PoolOptions().setHttp1MaxSize(1).setMaxWaitQueueSize(1));
  }

  void routes(@Observes Router router) {
    for (String path : List.of("", "/ready", "/live")) {
      router.get("/gateway/q/health" + path).handler(context -> alive(context.request()));
    }
  }

  /** A server of its own, which switches to no other protocol. */
  void listen(@Observes StartupEvent started) throws Exception {
    vertx
        .createHttpServer(
            new HttpServerOptions()
                .setHost(settings.health().host())
                .setPort(settings.health().port())
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout(IDLE_SECONDS))
        .requestHandler(this::operations)
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .get(START_SECONDS, TimeUnit.SECONDS);
  }

  private void operations(HttpServerRequest request) {
    if (!HttpMethod.GET.equals(request.method())) {
      request.response().setStatusCode(405).end();
      return;
    }
    switch (String.valueOf(request.path())) {
      case "/q/health" -> all(request);
      case "/q/health/ready" -> ready(request);
      case "/q/health/live" -> alive(request);
      case "/q/metrics" -> figures(request);
      default -> request.response().setStatusCode(404).end();
    }
  }

  private void all(HttpServerRequest request) {
    Runnable over = QuietConnections.busy(request, 0);
    states()
        .onComplete(states -> {
          over.run();
          answer(request, states.succeeded() ? checks(states.result()) : new JsonArray());
        });
  }

  /** It serves whoever comes, whether or not what happens at the door is told at the moment. */
  private void ready(HttpServerRequest request) {
    Runnable over = QuietConnections.busy(request, 0);
    var checks = new JsonArray();
    book.health().ifPresent(checks::add);
    answer(request, checks.isEmpty() ? null : checks);
    over.run();
  }

  /** In the text form of Prometheus 0.0.4. */
  private void figures(HttpServerRequest request) {
    Runnable over = QuietConnections.busy(request, 0);
    var text = new StringBuilder();
    book.health()
        .map(told -> told.getJsonObject("data"))
        .ifPresent(data -> {
          for (String figure : List.of("written", "told", "untold", "notWritten")) {
            String name =
                "suite_gateway_audit_" + (figure.equals("notWritten") ? "not_written" : figure);
            text.append("# TYPE %s gauge%n%s %d%n".formatted(name, name, data.getLong(figure)));
          }
        });
    request
        .response()
        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(text.toString());
    over.run();
  }

  private static void alive(HttpServerRequest request) {
    Runnable over = QuietConnections.busy(request, 0);
    answer(request, null);
    over.run();
  }

  private static void answer(HttpServerRequest request, @Nullable JsonArray checks) {
    HttpServerResponse response = request.response();
    if (!response.ended() && !response.closed()) {
      var told = new JsonObject().put("status", "UP");
      response
          .putHeader("Content-Type", "application/json; charset=utf-8")
          .putHeader("Cache-Control", "no-store")
          .putHeader("X-Content-Type-Options", "nosniff")
          .end((checks == null ? told : told.put("checks", checks)).encode());
    }
  }

  /** The state of each service, in the order of {@link Part}. */
  private Future<List<String>> states() {
    Future<List<String>> known = last;
    long now = System.nanoTime();
    if (known != null && (!known.isComplete() || now - asked < FRESH)) {
      return known;
    }
    asked = now;
    List<Future<String>> each = new ArrayList<>();
    for (Part part : Part.values()) {
      each.add(state(upstreams.of(part)));
    }
    Future<List<String>> fresh = Future.all(each).map(all -> all.<String>list());
    last = fresh;
    return fresh;
  }

  private Future<String> state(Upstream upstream) {
    URI address = upstream.operations();
    return client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setSsl("https".equals(address.getScheme()))
                .setURI("/q/health/ready")
                .setTimeout(LIMIT_MILLIS))
        .compose(HttpClientRequest::send)
        .compose(GatewayHealth::whole)
        .map(status -> status == 200 ? "ready" : "not-ready")
        .otherwise("away");
  }

  private static Future<Integer> whole(HttpClientResponse answer) {
    return answer.end().map(read -> answer.statusCode());
  }

  private JsonArray checks(List<String> states) {
    JsonArray checks = new JsonArray();
    Iterator<String> state = states.iterator();
    for (Part part : Part.values()) {
      checks.add(told(upstreams.of(part), state.next()));
    }
    book.health().ifPresent(checks::add);
    return checks;
  }

  private static JsonObject told(Upstream upstream, String state) {
    Places places = upstream.places();
    return new JsonObject()
        .put("name", upstream.part().key())
        .put("status", state.equals("ready") ? "UP" : "DOWN")
        .put(
            "data",
            new JsonObject()
                .put("state", state)
                .put("requests", places.taken(Places.Kind.REQUEST))
                .put("waits", places.taken(Places.Kind.WAIT))
                .put("transfers", places.taken(Places.Kind.TRANSFER))
                .put("streams", places.taken(Places.Kind.STREAM))
                .put("waiting", places.waiting()));
  }
}
