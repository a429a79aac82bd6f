package cn.doublerandom.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is wrong with answers, measured by the OpenAPI document they belong to. */
final class BorderVerdicts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Integer> statuses = new TreeMap<>();
  private final TreeSet<String> undeclared = new TreeSet<>();

  BorderVerdicts(JsonNode document) {
    this.document = document;
  }

  /** Answers no client could live with, with what was asked. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Statuses seen that the document does not declare, by operation. */
  List<String> undeclared() {
    return List.copyOf(undeclared);
  }

  /** How often each status came. */
  Map<String, Integer> statuses() {
    return new TreeMap<>(statuses);
  }

  void judge(BorderOperation operation, HttpResponse<String> answer, String asked) {
    int status = answer.statusCode();
    statuses.merge(Integer.toString(status), 1, Integer::sum);
    String type = answer.headers().firstValue("Content-Type").orElse("");
    String line =
        "%s %s → %d %s: %s"
            .formatted(operation, answer.uri().getRawQuery(), status, answer.body(), asked);
    if (status >= 500) {
      faults.add("broken: " + line);
    } else if (status >= 400 && type.contains("json") && !ProblemWords.areIn(answer.body())) {
      faults.add("an expression or an empty name in a sentence: " + line);
    } else if (status >= 400 && !isTold(operation, answer, type)) {
      faults.add("no problem document: " + line);
    } else if (status < 400 && status != 204 && status != 202 && answer.body().isEmpty()) {
      faults.add("empty: " + line);
    }
    declared(operation, answer, type);
  }

  /** The status, the type of the content and the version must stand in the document. */
  private void declared(BorderOperation operation, HttpResponse<String> answer, String type) {
    String status = Integer.toString(answer.statusCode());
    JsonNode told = operation.declared().path("responses").path(status);
    String reference = told.path("$ref").asText();
    JsonNode meant = reference.isEmpty() ? told : document.at(reference.substring(1));
    boolean isPage = type.startsWith("text/html") && answer.statusCode() >= 400;
    String media = type.replaceAll(";.*", "").strip();
    if (told.isMissingNode()) {
      undeclared.add(operation + " " + status);
    } else if (!media.isEmpty() && !isPage && !isListed(meant.path("content"), media)) {
      undeclared.add(operation + " " + status + " " + media);
    } else if (answer.headers().firstValue("ETag").isPresent()
        && !meant.at("/headers").has("ETag")) {
      undeclared.add(operation + " " + status + " ETag");
    }
  }

  private static boolean isListed(JsonNode content, String media) {
    for (Map.Entry<String, JsonNode> type : content.properties()) {
      if (type.getKey().replaceAll(";.*", "").strip().equalsIgnoreCase(media)) {
        return true;
      }
    }
    return false;
  }

  /** Programs are told by a problem document, readers of a page by a page. */
  private static boolean isTold(
      BorderOperation operation, HttpResponse<String> answer, String type) {
    boolean asksForPage =
        answer.request().headers().allValues("Accept").contains("text/html")
            || !operation.path().contains("/api/");
    if (asksForPage && type.startsWith("text/html")) {
      return answer.body().contains(wordOf(answer.statusCode()));
    }
    return type.startsWith("application/problem+json") && names(answer.body(), answer.statusCode());
  }

  /** The code that always goes with a status; empty where there are several. */
  private static String wordOf(int status) {
    return switch (status) {
      case 405 -> "method-not-allowed";
      case 406 -> "not-acceptable";
      case 415 -> "type-not-taken";
      default -> "";
    };
  }

  static boolean names(String body, int status) {
    try {
      String code = JSON.readTree(body).path("code").asText();
      return wordOf(status).isEmpty()
          ? !code.isEmpty() && (status == 400 || !code.equals("malformed-request"))
          : code.equals(wordOf(status));
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
