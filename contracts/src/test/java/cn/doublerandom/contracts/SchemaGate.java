package cn.doublerandom.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What others may rely on for ever: a schema that was released may only gain members that need not
 * be there, and values of an enumeration. Anything else is a new version of the event.
 */
final class SchemaGate {
  private static final Set<String> WORDS = Set.of("title", "description", "$comment", "examples");

  private SchemaGate() {}

  /** What of the released schema today's breaks; empty where nothing. */
  static List<String> breaks(JsonNode released, JsonNode today) {
    List<String> breaks = new ArrayList<>();
    compare("", released, today, breaks);
    return breaks;
  }

  private static void compare(String path, JsonNode released, JsonNode today, List<String> breaks) {
    var keywords = new TreeSet<String>();
    released.fieldNames().forEachRemaining(keywords::add);
    today.fieldNames().forEachRemaining(keywords::add);
    keywords.removeAll(WORDS);
    for (String keyword : keywords) {
      JsonNode before = released.path(keyword);
      JsonNode now = today.path(keyword);
      switch (keyword) {
        case "properties", "$defs" -> members(path, before, now, breaks);
        case "items" -> compare(path + "[]", before, now, breaks);
        case "required" -> {
          if (!names(before).equals(names(now))) {
            breaks.add(path + ": required was " + names(before) + " and is " + names(now));
          }
        }
        case "enum" -> {
          if (!names(now).containsAll(names(before))) {
            breaks.add(path + ": a value of its enumeration is gone");
          }
        }
        default -> {
          if (!before.equals(now)) {
            breaks.add(path + ": " + keyword + " was " + before + " and is " + now);
          }
        }
      }
    }
  }

  private static void members(String path, JsonNode before, JsonNode now, List<String> breaks) {
    before
        .properties()
        .forEach(member -> {
          String below = path + "." + member.getKey();
          if (now.has(member.getKey())) {
            compare(below, member.getValue(), now.get(member.getKey()), breaks);
          } else {
            breaks.add(below + ": is gone");
          }
        });
  }

  private static Set<String> names(JsonNode list) {
    var names = new TreeSet<String>();
    list.forEach(name -> names.add(name.asText()));
    return names;
  }
}
