package cn.doublerandom.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a stranger may expect of an OpenAPI document of ours; {@code docs/openapi.md} lists the
 * rules. Most of them are those common linters recommend, some are our own.
 */
public final class OpenApiRules {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_.~-]+");
  private static final Pattern INSIDE =
      Pattern.compile(
          "cn\\.doublerandom|java\\.|io\\.quarkus|jakarta\\.|JsonNode|TemplateInstance|[a-z]Resource\\b");
  private static final Pattern APPROVAL = Pattern.compile(".*[/-]approvals?");
  private static final String PROBLEM = "application/problem+json";

  private final JsonNode document;
  private final Set<String> inside;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private OpenApiRules(JsonNode document, Set<String> inside) {
    this.document = document;
    this.inside = inside;
  }

  /**
   * What is wrong with a document, in words; empty where nothing is.
   *
   * @param inside names of our own types that no schema may have
   */
  public static List<String> faults(JsonNode document, Set<String> inside) {
    var rules = new OpenApiRules(document, inside);
    rules.head();
    rules.paths();
    rules.references();
    rules.names();
    rules.sentences();
    return rules.faults;
  }

  /** Simple names of the compiled types that are not made for the border. */
  public static Set<String> typesInside(Path classes) throws IOException {
    Set<String> within = new TreeSet<>();
    Set<String> outside = new TreeSet<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name = file.getFileName().toString().replaceAll("\\.class$|.*\\$(?=[A-Z])", "");
        boolean isOutside = String.valueOf(file.getParent()).endsWith("rest");
        (isOutside ? outside : within).add(name.replaceAll("\\.class$", ""));
      }
    }
    within.removeAll(outside);
    return within;
  }

  private void expect(boolean holds, String otherwise) {
    if (!holds) {
      faults.add(otherwise);
    }
  }

  /** Whether somebody agrees there to what another asked for. */
  static boolean isApproval(String path) {
    return APPROVAL.matcher(path).matches();
  }

  private void head() {
    JsonNode info = document.path("info");
    for (String member : List.of("title", "version", "license")) {
      expect(!info.path(member).isEmpty() || info.path(member).isTextual(), "info: no " + member);
    }
    expect(!info.path("license").path("name").asText().isBlank(), "info: the license has no name");
    JsonNode license = info.path("license");
    expect(
        license.has("identifier") != license.has("url"),
        "info: the license needs an SPDX identifier or a url, not both: " + license);
    expect(document.path("openapi").asText().startsWith("3.1"), "not OpenAPI 3.1");
    expect(!document.path("servers").isEmpty(), "no server");
    for (JsonNode server : document.path("servers")) {
      String url = server.path("url").asText();
      expect(
          url.equals("/") || !(url.isEmpty() || url.endsWith("/") || url.contains("example")),
          "server: " + url);
    }
    for (JsonNode tag : document.path("tags")) {
      expect(!tag.path("description").asText().isBlank(), "tag without words: " + tag);
    }
  }

  private void paths() {
    Set<String> shapes = new HashSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      String at = path.getKey();
      expect(shapes.add(PLACE.matcher(at).replaceAll("{}")), at + ": twice");
      expect(!at.endsWith("/") && !at.contains("?"), at + ": ends with / or has a query");
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operation(method.getKey() + " " + at, at, method.getKey(), method.getValue());
        }
      }
    }
  }

  private void operation(String name, String path, String method, JsonNode operation) {
    String id = operation.path("operationId").asText();
    expect(SAFE.matcher(id).matches(), name + ": operationId " + id);
    expect(ids.add(id), name + ": operationId twice: " + id);
    expect(!operation.path("summary").asText().isBlank(), name + ": no summary");
    expect(!operation.path("tags").isEmpty(), name + ": no tag");
    security(name, operation);
    parameters(name, path, operation);
    if (method.equals("post") && isApproval(path)) {
      approval(name, path, operation);
    }
    boolean succeeds = false;
    boolean refuses = false;
    for (Map.Entry<String, JsonNode> answer : operation.path("responses").properties()) {
      succeeds |= answer.getKey().matches("[23]..");
      refuses |= answer.getKey().startsWith("4");
      JsonNode meant = resolved(answer.getValue());
      String at = name + " " + answer.getKey();
      expect(!meant.path("description").asText().isBlank(), at + ": no description");
      expect(
          !answer.getKey().matches("[45]..") || meant.path("content").has(PROBLEM),
          at + ": no " + PROBLEM);
    }
    expect(succeeds, name + ": no answer of success");
    expect(refuses, name + ": no 4xx");
    expect(operation.path("responses").has("500"), name + ": no 500");
    // Whoever asks too often is told so by the gateway, whatever he asks for.
    for (String again : List.of("429", "503")) {
      JsonNode meant = resolved(operation.path("responses").path(again));
      expect(meant.path("headers").has("Retry-After"), name + ": no " + again + " that says when");
    }
    boolean takesNothing = method.equals("get") && operation.has("requestBody");
    expect(!takesNothing, name + ": a body that a GET may not have");
  }

  /**
   * Who agrees names what he has read: the ETag of an address he may read. A batch is named by its
   * name.
   */
  private void approval(String name, String path, JsonNode operation) {
    if (operation.path("x-named-by").asText().equals("batch")) {
      expect(path.endsWith("/{batch}/approval"), name + ": no name of a batch in the path");
      return;
    }
    boolean demands =
        StreamSupport.stream(operation.path("parameters").spliterator(), false)
            .map(this::resolved)
            .anyMatch(
                p -> p.path("name").asText().equals("If-Match") && p.path("required").asBoolean());
    expect(demands, name + ": does not demand If-Match");
    expect(operation.path("responses").has("428"), name + ": no 428");
    expect(operation.path("responses").has("412"), name + ": no 412");
    String root = path.substring(0, path.indexOf("/api/"));
    JsonNode read =
        document.path("paths").path(root + operation.path("x-read-at").asText()).path("get");
    expect(
        resolved(read.path("responses").path("200")).path("headers").has("ETag"),
        name + ": no ETag at " + operation.path("x-read-at"));
    expect(
        read.path("security").isEmpty() || roles(read).containsAll(roles(operation)),
        name + ": who approves may not read " + operation.path("x-read-at"));
  }

  private static Set<String> roles(JsonNode operation) {
    Set<String> roles = new TreeSet<>();
    operation
        .path("security")
        .forEach(requirement ->
            requirement.forEach(names -> names.forEach(role -> roles.add(role.asText()))));
    return roles;
  }

  private void security(String name, JsonNode operation) {
    expect(operation.has("security") || document.has("security"), name + ": no security");
    JsonNode schemes = document.path("components").path("securitySchemes");
    for (JsonNode requirement : operation.path("security")) {
      requirement
          .fieldNames()
          .forEachRemaining(s -> expect(schemes.has(s), name + ": unknown scheme " + s));
      expect(operation.path("responses").has("401"), name + ": no 401");
      expect(operation.path("responses").has("403"), name + ": no 403");
    }
  }

  private void parameters(String name, String path, JsonNode operation) {
    Set<String> declared = new HashSet<>();
    for (JsonNode given : operation.path("parameters")) {
      JsonNode parameter = resolved(given);
      String in = parameter.path("in").asText();
      String called = parameter.path("name").asText();
      expect(declared.add(in + " " + called), name + ": parameter twice: " + called);
      expect(parameter.has("schema"), name + ": parameter without schema: " + called);
      expect(
          !in.equals("path") || parameter.path("required").asBoolean(),
          name + ": optional in the path: " + called);
    }
    Matcher place = PLACE.matcher(path);
    Set<String> places = new HashSet<>();
    while (place.find()) {
      places.add("path " + place.group(1));
    }
    declared.removeIf(parameter -> !parameter.startsWith("path "));
    expect(declared.equals(places), name + ": path has " + places + ", declared " + declared);
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  private void references() {
    Set<String> used = new TreeSet<>();
    for (JsonNode reference : document.findValues("$ref")) {
      String to = reference.asText();
      expect(to.startsWith("#/"), "a reference that leads outside: " + to);
      expect(!document.at(to.substring(1)).isMissingNode(), "a reference to nothing: " + to);
      used.add(to);
    }
    for (String kind : List.of("schemas", "responses", "parameters", "headers")) {
      document
          .path("components")
          .path(kind)
          .fieldNames()
          .forEachRemaining(component ->
              expect(
                  used.contains("#/components/" + kind + "/" + component),
                  kind + ": nothing refers to " + component));
    }
    for (JsonNode schema : document.findParents("required")) {
      if (schema.has("properties")) {
        for (JsonNode member : schema.path("required")) {
          expect(schema.path("properties").has(member.asText()), "required, not there: " + member);
        }
      }
    }
  }

  private void names() {
    document
        .path("components")
        .path("schemas")
        .fieldNames()
        .forEachRemaining(
            schema -> expect(!inside.contains(schema), "a type of ours is a schema: " + schema));
    Stream.concat(texts(document), document.findValuesAsText("operationId").stream())
        .filter(text -> INSIDE.matcher(text).find())
        .forEach(text -> faults.add("a name from inside: " + text));
  }

  /** What people read has no regular expression in it; {@code pattern} is for programs. */
  private void sentences() {
    for (String member : List.of("title", "summary", "description")) {
      document
          .findValues(member)
          .forEach(text ->
              expect(
                  !ProblemWords.hasExpression(text.asText()),
                  "an expression in a sentence: " + text));
    }
  }

  private static Stream<String> texts(JsonNode node) {
    if (node.isTextual()) {
      return Stream.of(node.asText());
    }
    Stream<String> names =
        StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false);
    return Stream.concat(
        names, StreamSupport.stream(node.spliterator(), false).flatMap(OpenApiRules::texts));
  }
}
