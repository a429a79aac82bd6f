package cn.doublerandom.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Calls a running suite with the token of one person, or with none. */
final class CeremonyClient implements CeremonySteps.Caller {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The office has answered no: nothing of what was sent holds. */
  static final class Declined extends IOException {
    private static final long serialVersionUID = 1L;

    Declined(String message) {
      super(message);
    }
  }

  private static final int REQUEST_TIMEOUT = 408;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final URI server;
  private final Optional<String> token;

  /**
   * @param token file that holds a bearer token; empty for a witness with a code
   */
  CeremonyClient(URI server, Optional<Path> token) throws IOException {
    if (server.getHost() == null || !String.valueOf(server.getScheme()).matches("https?")) {
      throw Refused.line(
          "--server 应为 http 或 https 网址，收到 " + server,
          "must be an address, as in http://localhost:8080");
    }
    if (token.isPresent()) {
      Given.file(token.get());
    }
    this.server = server;
    this.token =
        token.isPresent() ? Optional.of(Files.readString(token.get()).strip()) : Optional.empty();
  }

  @Override
  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  @Override
  public JsonNode post(String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).timeout(LIMIT);
    token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
    return request;
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    String text = new String(answer.body(), UTF_8);
    if (answer.statusCode() == HttpURLConnection.HTTP_ACCEPTED) {
      return resultOf(answer.headers().firstValue("Location").orElseThrow());
    }
    if (answer.statusCode() >= 300) {
      throw failure(answer.statusCode(), text);
    }
    return text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text);
  }

  /** What takes longer than an answer may is answered at its job's address. */
  private JsonNode resultOf(String job) throws IOException, InterruptedException {
    while (get(job).path("endedAt").isMissingNode()) {
      Thread.sleep(LOOK.toMillis());
    }
    return get(job + "/result");
  }

  /** An answer of a machine in trouble does not say whether the request was done. */
  private static IOException failure(int status, String text) {
    String told = refusal(status, text);
    return status < 500 && status != REQUEST_TIMEOUT ? new Declined(told) : new IOException(told);
  }

  /** The refusal as a person reads it: title, code, and when to come again. */
  private static String refusal(int status, String text) {
    try {
      JsonNode problem = JSON.readTree(text);
      String from = problem.path("context").path("from").asText("");
      return "%s（%s）%s"
          .formatted(
              problem.path("title").asText("拒绝 " + status),
              problem.path("code").asText(""),
              from.isEmpty() ? "" : "，不早于 " + from);
    } catch (IOException e) {
      return status + " " + text;
    }
  }
}
