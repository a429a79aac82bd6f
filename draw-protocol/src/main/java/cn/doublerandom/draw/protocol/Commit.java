package cn.doublerandom.draw.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is fixed and published before any entropy exists (protocol §3).
 *
 * @param drawId bureau-plan-task-round
 * @param round of the task, from 1 without gaps
 * @param seal present in sealed mode
 * @param executeBy UTC, {@code YYYY-MM-DDThh:mm:ssZ}
 * @param slots two to sixteen, one per team member: the tags that member must hold
 */
public record Commit(
    String drawId,
    String planId,
    String taskId,
    int round,
    Optional<Seal> seal,
    String rulePack,
    String executeBy,
    Stage stage,
    Roots roots,
    List<List<String>> slots,
    Entropy.Promise entropy) {
  public static final String PROTOCOL = "double-random/1";

  public Commit {
    slots = slots.stream().map(List::copyOf).toList();
  }

  /**
   * Sealed mode: who is drawn stays unknown until opening.
   *
   * @param vrfKey Ed25519 point, 64 hex digits
   * @param openBy UTC
   */
  public record Seal(String vrfKey, String openBy) {}

  /** Merkle roots and sizes of the lists every stage has. */
  public record Roots(
      String inspectorRoot, int inspectorCount, String recusalRoot, int recusalCount) {
    public static Roots of(FrozenLists lists) {
      return new Roots(
          Hashes.merkleRoot(lists.inspectorsJson()),
          lists.inspectors().size(),
          Hashes.merkleRoot(lists.recusalsJson()),
          lists.recusals().size());
    }
  }

  /** What is drawn. */
  public sealed interface Stage {
    /** Subjects and teams. {@code alternates}: how many per stratum stand by. */
    record Whole(
        String frameRoot,
        int frameSize,
        List<Stratum> strata,
        Optional<Floor> floor,
        int alternates)
        implements Stage {
      public Whole {
        strata = List.copyOf(strata);
      }
    }

    /**
     * Teams alone, for the selection of an infeasible draw.
     *
     * @param continues resultHash of that draw
     */
    record TeamsOnly(String continues) implements Stage {}
  }

  /**
   * A class of subjects with a rate of its own (差异化抽查).
   *
   * @param num numerator of the rate, 0..den
   * @param den denominator, at least 1
   */
  public record Stratum(String name, int num, int den) {
    Map<String, Object> json() {
      return Map.of("name", name, "num", num, "den", den);
    }
  }

  /**
   * The legal least (年度抽查企业占比不低于 3%).
   *
   * @param alreadyCovered subjects of the frame inspected this year
   */
  public record Floor(int num, int den, int alreadyCovered) {
    Map<String, Object> json() {
      return Map.of("num", num, "den", den, "alreadyCovered", alreadyCovered);
    }
  }

  public String hash() {
    return Hashes.ofJson("commit", json());
  }

  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("protocol", PROTOCOL);
    json.put("drawId", drawId);
    json.put("planId", planId);
    json.put("taskId", taskId);
    json.put("round", round);
    json.put("mode", seal.isPresent() ? "sealed" : "open");
    seal.ifPresent(s -> json.putAll(Map.of("vrfKey", s.vrfKey, "openBy", s.openBy)));
    json.put("rulePack", rulePack);
    json.put("executeBy", executeBy);
    switch (stage) {
      case Stage.Whole whole -> {
        json.put("stage", "draw");
        json.put("frameRoot", whole.frameRoot);
        json.put("frameSize", whole.frameSize);
        json.put("strata", whole.strata.stream().map(Stratum::json).toList());
        whole.floor.ifPresent(floor -> json.put("floor", floor.json()));
        json.put("alternates", whole.alternates);
      }
      case Stage.TeamsOnly teams -> {
        json.put("stage", "teams");
        json.put("continues", teams.continues);
      }
    }
    json.put("inspectorRoot", roots.inspectorRoot);
    json.put("inspectorCount", roots.inspectorCount);
    json.put("recusalRoot", roots.recusalRoot);
    json.put("recusalCount", roots.recusalCount);
    json.put("slots", slots);
    json.put("entropy", entropy.json());
    return json;
  }

  public static Commit of(Map<?, ?> json) {
    Members m = Members.of(json);
    return new Commit(
        m.text("drawId"),
        m.text("planId"),
        m.text("taskId"),
        m.count("round"),
        m.text("mode").equals("sealed")
            ? Optional.of(new Seal(m.text("vrfKey"), m.text("openBy")))
            : Optional.empty(),
        m.text("rulePack"),
        m.text("executeBy"),
        m.text("stage").equals("teams") ? new Stage.TeamsOnly(m.text("continues")) : whole(m),
        new Roots(
            m.text("inspectorRoot"),
            m.count("inspectorCount"),
            m.text("recusalRoot"),
            m.count("recusalCount")),
        m.list("slots", slot -> ((List<?>) slot).stream().map(String.class::cast).toList()),
        Entropy.Promise.of(m.object("entropy").json()));
  }

  private static Stage whole(Members m) {
    return new Stage.Whole(
        m.text("frameRoot"),
        m.count("frameSize"),
        m.objects("strata", s -> new Stratum(s.text("name"), s.count("num"), s.count("den"))),
        m.has("floor") ? Optional.of(floor(m.object("floor"))) : Optional.empty(),
        m.count("alternates"));
  }

  private static Floor floor(Members m) {
    return new Floor(m.count("num"), m.count("den"), m.count("alreadyCovered"));
  }
}
