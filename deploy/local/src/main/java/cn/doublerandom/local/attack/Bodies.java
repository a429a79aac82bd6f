package cn.doublerandom.local.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Bodies as a schema asks for them, with one word wherever a text may stand. */
final class Bodies {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 8;

  private Bodies() {}

  static JsonNode of(Operation operation, String word) {
    JsonNode schema =
        operation.declared().at("/requestBody/content").path("application/json").path("schema");
    return value(operation.document(), schema, word, 0);
  }

  private static JsonNode value(JsonNode document, JsonNode unresolved, String word, int depth) {
    JsonNode schema = resolved(document, unresolved);
    if (depth > DEEPEST) {
      return JSON.nullNode();
    } else if (schema.has("enum")) {
      return schema.path("enum").get(0);
    }
    return switch (type(schema)) {
      case "object" -> {
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
          object.set(member.getKey(), value(document, member.getValue(), word, depth + 1));
        }
        yield object;
      }
      case "array" -> {
        ArrayNode array = JSON.arrayNode();
        yield array.add(value(document, schema.path("items"), word, depth + 1));
      }
      case "integer", "number" -> JSON.numberNode(1);
      case "boolean" -> JSON.booleanNode(true);
      default -> JSON.textNode(text(schema, word));
    };
  }

  private static String text(JsonNode schema, String word) {
    return switch (schema.path("format").asText()) {
      case "date" -> "2023-06-16";
      case "date-time" -> "2023-06-16T08:00:00Z";
      default -> word;
    };
  }

  private static JsonNode resolved(JsonNode document, JsonNode schema) {
    String reference = schema.path("$ref").asText();
    if (!reference.isEmpty()) {
      return resolved(document, document.at(reference.substring(1)));
    }
    for (String choice : List.of("allOf", "anyOf", "oneOf")) {
      if (!schema.path(choice).isEmpty()) {
        return resolved(document, schema.path(choice).get(0));
      }
    }
    return schema;
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.get(0).asText() : type.asText("string");
  }
}
