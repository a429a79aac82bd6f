package cn.doublerandom.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Addresses with one thing wrong in each, made of the shape of one that is right. */
final class StrangeAddresses {
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9]+)}");

  /** What nobody has, by the shape its ids have. */
  private static final Map<String, String> UNKNOWN =
      Map.ofEntries(
          Map.entry("planKey", "130534-2019"),
          Map.entry("programmeId", "130534-2019001-001-9"),
          Map.entry("bulletinId", "130534-2019-99"),
          Map.entry("drawId", "130534-2019001-001-9"),
          Map.entry("resultId", "130534-2019001-001-9-91130534MA0023063G"),
          Map.entry("result", "130534-2019001-001-9-91130534MA0023063G"),
          Map.entry("visit", "130534-2019001-001-9-91130534MA0023063G"),
          Map.entry("task", "130534-2019001-001"),
          Map.entry("code", "7KM3Q-X2345"),
          Map.entry("secret", "7KM3QX2345"),
          Map.entry("number", "9"),
          Map.entry("id", "L-2019-9"),
          Map.entry("day", "2019-01-01"),
          Map.entry("file", "firms.csv"),
          Map.entry("year", "2016"),
          Map.entry("name", "nobody.css"),
          Map.entry("path", "0/999"));

  /** Ids in no shape an id has; what is refused before any route is met stands in no walk. */
  private static final List<String> MALFORMED =
      List.of(
          "-",
          "%20",
          "x%20y",
          "'%20OR%201=1--",
          "%3Cscript%3E",
          "%E2%80%AE130534",
          "%EF%BB%BF1",
          "%F0%9F%98%80",
          "e%CC%81",
          "%01",
          "%0A",
          "%ED%A0%80",
          "%FF",
          "a".repeat(300),
          "%E5%BC%A0".repeat(200));

  private static final Map<String, List<String>> OF_A_KIND =
      Map.of(
          "integer",
          List.of("0", "-1", "9999", "abc", "1.5", "20a3", "9".repeat(30), "%E4%BA%8C", ""),
          "date",
          List.of("2023-02-30", "2023-3-1", "20230301", "0000-00-00", "9999-12-31", "today", ""));

  /** Numbers of a ledger or of a page of a list, of which some are no mistake. */
  private static final Pattern COUNTED =
      Pattern.compile("updatedSince|version|part|from|to|limit|seq|size");

  private StrangeAddresses() {}

  /**
   * An address with one thing wrong in it.
   *
   * @param field by which a refusal has to call it
   * @param isUnknown whether nothing is wrong but that it is not there
   */
  record Asked(String address, String field, boolean isUnknown) {}

  static String filled(String shape, String but, String with) {
    return PLACE
        .matcher(shape)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                found.group(1).equals(but)
                    ? with
                    : UNKNOWN.getOrDefault(found.group(1), found.group(1))));
  }

  /** Each place of an address with each bad value in its turn. */
  static List<Asked> badPlaces(String shape, Map<String, String> kinds) {
    List<Asked> all = new ArrayList<>();
    Matcher place = PLACE.matcher(shape);
    while (place.find()) {
      String name = place.group(1);
      String kind = kinds.getOrDefault(name, "");
      Stream.concat(MALFORMED.stream(), OF_A_KIND.getOrDefault(kind, List.of()).stream())
          .filter(Predicate.not(String::isEmpty))
          .forEach(bad -> all.add(new Asked(filled(shape, name, bad), name, false)));
    }
    // Of a year there may be nothing, which is an answer.
    if (shape.replace("{year}", "").contains("{")) {
      all.add(new Asked(filled(shape, "", ""), "", true));
    }
    return all;
  }

  static List<Asked> badParameters(String shape, Map<String, String> kinds) {
    String address = filled(shape, "", "");
    List<Asked> all = new ArrayList<>();
    all.add(new Asked(address + "?nobody=knows", "nobody", false));
    kinds.forEach((name, kind) -> {
      List<String> bad = new ArrayList<>(OF_A_KIND.getOrDefault(kind, List.of()));
      if (name.equals("after")) {
        bad.addAll(List.of("garbage", "AAAA", "a".repeat(500)));
      } else if (name.equals("bureau") || name.equals("lang")) {
        bad.addAll(List.of("nobody", "%E6%B8%85%E6%B2%B3", "130534x"));
      }
      bad.add("%00");
      bad.removeIf(value -> COUNTED.matcher(name).matches() && value.matches("0|9999|"));
      bad.forEach(value -> all.add(new Asked(address + "?" + name + "=" + value, name, false)));
    });
    return all;
  }

  static Map<String, String> kinds(JsonNode operation, String in) {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asText().equals(in)) {
        JsonNode schema = parameter.path("schema");
        boolean isDay =
            schema.path("$ref").asText().endsWith("LocalDate")
                || schema.path("format").asText().equals("date");
        kinds.put(parameter.path("name").asText(), isDay ? "date" : schema.path("type").asText());
      }
    }
    return kinds;
  }
}
