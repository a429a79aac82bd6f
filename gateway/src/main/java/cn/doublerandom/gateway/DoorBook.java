package cn.doublerandom.gateway;

import cn.doublerandom.gateway.audit.Book;
import cn.doublerandom.gateway.audit.Entry;
import cn.doublerandom.gateway.audit.Entry.What;
import cn.doublerandom.gateway.audit.Network;
import cn.doublerandom.gateway.audit.RefusalCount;
import cn.doublerandom.gateway.audit.Teller;
import cn.doublerandom.gateway.audit.Telling;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What happens at the door is written down before anybody is let in, and told to publication, which
 * keeps it (ADR 0051). Nobody waits for who is told.
 */
@ApplicationScoped
class DoorBook {
  private static final Logger LOG = Logger.getLogger(DoorBook.class);
  private static final String KAFKA = "kafka.";
  private static final Duration COUNTED = Duration.ofSeconds(10);
  private static final Pattern BUREAU = Pattern.compile("[1-8][0-9]{5}(\\.[a-z0-9]{1,12})?");

  private final Vertx vertx;
  private final GatewaySettings.Audit settings;
  private final boolean provider;
  private final Visitors visitors;
  private final Config config;
  private final InstantSource clock = InstantSource.system();
  private final RefusalCount refusals = new RefusalCount();
  private @Nullable Book book;
  private @Nullable Teller teller;
  private long notWritten;

  DoorBook(
      Vertx vertx,
      GatewaySettings settings,
      @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean provider,
      Visitors visitors,
      Config config) {
    this.vertx = vertx;
    this.settings = settings.audit();
    this.provider = provider;
    this.visitors = visitors;
    this.config = config;
  }

  /** Before anybody is served. */
  void open(@Observes StartupEvent started) throws IOException {
    boolean local = LaunchMode.current() == LaunchMode.TEST || ConfigUtils.isProfileActive("local");
    if (settings.directory().isEmpty()) {
      if (provider && !local) {
        throw new IllegalStateException(
            "the gateway refuses to start: suite.gateway.audit.directory is not set, and people sign in");
      }
      return;
    }
    if (settings.number() < 1 || settings.number() > Telling.MOST) {
      throw new IllegalStateException(
          "suite.gateway.audit.number must be 1..%d, got %d"
              .formatted(Telling.MOST, settings.number()));
    }
    Path directory = settings.directory().get();
    Book opened = Book.in(directory, settings.number());
    book = opened;
    Map<String, Object> kafka = kafka();
    if (kafka.containsKey("bootstrap.servers")) {
      teller = Teller.begin(opened, Telling.onKafka(kafka, settings.number()));
    }
    vertx.setPeriodic(COUNTED.toMillis(), tick -> count(refusals.over(clock.instant())));
  }

  private Map<String, Object> kafka() {
    Map<String, Object> kafka = new HashMap<>();
    for (String name : config.getPropertyNames()) {
      if (name.startsWith(KAFKA)) {
        config
            .getOptionalValue(name, String.class)
            .ifPresent(value -> kafka.put(name.substring(KAFKA.length()), value));
      }
    }
    return kafka;
  }

  void close(@Observes ShutdownEvent ended) throws Exception {
    Book open = book;
    if (open != null) {
      open.write(refusals.rest(clock.instant()));
    }
    if (teller != null) {
      teller.close();
    }
    if (open != null) {
      open.close();
    }
  }

  /** Somebody came in, went, or acts otherwise from now on; fails where it cannot be written. */
  Future<Boolean> note(
      What what, HttpServerRequest request, String account, String role, String of) {
    return note(what, source(request), account, role, of);
  }

  /** Somebody acts for another from now on; fails where it cannot be written. */
  Future<Boolean> actsFor(HttpServerRequest request, String account, String principal, String of) {
    return write(
        List.of(
            new Entry(
                What.SWITCHED,
                account,
                "",
                principal,
                bureau(of),
                "",
                source(request),
                1,
                clock.instant())));
  }

  /** The same where the request is not at hand. */
  Future<Boolean> note(What what, String source, String account, String role, String of) {
    return write(
        List.of(new Entry(what, account, role, bureau(of), "", source, 1, clock.instant())));
  }

  /**
   * Somebody was refused; nothing waits for this.
   *
   * @param account who, where he is known; never what somebody typed
   */
  void refused(HttpServerRequest request, Refusal refusal, String account) {
    if (book != null) {
      count(refusals.note(refusal.code(), account, source(request), clock.instant()));
    }
  }

  private void count(List<Entry> due) {
    if (!due.isEmpty()) {
      write(due).onFailure(e -> LOG.error("refusals could not be written down: " + e.getMessage()));
    }
  }

  private Future<Boolean> write(List<Entry> entries) {
    Book open = book;
    if (open == null) {
      return Future.succeededFuture(false);
    }
    Promise<Boolean> written = Promise.promise();
    vertx
        .executeBlocking(() -> {
          open.write(entries);
          return true;
        })
        .onSuccess(done -> written.complete(true))
        .onFailure(e -> {
          notWritten++;
          written.fail(e);
        });
    return written.future();
  }

  private String source(HttpServerRequest request) {
    return Network.of(
        visitors.address(
            request.remoteAddress().hostAddress(), request.headers().getAll("X-Forwarded-For")));
  }

  /** Of several the first; whatever is no key is none. */
  private static String bureau(String said) {
    String first = said.split("、", 2)[0];
    return BUREAU.matcher(first).matches() ? first : "";
  }

  /** How it goes, for operations; empty where nothing is written. */
  Optional<JsonObject> health() {
    Book open = book;
    if (open == null) {
      return Optional.empty();
    }
    Teller.State state = teller == null ? Teller.State.NOBODY : teller.state();
    boolean well = state.since() == null && notWritten == 0;
    var data =
        new JsonObject()
            .put("state", state.word())
            .put("written", open.number())
            .put("told", state.told())
            .put("untold", Math.max(0, open.number() - state.told()))
            .put("notWritten", notWritten);
    if (state.since() != null) {
      data.put("since", state.since().toString());
    }
    return Optional.of(
        new JsonObject()
            .put("name", "audit")
            .put("status", well ? "UP" : "DOWN")
            .put("data", data));
  }
}
