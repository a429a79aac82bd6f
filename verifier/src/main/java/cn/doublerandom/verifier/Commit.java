package cn.doublerandom.verifier;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The commit of protocol §3, shape and limits checked; {@code raw} is what is hashed. */
record Commit(
    Object raw,
    boolean teamsOnly,
    String planId,
    String taskId,
    String region,
    long round,
    boolean sealed,
    String executeBy,
    String vrfKey,
    String frameRoot,
    long frameSize,
    String inspectorRoot,
    long inspectorCount,
    String recusalRoot,
    long recusalCount,
    List<Stratum> strata,
    Floor floor,
    List<List<String>> slots,
    long alternates,
    String continues,
    Entropy.Committed entropy) {

  record Stratum(String name, long num, long den) {}

  /** Absent floor is null. */
  record Floor(long num, long den, long alreadyCovered) {}

  String drawId() {
    return region + "-" + planId + "-" + taskId + "-" + round;
  }

  static Commit read(Object raw, String path) {
    Fields f = Fields.of(raw, path);
    Object protocol = f.take("protocol");
    f.must("double-random/1".equals(protocol), "protocol", "must be double-random/1");
    String stage = f.text("stage");
    f.must(Set.of("draw", "teams").contains(stage), "stage", "must be draw or teams");
    boolean teamsOnly = stage.equals("teams");
    String mode = f.text("mode");
    f.must(Set.of("open", "sealed").contains(mode), "mode", "must be open or sealed");
    boolean sealed = mode.equals("sealed");
    String plan = f.id("planId");
    String task = f.id("taskId");
    long round = f.number("round", 1, Fields.MILLION);
    String region = region(f, plan, task, round);
    String executeBy = f.time("executeBy");
    String vrfKey = sealed ? f.hex("vrfKey", 32) : null;
    if (sealed) {
      f.must(executeBy.compareTo(f.time("openBy")) < 0, "openBy", "must be after executeBy");
    }
    f.filled("rulePack");
    List<Stratum> strata = teamsOnly ? List.of() : strata(f);
    Floor floor = !teamsOnly && f.has("floor") ? floor(f.object("floor")) : null;
    f.must(
        floor == null || strata.stream().allMatch(s -> s.num > 0),
        "strata",
        "must all have a rate above 0 beside a floor");
    var commit =
        new Commit(
            raw,
            teamsOnly,
            plan,
            task,
            region,
            round,
            sealed,
            executeBy,
            vrfKey,
            teamsOnly ? null : f.hex("frameRoot", 32),
            teamsOnly ? 0 : f.number("frameSize", 0, Long.MAX_VALUE),
            f.hex("inspectorRoot", 32),
            f.number("inspectorCount", 0, Long.MAX_VALUE),
            f.hex("recusalRoot", 32),
            f.number("recusalCount", 0, Long.MAX_VALUE),
            strata,
            floor,
            slots(f),
            teamsOnly ? 0 : f.number("alternates", 0, Fields.MILLION),
            teamsOnly ? f.hex("continues", 32) : null,
            Entropy.Committed.read(f.object("entropy")));
    f.end();
    return commit;
  }

  private static String region(Fields f, String plan, String task, long round) {
    String drawId = f.filled("drawId");
    String tail = "-" + plan + "-" + task + "-" + round;
    f.must(
        drawId.endsWith(tail) && drawId.length() > tail.length(),
        "drawId",
        "must be region" + tail);
    return drawId.substring(0, drawId.length() - tail.length());
  }

  private static List<Stratum> strata(Fields f) {
    List<Stratum> strata =
        f.objects(
            "strata",
            (s, i) -> {
              String name = s.id("name");
              long den = s.number("den", 1, Fields.MILLION);
              return new Stratum(name, s.number("num", 0, den), den);
            });
    f.must(!strata.isEmpty(), "strata", "must not be empty");
    Set<String> names = new HashSet<>();
    long multiple = 1;
    for (Stratum stratum : strata) {
      f.must(names.add(stratum.name), "strata", "must have distinct names");
      long a = multiple;
      long b = stratum.den;
      while (b != 0) {
        long rest = a % b;
        a = b;
        b = rest;
      }
      multiple = multiple / a * stratum.den;
      f.must(multiple <= Fields.MILLION, "strata", "must have a common denominator <= 10^6");
    }
    return strata;
  }

  private static Floor floor(Fields f) {
    long den = f.number("den", 1, Fields.MILLION);
    var floor =
        new Floor(f.number("num", 0, den), den, f.number("alreadyCovered", 0, Long.MAX_VALUE));
    f.end();
    return floor;
  }

  private static List<List<String>> slots(Fields f) {
    List<?> raw = f.list("slots");
    f.must(raw.size() >= 2 && raw.size() <= 16, "slots", "must be two to sixteen");
    for (Object slot : raw) {
      f.must(
          slot instanceof List<?> tags
              && tags.stream().allMatch(t -> t instanceof String tag && Fields.isId(tag)),
          "slots",
          "must hold arrays of tags");
    }
    return raw.stream()
        .map(slot -> ((List<?>) slot).stream().map(String.class::cast).toList())
        .toList();
  }
}
