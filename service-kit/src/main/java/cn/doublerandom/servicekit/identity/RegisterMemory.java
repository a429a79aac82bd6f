package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
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
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * What the registry says of each inspector of a bureau. It is asked beside the first request of
 * somebody of the bureau, under his own token, and no page waits for it; what it says is remembered
 * in memory alone and asked for again after some minutes (ADR 92, 102).
 *
 * @param <T> what is said of one
 */
public final class RegisterMemory<T> {
  private static final Logger LOG = Logger.getLogger(RegisterMemory.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** So long something is told that was erased meanwhile, while people of the bureau are here. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  /** So long nobody is asked again who did not answer, or would not. */
  private static final Duration AGAIN = Duration.ofSeconds(30);

  /** As many as {@link AccountNames} remembers, in pages of 500. */
  private static final int MOST_PAGES = 40;

  private static final int OK = 200;

  private final Optional<URI> registry;
  private final String address;
  private final Function<JsonNode, Optional<T>> reading;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Map<BureauKey, Known<T>> known = new ConcurrentHashMap<>();

  /**
   * Of a bureau.
   *
   * @param said when the register answered last; long ago where it never did
   * @param until when it is asked again
   */
  private record Known<T>(Map<String, T> entries, Instant said, Instant until) {}

  /**
   * @param registry where the registry answers, with its root path; absent where it is not asked
   * @param address of the list below {@code /api/v1/}
   * @param reading of one entry; empty where it says nothing
   */
  public RegisterMemory(
      Optional<URI> registry,
      String address,
      Function<JsonNode, Optional<T>> reading,
      Clock clock) {
    this.registry = registry;
    this.address = address;
    this.reading = reading;
    this.clock = clock;
  }

  /** What was said last of a number; empty where nothing was. */
  public Optional<T> of(BureauKey bureau, String number) {
    Known<T> now = known.get(bureau);
    return now == null ? Optional.empty() : Optional.ofNullable(now.entries().get(number));
  }

  /** The same, where it was said in the time before now. */
  public Optional<T> saidWithin(Duration time, BureauKey bureau, String number) {
    Known<T> now = known.get(bureau);
    return now == null || now.said().isBefore(clock.instant().minus(time))
        ? Optional.empty()
        : Optional.ofNullable(now.entries().get(number));
  }

  /**
   * Somebody of a bureau is here; asks the register in his name where that is due.
   *
   * @param token as he brought it
   */
  public void met(BureauKey bureau, String token) {
    learned(bureau, token)
        .subscribe()
        .with(
            done -> {},
            failure ->
                LOG.debugf(
                    "the register does not say %s: %s", address, failure.getClass().getName()));
  }

  /** The same; done when the register has answered, at once where it is not asked. */
  public Uni<Void> learned(BureauKey bureau, String token) {
    Instant now = clock.instant();
    if (registry.isEmpty() || !isDue(bureau, now)) {
      return Uni.createFrom().voidItem();
    }
    URI from = registry.get();
    return Uni.createFrom()
        .completionStage(() -> page(from, bureau, token, "", new HashMap<>(), 1))
        .invoke(said -> known.put(bureau, new Known<>(Map.copyOf(said), now, now.plus(FRESH))))
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
              ? new Known<T>(
                  before == null ? Map.of() : before.entries(),
                  before == null ? Instant.EPOCH : before.said(),
                  now.plus(AGAIN))
              : before;
        });
    return due[0];
  }

  private CompletableFuture<Map<String, T>> page(
      URI from, BureauKey bureau, String token, String after, Map<String, T> said, int page) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    from.toString().replaceAll("/$", "")
                        + "/api/v1/"
                        + address
                        + "?limit=500&after="
                        + URLEncoder.encode(after, StandardCharsets.UTF_8)))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json")
            .header(ActingRole.BUREAU, bureau.text())
            .GET()
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
        .thenCompose(answer -> {
          String next = read(answer, said);
          return next.isEmpty() || page == MOST_PAGES
              ? CompletableFuture.completedFuture(said)
              : page(from, bureau, token, next, said, page + 1);
        });
  }

  private String read(HttpResponse<byte[]> answer, Map<String, T> said) {
    if (answer.statusCode() != OK) {
      throw new CompletionException(new IOException("status " + answer.statusCode()));
    }
    try {
      JsonNode page = json.readTree(answer.body());
      for (JsonNode one : page.path("items")) {
        reading.apply(one).ifPresent(entry -> said.put(one.path("account").asText(), entry));
      }
      return page.path("next").asText("");
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
