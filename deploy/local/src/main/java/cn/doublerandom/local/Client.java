package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A client as an office's program would be: every write carries an Idempotency-Key and is repeated
 * when no answer came, so a server that died in between has done it once or will do it once.
 */
final class Client implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Between two looks at work that is soon done. */
  private static final Duration LOOK = Duration.ofMillis(50);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final String origin;
  private final DemoIdentity identity;
  private final UnaryOperator<DemoIdentity.User> acting;

  Client(int gatewayPort, DemoIdentity identity) {
    this(gatewayPort, identity, UnaryOperator.identity());
  }

  /**
   * @param acting as whom everybody acts
   */
  Client(int gatewayPort, DemoIdentity identity, UnaryOperator<DemoIdentity.User> acting) {
    this.acting = acting;
    this.origin = "http://127.0.0.1:" + gatewayPort;
    this.identity = identity;
  }

  /**
   * An answer.
   *
   * @param body an empty object where there is none
   * @param etag the version it shows; empty where it says none
   */
  record Answer(int status, JsonNode body, String text, String etag) {
    Answer expect(int wanted, String what) {
      if (status != wanted) {
        throw new IllegalStateException(
            "%1$s：应答不是 %2$d 而是 %3$d expected %2$d, got %3$d %4$s"
                .formatted(what, wanted, status, body));
      }
      return this;
    }
  }

  /** The account under which he is known to whom this client asks. */
  String account(DemoIdentity.User user) {
    return acting.apply(user).account();
  }

  Answer get(DemoIdentity.User user, String path) throws InterruptedException {
    return send(user, request(path).GET());
  }

  /** Somebody who has no account, and whom a link brought here. */
  Answer post(String path, Object body) throws InterruptedException {
    return read(
        answered(
            request(path)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json(body)))
                .build()));
  }

  Answer post(DemoIdentity.User user, String path, String key, Object body)
      throws InterruptedException {
    return write("POST", user, path, key, "application/json", json(body));
  }

  /** Agrees to what is read first, and to nothing that took its place since. */
  Answer approve(DemoIdentity.User user, String read, String path, String key, Object body)
      throws InterruptedException {
    String seen = get(user, read).expect(200, "read " + read).etag();
    return send(
        user,
        request(path)
            .header("Content-Type", "application/json; charset=UTF-8")
            .header("Idempotency-Key", key)
            .header("If-Match", seen)
            .POST(HttpRequest.BodyPublishers.ofByteArray(json(body))));
  }

  /** The same where what waits is read at an address and approved right below it. */
  Answer approve(DemoIdentity.User user, String waiting, String key) throws InterruptedException {
    return approve(user, waiting, waiting + "/approval", key, nothing());
  }

  Answer put(DemoIdentity.User user, String path, String key, Object body)
      throws InterruptedException {
    return write("PUT", user, path, key, "application/json", json(body));
  }

  Answer file(DemoIdentity.User user, String path, String key, String type, byte[] content)
      throws InterruptedException {
    return write("POST", user, path, key, type, content);
  }

  private Answer write(
      String method, DemoIdentity.User user, String path, String key, String type, byte[] content)
      throws InterruptedException {
    return send(
        user,
        request(path)
            .header("Content-Type", type + "; charset=UTF-8")
            .header("Idempotency-Key", key)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(content)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(20));
  }

  /** One part of a path, so that ids of any characters can stand in it. */
  static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Answer send(DemoIdentity.User user, HttpRequest.Builder request)
      throws InterruptedException {
    HttpResponse<byte[]> answer =
        answered(request.header("Authorization", "Bearer " + token(user)).build());
    return answer.statusCode() == HttpURLConnection.HTTP_ACCEPTED
        ? resultOf(user, answer.headers().firstValue("Location").orElseThrow())
        : read(answer);
  }

  private String token(DemoIdentity.User user) {
    return identity.token(acting.apply(user));
  }

  private HttpResponse<byte[]> answered(HttpRequest once) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    String last = "";
    while (Instant.now().isBefore(deadline)) {
      try {
        HttpResponse<byte[]> answer = http.send(once, HttpResponse.BodyHandlers.ofByteArray());
        // 502 and 503: a part is being restarted; 500: it died while it worked on this.
        if (answer.statusCode() < 500) {
          return answer;
        }
        last = answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        last = e.toString();
      }
      Thread.sleep(400);
    }
    throw new IllegalStateException(once.uri() + " 没有应答 does not answer: " + last);
  }

  private static Answer read(HttpResponse<byte[]> answer) {
    return new Answer(
        answer.statusCode(),
        body(answer.body()),
        new String(answer.body(), StandardCharsets.UTF_8),
        answer.headers().firstValue("ETag").orElse(""));
  }

  /** What takes longer than an answer may is answered at its job's address. */
  private Answer resultOf(DemoIdentity.User user, String job) throws InterruptedException {
    while (get(user, job).body().path("endedAt").isMissingNode()) {
      Thread.sleep(LOOK);
    }
    return get(user, job + "/result");
  }

  private static JsonNode body(byte[] raw) {
    boolean isJson = raw.length > 0 && (raw[0] == '{' || raw[0] == '[');
    try {
      return isJson ? JSON.readTree(raw) : JSON.createObjectNode();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] json(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static Map<String, Object> nothing() {
    return Map.of();
  }

  @Override
  public void close() {
    http.close();
  }
}
