package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What the inspectors of a bureau are called, as its register says. It is asked beside the first
 * request of somebody of the bureau, under his own token, and no page waits for it; what it says is
 * remembered in memory alone and forgotten after some minutes, as soon as the register forgets (ADR
 * 92).
 */
@ApplicationScoped
class RegisteredNames {
  private static final Logger LOG = Logger.getLogger(RegisteredNames.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** So long a name is told that was erased meanwhile. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  /** So long nobody is asked again who did not answer, or would not. */
  private static final Duration AGAIN = Duration.ofSeconds(30);

  /** As many as {@link AccountNames} remembers, in pages of 500. */
  private static final int MOST_PAGES = 40;

  private static final int OK = 200;

  private final Optional<URI> registry;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Map<BureauKey, Known> known = new ConcurrentHashMap<>();

  /**
   * Of a bureau.
   *
   * @param until when the register is asked again
   */
  private record Known(Map<String, String> names, Instant until) {}

  /**
   * @param registry where the registry answers, with its root path; absent where it is not asked
   */
  @Inject
  RegisteredNames(
      @ConfigProperty(name = "suite.names.registry") Optional<URI> registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /** The name of an account; empty where it is not known. */
  String of(BureauKey bureau, String account) {
    Known now = known.get(bureau);
    return now == null ? "" : now.names().getOrDefault(account, "");
  }

  /**
   * Somebody of a bureau is here; asks the register in his name where that is due.
   *
   * @param token as he brought it
   */
  void met(BureauKey bureau, String token) {
    learned(bureau, token)
        .subscribe()
        .with(
            done -> {},
            failure ->
                LOG.debugf("the register does not say names: %s", failure.getClass().getName()));
  }

  /** The same; done when the register has answered, at once where it is not asked. */
  Uni<Void> learned(BureauKey bureau, String token) {
    Instant now = clock.instant();
    if (registry.isEmpty() || !isDue(bureau, now)) {
      return Uni.createFrom().voidItem();
    }
    URI from = registry.get();
    return Uni.createFrom()
        .completionStage(() -> page(from, bureau, token, "", new HashMap<>(), 1))
        .invoke(names -> known.put(bureau, new Known(Map.copyOf(names), now.plus(FRESH))))
        .replaceWithVoid();
  }

  /** One asks, and meanwhile nobody else. */
  private boolean isDue(BureauKey bureau, Instant now) {
    boolean[] due = new boolean[1];
    known.compute(
        bureau,
        (key, before) -> {
          due[0] = before == null || !now.isBefore(before.until());
          return due[0]
              ? new Known(before == null ? Map.of() : before.names(), now.plus(AGAIN))
              : before;
        });
    return due[0];
  }

  private CompletableFuture<Map<String, String>> page(
      URI from, BureauKey bureau, String token, String after, Map<String, String> names, int page) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    from.toString().replaceAll("/$", "")
                        + "/api/v1/inspector-names?limit=500&after="
                        + URLEncoder.encode(after, StandardCharsets.UTF_8)))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json")
            .header(ActingRole.BUREAU, bureau.text())
            .GET()
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
        .thenCompose(answer -> {
          String next = read(answer, names);
          return next.isEmpty() || page == MOST_PAGES
              ? CompletableFuture.completedFuture(names)
              : page(from, bureau, token, next, names, page + 1);
        });
  }

  private String read(HttpResponse<byte[]> answer, Map<String, String> names) {
    if (answer.statusCode() != OK) {
      throw new CompletionException(new IOException("status " + answer.statusCode()));
    }
    try {
      JsonNode said = json.readTree(answer.body());
      for (JsonNode one : said.path("items")) {
        String name = one.path("name").asText().strip();
        if (AccountNames.isName(name)) {
          names.put(one.path("account").asText(), name);
        }
      }
      return said.path("next").asText("");
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
