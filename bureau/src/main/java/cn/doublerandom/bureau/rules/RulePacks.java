package cn.doublerandom.bureau.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All packs that shipped.
 *
 * @param packs ascending by the day they took effect
 */
public record RulePacks(List<RulePack> packs) {
  public RulePacks {
    packs = packs.stream().sorted(Comparator.comparing(RulePack::effectiveFrom)).toList();
  }

  public Optional<RulePack> find(String id) {
    return packs.stream().filter(pack -> pack.id().equals(id)).findFirst();
  }

  /**
   * What is practised: the rules as they stand once the last of these packs took effect, as if they
   * had been in force ever since. Who learns on a day of another year learns what is asked of him
   * when he works.
   */
  public RulePacks practised() {
    return packs.isEmpty() ? this : practised(packs.getLast().effectiveFrom());
  }

  private RulePacks practised(LocalDate last) {
    return new RulePacks(
        packs.stream().filter(pack -> pack.isInForce(last)).map(RulePack::everInForce).toList());
  }

  /** A rule and the pack that says it. */
  public record InForce(String pack, RulePack.Rule rule) {}

  /**
   * The rules of a day: of each key the one that took effect last. A rule still to be set does not
   * replace one that says something.
   */
  public Map<RuleKey, InForce> on(LocalDate day) {
    Map<RuleKey, InForce> rules = new EnumMap<>(RuleKey.class);
    for (RulePack pack : packs) {
      if (pack.isInForce(day)) {
        for (RulePack.Rule rule : pack.rules()) {
          boolean saysNothing = rule.value() instanceof RuleValue.ToBeSet;
          if (!saysNothing || !rules.containsKey(rule.key())) {
            rules.put(rule.key(), new InForce(pack.id(), rule));
          }
        }
      }
    }
    return rules;
  }

  /**
   * One difference.
   *
   * @param before empty where the first pack has no such rule
   * @param after empty where the second has none
   */
  public record Difference(
      RuleKey key, Optional<RulePack.Rule> before, Optional<RulePack.Rule> after) {}

  /** What differs from one pack to another, by key. */
  public static List<Difference> between(RulePack before, RulePack after) {
    List<Difference> differences = new ArrayList<>();
    for (RuleKey key : RuleKey.values()) {
      if (!before.rule(key).equals(after.rule(key))) {
        differences.add(new Difference(key, before.rule(key), after.rule(key)));
      }
    }
    return differences;
  }
}
