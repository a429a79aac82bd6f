package cn.doublerandom.draw.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a draw gives (protocol §8).
 *
 * @param vrfProof sealed mode: 160 hex digits
 * @param drawn absent where only teams were drawn
 * @param selected ids ascending
 * @param teams in the order of selected; empty where infeasible
 */
public record DrawResult(
    String commitHash,
    Entropy.Reveal entropy,
    Optional<String> vrfProof,
    Seed seed,
    Optional<Drawn> drawn,
    List<String> selected,
    List<Team> teams,
    Optional<Infeasible> infeasible) {

  /** Present where subjects were drawn, absent where only teams were. */
  public record Drawn(List<Allocation> allocation, List<Alternates> alternates) {}

  /**
   * How a stratum's number came about.
   *
   * @param expected exact rational {@code n/d} in lowest terms
   */
  public record Allocation(String stratum, int inScope, int eligible, String expected, int drawn) {
    Map<String, Object> json() {
      return Map.of(
          "stratum", stratum,
          "inScope", inScope,
          "eligible", eligible,
          "expected", expected,
          "drawn", drawn);
    }
  }

  public record Alternates(String stratum, List<String> ids) {
    Map<String, Object> json() {
      return Map.of("stratum", stratum, "ids", ids);
    }
  }

  public record Team(String subject, List<String> inspectors) {
    Map<String, Object> json() {
      return Map.of("subject", subject, "inspectors", inspectors);
    }
  }

  /**
   * Why no teams: these slots together cannot be filled.
   *
   * @param missing how many people are lacking
   */
  public record Infeasible(int missing, List<Slot> slots) {
    Map<String, Object> json() {
      return Map.of("missing", missing, "slots", slots.stream().map(Slot::json).toList());
    }
  }

  /**
   * @param slot index into the commit's slots, from 0
   */
  public record Slot(String subject, int slot) {
    Map<String, Object> json() {
      return Map.of("subject", subject, "slot", slot);
    }
  }

  public String hash() {
    return Hashes.ofJson("result", json());
  }

  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("commitHash", commitHash);
    json.put("entropy", entropy.json());
    vrfProof.ifPresent(proof -> json.put("vrfProof", proof));
    json.put("seed", seed.hex());
    drawn.ifPresent(d -> {
      json.put("allocation", d.allocation.stream().map(Allocation::json).toList());
      json.put("alternates", d.alternates.stream().map(Alternates::json).toList());
    });
    json.put("selected", selected);
    json.put("teams", teams.stream().map(Team::json).toList());
    infeasible.ifPresent(i -> json.put("infeasible", i.json()));
    return json;
  }

  public static DrawResult of(Map<?, ?> json) {
    Members m = Members.of(json);
    return new DrawResult(
        m.text("commitHash"),
        Entropy.Reveal.of(m.object("entropy").json()),
        m.has("vrfProof") ? Optional.of(m.text("vrfProof")) : Optional.empty(),
        new Seed(m.text("seed")),
        m.has("allocation") ? Optional.of(drawn(m)) : Optional.empty(),
        m.texts("selected"),
        m.objects("teams", t -> new Team(t.text("subject"), t.texts("inspectors"))),
        m.has("infeasible") ? Optional.of(infeasible(m.object("infeasible"))) : Optional.empty());
  }

  private static Drawn drawn(Members m) {
    return new Drawn(
        m.objects(
            "allocation",
            a ->
                new Allocation(
                    a.text("stratum"),
                    a.count("inScope"),
                    a.count("eligible"),
                    a.text("expected"),
                    a.count("drawn"))),
        m.objects("alternates", a -> new Alternates(a.text("stratum"), a.texts("ids"))));
  }

  private static Infeasible infeasible(Members m) {
    return new Infeasible(
        m.count("missing"), m.objects("slots", s -> new Slot(s.text("subject"), s.count("slot"))));
  }
}
