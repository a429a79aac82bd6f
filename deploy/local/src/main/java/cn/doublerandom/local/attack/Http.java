package cn.doublerandom.local.attack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** HTTP/1 as an ordinary client speaks it. Told to come again, it waits and does. */
final class Http implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int MOST_CHARACTERS = 1_000_000;
  private static final int TIMES = 6;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI server;

  Http(URI server) {
    this.server = server;
  }

  /**
   * A request to the one origin.
   *
   * @param token empty where nobody is signed in
   */
  record Request(
      String method,
      String path,
      String token,
      Map<String, String> headers,
      HttpRequest.BodyPublisher body) {
    static Request get(String path, String token) {
      return new Request("GET", path, token, Map.of(), HttpRequest.BodyPublishers.noBody());
    }

    static Request json(String method, String path, String token, String body) {
      return new Request(
          method,
          path,
          token,
          Map.of("Content-Type", "application/json"),
          HttpRequest.BodyPublishers.ofString(body));
    }
  }

  /** Sends it once, and again where a limit of rates says to wait. */
  Answer patiently(Request request) throws InterruptedException {
    Answer answer = once(request);
    for (int again = 1; answer.status() == 429 && again < TIMES; again++) {
      Thread.sleep(answer.pauseMillis());
      answer = once(request);
    }
    return answer;
  }

  Answer once(Request request) throws InterruptedException {
    var builder =
        HttpRequest.newBuilder(URI.create(server + request.path()))
            .timeout(LONGEST)
            .method(request.method(), request.body());
    request.headers().forEach(builder::header);
    if (!request.token().isEmpty()) {
      builder.header("Authorization", "Bearer " + request.token());
    }
    long began = System.nanoTime();
    try {
      HttpResponse<byte[]> answer =
          client.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
      return told(answer, millis(began));
    } catch (IOException e) {
      return new Answer(Answer.NONE, "", e.toString(), millis(began));
    }
  }

  private static long millis(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }

  private static Answer told(HttpResponse<byte[]> answer, long millis) {
    StringBuilder head = new StringBuilder();
    for (Map.Entry<String, List<String>> header : answer.headers().map().entrySet()) {
      header
          .getValue()
          .forEach(v ->
              head.append(header.getKey().toLowerCase(Locale.ROOT))
                  .append(": ")
                  .append(v)
                  .append('\n'));
    }
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    return new Answer(
        answer.statusCode(),
        head.toString(),
        body.substring(0, Math.min(body.length(), MOST_CHARACTERS)),
        millis);
  }

  @Override
  public void close() {
    client.close();
  }
}
