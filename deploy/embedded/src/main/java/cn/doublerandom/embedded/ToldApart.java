package cn.doublerandom.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Whether an answer tells that an id exists where who asks may not look: every address of a
 * service's OpenAPI document that takes an id is asked for one that is somebody else's and, in the
 * same words, for one that is nobody's. What who asks has said himself may be said back to him.
 */
final class ToldApart {
  private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int ROUNDS = 3;
  private static final String HEX = "ab".repeat(32);
  private static final List<String> TOLD = List.of("ETag", "Location", "Content-Disposition");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final String bearer;
  private final JsonNode document;
  private final List<BorderOperation> operations = new ArrayList<>();

  /**
   * @param server scheme, host and port; paths of the document follow
   * @param bearer header of a user who may do everything in a bureau of his own
   */
  ToldApart(URI server, String openApiPath, String bearer)
      throws IOException, InterruptedException {
    this.server = server;
    this.bearer = bearer;
    this.document =
        JSON.readTree(
            client
                .send(
                    HttpRequest.newBuilder(server.resolve(openApiPath + "?format=json")).build(),
                    HttpResponse.BodyHandlers.ofString())
                .body());
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (String method : METHODS) {
        if (path.getValue().has(method) && path.getKey().contains("{")) {
          operations.add(new BorderOperation(method, path.getKey(), path.getValue().path(method)));
        }
      }
    }
  }

  /** How many addresses take an id. */
  int addresses() {
    return operations.size();
  }

  /**
   * Where one was answered otherwise than the other, with both answers.
   *
   * @param theirs that exists, and is not of who asks
   * @param nobodys of the same form
   */
  List<String> by(String theirs, String nobodys) throws IOException, InterruptedException {
    List<String> apart = new ArrayList<>();
    for (BorderOperation operation : operations) {
      for (int round = 0; round < (operation.method().equals("get") ? 1 : ROUNDS); round++) {
        Optional<String> found = apart(operation, theirs, nobodys, round);
        if (found.isPresent()) {
          apart.add(found.get());
          break;
        }
      }
    }
    return apart;
  }

  private Optional<String> apart(
      BorderOperation operation, String theirs, String nobodys, int round)
      throws IOException, InterruptedException {
    String first = said(operation, theirs, round);
    String second = said(operation, nobodys, round);
    return first.equals(second)
        ? Optional.empty()
        : Optional.of(
            "%s of %s → %s%n  of %s → %s".formatted(operation, theirs, first, nobodys, second));
  }

  /** The answer, with «id» wherever it names what was asked for. */
  private String said(BorderOperation operation, String id, int round)
      throws IOException, InterruptedException {
    var random = new SplittableRandom(operation.toString().hashCode() * 31L + round);
    var values = new StrangeValues(document, List.of(id), random);
    var request =
        HttpRequest.newBuilder(URI.create(server + address(operation, id)))
            .timeout(LONGEST)
            .header("Authorization", bearer);
    if (operation.declared().has("x-read-at")) {
      request.header("If-Match", "\"v1\"");
    }
    JsonNode contents = operation.declared().path("requestBody").path("content");
    String body = "";
    if (contents.has("application/json")) {
      request.header("Content-Type", "application/json");
      body = json(values, contents.path("application/json").path("schema"));
    } else if (!contents.isEmpty()) {
      request.header("Content-Type", contents.fieldNames().next());
      body = "示例";
    }
    HttpResponse<String> answer =
        client.send(
            request
                .method(
                    operation.method().toUpperCase(Locale.ROOT),
                    HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    var told = new StringBuilder().append(answer.statusCode());
    TOLD.forEach(name ->
        answer.headers().firstValue(name).ifPresent(value -> told.append(' ').append(value)));
    return told.append(' ')
        .append(answer.body())
        .toString()
        .replace(encoded(id), "«id»")
        .replace(id, "«id»");
  }

  private static String json(StrangeValues values, JsonNode schema) throws JsonProcessingException {
    return JSON.writeValueAsString(values.value(schema, 0));
  }

  /** The id in every place that could be one; a number, a word or a hash where those are asked. */
  private String address(BorderOperation operation, String id) {
    String path = operation.path();
    for (JsonNode parameter : operation.declared().path("parameters")) {
      if (parameter.path("in").asText().equals("path")) {
        path =
            path.replace(
                "{" + parameter.path("name").asText() + "}",
                encoded(place(parameter.path("schema"), id)));
      }
    }
    return path.replaceAll("\\{[^}]*}", encoded(id));
  }

  private String place(JsonNode declared, String id) {
    String reference = declared.path("$ref").asText();
    JsonNode schema = reference.isEmpty() ? declared : document.at(reference.substring(1));
    String pattern = schema.path("pattern").asText();
    if (schema.path("enum").size() > 0) {
      return schema.path("enum").get(0).asText();
    } else if (schema.path("type").asText().equals("integer")) {
      return schema.path("minimum").asText("1");
    }
    return !pattern.isEmpty() && !id.matches(pattern) && HEX.matches(pattern) ? HEX : id;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
