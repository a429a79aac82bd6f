package cn.doublerandom.servicekit.openapi;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Walks the schemas of a document. */
final class Schemas {
  private static final String PREFIX = "#/components/schemas/";

  private Schemas() {}

  /** The component a schema refers to, by itself or as one of its choices. */
  static @Nullable String component(Schema schema) {
    String reference = schema.getRef();
    if (reference != null) {
      return reference.substring(reference.lastIndexOf('/') + 1);
    }
    return choices(schema)
        .map(Schema::getRef)
        .filter(r -> r != null)
        .map(r -> r.substring(r.lastIndexOf('/') + 1))
        .findFirst()
        .orElse(null);
  }

  static String reference(String component) {
    return PREFIX + component;
  }

  static Stream<Operation> operations(OpenAPI document) {
    return document.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream());
  }

  /** Every schema of the document once, wherever it stands. */
  static void each(OpenAPI document, Consumer<Schema> visitor) {
    Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    orEmpty(document.getComponents().getSchemas()).values().forEach(s -> walk(s, visitor, seen));
    operations(document)
        .forEach(operation -> roots(operation).forEach(s -> walk(s, visitor, seen)));
  }

  private static Stream<Schema> roots(Operation operation) {
    Stream<Schema> parameters =
        operation.getParameters() == null
            ? Stream.empty()
            : operation.getParameters().stream()
                .flatMap(parameter -> Stream.ofNullable(parameter.getSchema()));
    Stream<Schema> body =
        operation.getRequestBody() == null
            ? Stream.empty()
            : of(operation.getRequestBody().getContent());
    Stream<Schema> answers =
        operation.getResponses().getAPIResponses().values().stream()
            .flatMap(answer -> of(answer.getContent()));
    return Stream.of(parameters, body, answers).flatMap(all -> all);
  }

  /** The schemas of a content, one for each media type. */
  static Stream<Schema> of(@Nullable Content content) {
    return content == null
        ? Stream.empty()
        : content.getMediaTypes().values().stream()
            .flatMap(type -> Stream.ofNullable(type.getSchema()));
  }

  private static void walk(Schema schema, Consumer<Schema> visitor, Set<Schema> seen) {
    if (seen.add(schema)) {
      orEmpty(schema.getProperties()).values().forEach(s -> walk(s, visitor, seen));
      Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema(), schema.getNot())
          .flatMap(Stream::ofNullable)
          .forEach(s -> walk(s, visitor, seen));
      choices(schema).forEach(s -> walk(s, visitor, seen));
      visitor.accept(schema);
    }
  }

  private static Stream<Schema> choices(Schema schema) {
    return Stream.of(
            orEmpty(schema.getAnyOf()), orEmpty(schema.getAllOf()), orEmpty(schema.getOneOf()))
        .flatMap(Collection::stream);
  }

  private static List<Schema> orEmpty(@Nullable List<Schema> schemas) {
    return schemas == null ? List.of() : schemas;
  }

  static Map<String, Schema> orEmpty(@Nullable Map<String, Schema> schemas) {
    return schemas == null ? Map.of() : schemas;
  }
}
