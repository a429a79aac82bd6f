package cn.doublerandom.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Values for the members of a JSON Schema: mostly what it asks for, now and then what nobody would
 * expect. The same generator gives the same values.
 */
final class StrangeValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 6;
  private static final List<String> ODD_TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "示例\u0000",
          "\ud83d",
          "\udc00x",
          "\ufffd",
          "\u200b",
          "\u00a0",
          "\u202e",
          "\ufeff",
          "\t",
          "\n",
          "1",
          "0",
          "true",
          "null",
          "20230616",
          "2023-02-30",
          "0000-00-00",
          "9999-12-31",
          "+1000000000-01-01",
          "2023-06-16T00:00:00Z",
          "NaN",
          "9.11305E+17",
          "'",
          "\"",
          "\\",
          "%",
          "_",
          "{",
          "[",
          "..",
          "$(id)",
          "😀",
          "e\u0301",
          "ﷺ",
          "130534197001011234");
  private static final List<String> ODD_NUMBERS =
      List.of(
          "0", "-1", "3.9", "1e3", "99999999999999999999", "-0.0", "1e400", "2147483648", "0.1");
  private static final List<String> DAYS =
      List.of("2023-03-15", "2024-02-29", "1899-12-31", "2199-12-31", "2020-01-01", "1900-01-01");

  private final JsonNode document;
  private final List<String> known;
  private final RandomGenerator random;

  /**
   * @param document the OpenAPI document, for its references
   * @param known ids that may exist
   */
  StrangeValues(JsonNode document, List<String> known, RandomGenerator random) {
    this.document = document;
    this.known = known;
    this.random = random;
  }

  private boolean now(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** A value for the schema; strange with the chance given. */
  JsonNode value(JsonNode schema, int strangePercent) {
    return value(schema, strangePercent, 0);
  }

  private JsonNode value(JsonNode unresolved, int strange, int depth) {
    JsonNode schema = resolved(unresolved);
    if (depth > DEEPEST || now(strange)) {
      return anything(depth);
    } else if (schema.has("enum")) {
      JsonNode words = schema.path("enum");
      return words.get(random.nextInt(words.size()));
    } else if (schema.path("examples").size() > 0 && now(70)) {
      return schema.path("examples").get(0);
    }
    return switch (type(schema)) {
      case "object" -> object(schema, strange, depth);
      case "array" -> array(schema, strange, depth);
      case "integer" -> JSON.numberNode(random.nextInt(-2, 40));
      case "number" -> JSON.numberNode(random.nextInt(0, 1000));
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      default -> JSON.textNode(text(schema));
    };
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    if (!reference.isEmpty()) {
      return resolved(document.at(reference.substring(1)));
    }
    for (String choice : List.of("allOf", "anyOf", "oneOf")) {
      if (schema.path(choice).size() > 0) {
        return resolved(schema.path(choice).get(0));
      }
    }
    return schema;
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.get(0).asText() : type.asText("string");
  }

  private JsonNode object(JsonNode schema, int strange, int depth) {
    ObjectNode object = JSON.objectNode();
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      if (!now(4)) {
        object.set(member.getKey(), value(member.getValue(), strange, depth + 1));
      }
    }
    if (now(2)) {
      object.set(text(), anything(depth));
    }
    return object;
  }

  private JsonNode array(JsonNode schema, int strange, int depth) {
    ArrayNode array = JSON.arrayNode();
    int size = now(90) ? random.nextInt(3) : random.nextInt(40);
    for (int i = 0; i < size; i++) {
      array.add(value(schema.path("items"), strange, depth + 1));
    }
    return array;
  }

  private JsonNode anything(int depth) {
    return switch (random.nextInt(9)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(new java.math.BigDecimal(any(ODD_NUMBERS)));
      case 3 -> depth > DEEPEST ? JSON.nullNode() : JSON.arrayNode().add(anything(depth + 1));
      case 4 ->
          depth > DEEPEST ? JSON.nullNode() : JSON.objectNode().set(text(), anything(depth + 1));
      default -> JSON.textNode(text());
    };
  }

  private String text(JsonNode schema) {
    if (schema.path("format").asText().equals("date")) {
      return any(DAYS);
    } else if (schema.path("format").asText().equals("date-time")) {
      return any(DAYS) + "T08:00:00Z";
    }
    return now(40) ? any(known) : now(60) ? "示例" + random.nextInt(1000) : text();
  }

  /** A text with characters of any class of Unicode. */
  String text() {
    if (now(50)) {
      return any(ODD_TEXTS);
    }
    var text = new StringBuilder();
    int length = now(97) ? random.nextInt(1, 12) : random.nextInt(800);
    List<Integer> classes = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      classes.add(random.nextInt(31));
      text.appendCodePoint(ofClass(classes.get(i)));
    }
    return text.toString();
  }

  /** A code point of that general category, as far as one is found soon. */
  private int ofClass(int category) {
    int highest = random.nextBoolean() ? 0x3000 : Character.MAX_CODE_POINT;
    int found = 0;
    for (int attempt = 0; attempt < 200; attempt++) {
      found = random.nextInt(highest);
      if (Character.getType(found) == category) {
        return found;
      }
    }
    return found;
  }
}
