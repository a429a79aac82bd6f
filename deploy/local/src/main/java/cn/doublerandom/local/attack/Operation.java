package cn.doublerandom.local.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/**
 * One operation of a service as its OpenAPI document declares it.
 *
 * @param roles who may; empty where everybody may
 * @param types content types of its body; empty where it has none
 * @param variables names of the variables of its address
 * @param document for what it refers to
 */
record Operation(
    String method,
    String path,
    Set<String> roles,
    List<String> types,
    List<String> variables,
    JsonNode declared,
    JsonNode document) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");
  private static final String DOCUMENT = "META-INF/quarkus-generated-openapi-doc.JSON";

  boolean isPublic() {
    return roles.isEmpty();
  }

  boolean reads() {
    return method.equals("GET");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }

  /** All operations of all services. */
  static List<Operation> of(Map<String, Path> documents) throws IOException {
    List<Operation> all = new ArrayList<>();
    for (Path jar : documents.values()) {
      try (var zip = new ZipFile(jar.toFile());
          InputStream document = zip.getInputStream(zip.getEntry(DOCUMENT))) {
        all.addAll(of(JSON.readTree(document)));
      }
    }
    return all;
  }

  static List<Operation> of(JsonNode document) {
    List<Operation> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (String method : METHODS) {
        JsonNode declared = path.getValue().path(method);
        if (!declared.isMissingNode()) {
          all.add(operation(method, path.getKey(), declared, document));
        }
      }
    }
    return all;
  }

  /** Its own security, or the document's where it says none. */
  private static Operation operation(
      String method, String path, JsonNode declared, JsonNode document) {
    Set<String> roles = new TreeSet<>();
    JsonNode security =
        declared.has("security") ? declared.path("security") : document.path("security");
    for (JsonNode requirement : security) {
      requirement.forEach(scopes -> scopes.forEach(role -> roles.add(role.asText())));
      if (!requirement.isEmpty() && roles.isEmpty()) {
        roles.add("signed-in");
      }
    }
    List<String> types = new ArrayList<>();
    declared.path("requestBody").path("content").fieldNames().forEachRemaining(types::add);
    List<String> variables = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.startsWith("{")) {
        variables.add(part.substring(1, part.indexOf('}')).replaceFirst(":.*", ""));
      }
    }
    return new Operation(
        method.toUpperCase(Locale.ROOT), path, roles, types, variables, declared, document);
  }
}
