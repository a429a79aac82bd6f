package cn.doublerandom.local.attack;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Addresses filled with the ids of the office, or with those of another. */
final class Addresses {
  /** Of a bureau next door, by the same rules of numbering. */
  private static final Map<String, String> FOREIGN =
      Map.ofEntries(
          Map.entry("drawId", "130535-2023009-009-7"),
          Map.entry("visitId", "130535-2023009-009-7-91130535MA00000000"),
          Map.entry("planKey", "130535-2023"),
          Map.entry("resultId", "130535-2023009-009-7-91130535MA00000000"),
          Map.entry("programmeId", "130535-2023009-009"),
          Map.entry("bulletinId", "130535-2023-9"),
          Map.entry("task", "2099009-009"),
          Map.entry("unit", "临西县交通运输局"),
          Map.entry("subject", "91130535MA00000000"),
          Map.entry("inspector", "LX001"),
          Map.entry("code", "LX-99"),
          Map.entry("item", "LX-99"),
          Map.entry("id", "LX-99"),
          Map.entry("lead", "2099009-009"),
          Map.entry("version", "LX-99"),
          Map.entry("other", "LX-98"),
          Map.entry("name", "nothing"),
          Map.entry("path", "0/000"),
          Map.entry("point", "nothing"),
          Map.entry("number", "999999"));

  private Addresses() {}

  static String own(Operation operation, Office office) {
    return filled(operation.path(), operation, office.objects());
  }

  static String foreign(Operation operation) {
    return filled(operation.path(), operation, FOREIGN);
  }

  private static String filled(String path, Operation operation, Map<String, String> values) {
    String filled = path;
    for (String variable : operation.variables()) {
      String value =
          values.getOrDefault(
              kind(path) + "." + variable,
              values.getOrDefault(variable, FOREIGN.getOrDefault(variable, "0")));
      // A path of several parts stays one.
      String part = variable.equals("path") ? value : encoded(value);
      filled = filled.replaceAll("\\{" + variable + "(:[^}]*)?\\}", part);
    }
    return filled;
  }

  /** What {@code id} means depends on whose it is: {@code subjects.id}. */
  private static String kind(String path) {
    String[] parts = path.split("/", -1);
    return parts.length > 4 ? parts[4] : "";
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
