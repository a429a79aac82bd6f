package cn.doublerandom.draw.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 抽查比例（数量）: how many are to be inspected, as the plan says it. */
public sealed interface Quota {
  record Percent(Share share) implements Quota {}

  /** 不低于. */
  record PercentMin(Share least) implements Quota {}

  /** 不超过. */
  record PercentMax(Share most) implements Quota {}

  record PercentRange(Share from, Share to) implements Quota {}

  /**
   * So many subjects.
   *
   * @param count 1 to 1,000,000
   */
  record Count(int count) implements Quota {}

  record CountRange(int from, int to) implements Quota {}

  /** Both are written; the count binds. */
  record CountAndPercent(int count, Share share) implements Quota {}

  /** A share of its own for each class of subjects. */
  record Tiered(List<Tier> tiers) implements Quota {
    public Tiered {
      tiers = List.copyOf(tiers);
    }
  }

  /**
   * One class.
   *
   * @param stratum its name as written
   */
  record Tier(String stratum, Share share) {}

  /** So many subjects for so many inspectors (1:5). */
  record StaffRatio(int inspectors, int subjects) implements Quota {}

  /** Everybody. */
  record Census() implements Quota {}

  /** Nothing anybody could draw by: blocks the draw until a person decides. */
  record Unspecified() implements Quota {}

  /** The name of its kind, as programs know it. */
  default String kind() {
    return switch (this) {
      case Percent p -> "PERCENT";
      case PercentMin p -> "PERCENT_MIN";
      case PercentMax p -> "PERCENT_MAX";
      case PercentRange p -> "PERCENT_RANGE";
      case Count c -> "COUNT";
      case CountRange c -> "COUNT_RANGE";
      case CountAndPercent c -> "COUNT_AND_PERCENT";
      case Tiered t -> "TIERED";
      case StaffRatio s -> "STAFF_RATIO";
      case Census c -> "CENSUS";
      case Unspecified u -> "UNSPECIFIED";
    };
  }

  /** Flat members beside {@code kind}: percent, percentTo, count, countTo, tiers, …. */
  default Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", kind());
    json.putAll(
        switch (this) {
          case Percent(var share) -> Map.of("percent", share.toString());
          case PercentMin(var least) -> Map.of("percent", least.toString());
          case PercentMax(var most) -> Map.of("percent", most.toString());
          case PercentRange(var from, var to) ->
              two("percent", from.toString(), "percentTo", to.toString());
          case Count(int count) -> Map.of("count", count);
          case CountRange(int from, int to) -> two("count", from, "countTo", to);
          case CountAndPercent(int count, var share) ->
              two("count", count, "percent", share.toString());
          case Tiered(var tiers) ->
              Map.of(
                  "tiers",
                  tiers.stream()
                      .map(t -> two("stratum", t.stratum, "percent", t.share.toString()))
                      .toList());
          case StaffRatio(int inspectors, int subjects) ->
              two("inspectors", inspectors, "subjects", subjects);
          case Census c -> Map.of("percent", Share.WHOLE.toString());
          case Unspecified u -> Map.of();
        });
    return json;
  }

  /** In this order at every start of every machine. */
  private static Map<String, Object> two(String first, Object a, String second, Object b) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(first, a);
    members.put(second, b);
    return members;
  }

  /**
   * The quota of its flat members.
   *
   * @throws IllegalArgumentException where a member is missing or the kind is unknown
   */
  static Quota of(Map<?, ?> json) {
    return switch (text(json, "kind")) {
      case "PERCENT" -> new Percent(share(json, "percent"));
      case "PERCENT_MIN" -> new PercentMin(share(json, "percent"));
      case "PERCENT_MAX" -> new PercentMax(share(json, "percent"));
      case "PERCENT_RANGE" -> new PercentRange(share(json, "percent"), share(json, "percentTo"));
      case "COUNT" -> new Count(number(json, "count"));
      case "COUNT_RANGE" -> new CountRange(number(json, "count"), number(json, "countTo"));
      case "COUNT_AND_PERCENT" ->
          new CountAndPercent(number(json, "count"), share(json, "percent"));
      case "TIERED" ->
          new Tiered(
              ((List<?>) member(json, "tiers"))
                  .stream()
                      .map(t -> (Map<?, ?>) t)
                      .map(t -> new Tier(text(t, "stratum"), share(t, "percent")))
                      .toList());
      case "STAFF_RATIO" -> new StaffRatio(number(json, "inspectors"), number(json, "subjects"));
      case "CENSUS" -> new Census();
      case "UNSPECIFIED" -> new Unspecified();
      default -> throw new IllegalArgumentException("unknown kind of quota: " + json.get("kind"));
    };
  }

  private static Object member(Map<?, ?> json, String name) {
    Object member = json.get(name);
    if (member == null) {
      throw new IllegalArgumentException("a quota lacks " + name);
    }
    return member;
  }

  private static String text(Map<?, ?> json, String name) {
    return (String) member(json, name);
  }

  private static Share share(Map<?, ?> json, String name) {
    return Share.of(text(json, name));
  }

  private static int number(Map<?, ?> json, String name) {
    return ((Number) member(json, name)).intValue();
  }
}
