package cn.doublerandom.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Sends strange requests to every address of a service's OpenAPI document and says which answers no
 * client could live with: a broken service, nothing at all, a status nobody was told of. Request
 * {@code n} of a seed is always the same.
 */
public final class BorderRun {
  private static final List<String> METHODS = List.of("post", "put", "delete", "patch", "get");
  private static final int STRANGE_PERCENT = 12;
  private static final int NAMED_VERSIONS = 4;
  private static final Pattern REFUSED_PATH =
      Pattern.compile("(?i)%3b|%2f|%5c|%2e|%00|~|%7e|//|/\\.{1,2}(/|\\?|$)");
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final String JSON_SCHEMA = "/application~1json/schema";

  /** What the framework has readers of its own for, and what it has none for. */
  private static final List<String> OTHER_TYPES =
      List.of(
          "text/plain",
          "text/json",
          "application/octet-stream",
          "application/merge-patch+json",
          "application/x-www-form-urlencoded",
          "application/xml");

  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final ObjectMapper ESCAPED =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final String bearer;
  private final JsonNode document;
  private final List<String> known;
  private final List<BorderOperation> writing = new ArrayList<>();
  private final List<BorderOperation> reading = new ArrayList<>();
  private final BorderVerdicts verdicts;

  /**
   * @param server scheme, host and port; paths of the document follow
   * @param bearer header of a user who may do everything
   * @param known ids that may exist
   */
  public BorderRun(URI server, String openApiPath, String bearer, List<String> known)
      throws IOException, InterruptedException {
    this.server = server;
    this.bearer = bearer;
    this.known = List.copyOf(known);
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(server.resolve(openApiPath + "?format=json")).build(),
            HttpResponse.BodyHandlers.ofString());
    this.document = PLAIN.readTree(answer.body());
    this.verdicts = new BorderVerdicts(document);
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (String method : METHODS) {
        if (path.getValue().has(method)) {
          var operation = new BorderOperation(method, path.getKey(), path.getValue().path(method));
          (method.equals("get") ? reading : writing).add(operation);
        }
      }
    }
  }

  /** The document itself. */
  public JsonNode document() {
    return document;
  }

  /** How many addresses are written to. */
  public int writingAddresses() {
    return writing.size();
  }

  /** Answers no client could live with, with what was asked. */
  public List<String> faults() {
    return verdicts.faults();
  }

  /** Statuses seen that the document does not declare, by operation. */
  public List<String> undeclared() {
    return verdicts.undeclared();
  }

  /** How often each status came. */
  public Map<String, Integer> statuses() {
    return verdicts.statuses();
  }

  /** Sends so many requests, each address of the document in turn. */
  public void send(long seed, int requests) throws IOException, InterruptedException {
    for (int n = 0; n < requests; n++) {
      var random = new SplittableRandom(seed * 1_000_003 + n);
      boolean reads = n % 6 == 5;
      List<BorderOperation> from = reads ? reading : writing;
      send(
          from.get((reads ? n / 6 : n) % from.size()),
          random,
          "seed %d, request %d".formatted(seed, n));
    }
  }

  /**
   * Sends what each address takes under every name it does not declare, and says where it was not
   * refused for that: a body that is read as what it was not called, or the other way round.
   */
  public List<String> readUnderOtherNames() throws IOException, InterruptedException {
    List<String> read = new ArrayList<>();
    for (BorderOperation operation : writing) {
      JsonNode contents = operation.declared().path("requestBody").path("content");
      if (!contents.has("application/json")) {
        continue;
      }
      var random = new SplittableRandom(operation.hashCode());
      var values = new StrangeValues(document, known, random);
      String text = PLAIN.writeValueAsString(values.value(contents.at(JSON_SCHEMA), 0));
      for (String type : OTHER_TYPES) {
        HttpRequest request =
            HttpRequest.newBuilder(
                    URI.create(server + operation.path().replaceAll("\\{[^}]*}", known.getFirst())))
                .timeout(LONGEST)
                .header("Authorization", bearer)
                .header("Content-Type", type)
                .method(
                    operation.method().toUpperCase(Locale.ROOT),
                    HttpRequest.BodyPublishers.ofString(text))
                .build();
        HttpResponse<String> answer = answer(request);
        if (answer.statusCode() != 415 || !BorderVerdicts.names(answer.body(), 415)) {
          read.add(operation + " " + type + " → " + answer.statusCode() + " " + answer.body());
        }
      }
    }
    return read;
  }

  private void send(BorderOperation operation, RandomGenerator random, String name)
      throws IOException, InterruptedException {
    var values = new StrangeValues(document, known, random);
    String address = address(operation, values, random);
    var request = HttpRequest.newBuilder(URI.create(server + address));
    request.timeout(LONGEST).header("Authorization", bearer);
    // Such a path is refused before the body is read, which may end the connection under it.
    boolean endsEarly = REFUSED_PATH.matcher(address).find();
    Content content = endsEarly ? new Content("", "") : content(operation, values, random);
    if (!content.type().isEmpty()) {
      request.header("Content-Type", content.type());
    }
    if (random.nextInt(10) == 0) {
      request.header(
          "Accept",
          List.of("text/x", "*", "application/xml", "a/b;q=9", "text/html").get(random.nextInt(5)));
      request.header(
          "Accept-Language", List.of("!!", "en", "zh-CN,zh;q=0.9", "x;q=q").get(random.nextInt(4)));
      request.header("Idempotency-Key", "b" + random.nextInt(50));
    }
    // An approval that names nothing is refused before anything else is looked at.
    if (operation.declared().has("x-read-at")) {
      request.header("If-Match", "\"v" + random.nextInt(NAMED_VERSIONS) + "\"");
    }
    request.method(
        operation.method().toUpperCase(Locale.ROOT),
        HttpRequest.BodyPublishers.ofString(content.text(), StandardCharsets.UTF_8));
    verdicts.judge(operation, answer(request.build()), name + ": " + content.text());
  }

  /** A connection that the server has ended may be met once. */
  private HttpResponse<String> answer(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private String address(BorderOperation operation, StrangeValues values, RandomGenerator random) {
    String path = operation.path();
    var query = new StringBuilder();
    for (JsonNode parameter : operation.declared().path("parameters")) {
      String name = parameter.path("name").asText();
      JsonNode drawn = values.value(parameter.path("schema"), STRANGE_PERCENT);
      String value = drawn.isValueNode() ? drawn.asText() : drawn.toString();
      if (parameter.path("in").asText().equals("path")) {
        path = path.replace("{" + name + "}", encoded(value.isEmpty() ? "-" : value));
      } else if (parameter.path("in").asText().equals("query") && random.nextInt(3) > 0) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(encoded(value));
      }
    }
    if (random.nextInt(40) == 0) {
      query.append(query.isEmpty() ? '?' : '&').append("nobody=knows");
    }
    return path + query;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private record Content(String type, String text) {}

  private static Content content(
      BorderOperation operation, StrangeValues values, RandomGenerator random)
      throws JsonProcessingException {
    JsonNode contents = operation.declared().path("requestBody").path("content");
    List<String> types = new ArrayList<>();
    contents.fieldNames().forEachRemaining(types::add);
    if (types.isEmpty()) {
      return new Content("", random.nextInt(10) == 0 ? values.text() : "");
    }
    String type = types.get(random.nextInt(types.size()));
    String told =
        random.nextInt(40) == 0 ? List.of("text/nobody", ";;").get(random.nextInt(2)) : type;
    if (!type.startsWith("application/json")) {
      return new Content(told, values.text() + "," + values.text() + "\n" + values.text());
    }
    ObjectMapper json = random.nextBoolean() ? ESCAPED : PLAIN;
    String text =
        json.writeValueAsString(
            values.value(contents.path(type).path("schema"), STRANGE_PERCENT / 4));
    return switch (random.nextInt(60)) {
      case 0 -> new Content(told, "");
      case 1 -> new Content(told, text.substring(0, text.length() / 2));
      case 2 -> new Content(told, text + " " + text);
      case 3 -> new Content(told, text.replaceFirst("\\{", "{\"a\":1,\"a\":2,"));
      default -> new Content(told, text);
    };
  }
}
