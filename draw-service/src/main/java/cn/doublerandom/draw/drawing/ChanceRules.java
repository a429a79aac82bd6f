package cn.doublerandom.draw.drawing;

import java.util.List;
import java.util.Set;

/**
 * What the rule packs say, on the day of a commit, of where chance may come from.
 *
 * @param kinds of entropy a task may use
 * @param keyItemKinds kinds it may use where a 重点 item is inspected
 * @param lotteries the public lotteries they pin
 * @param witnesses of a ceremony
 */
public record ChanceRules(
    Set<Kind> kinds, Set<Kind> keyItemKinds, List<PublicLottery> lotteries, WitnessRule witnesses) {
  public ChanceRules {
    kinds = Set.copyOf(kinds);
    keyItemKinds = Set.copyOf(keyItemKinds);
    lotteries = List.copyOf(lotteries);
  }

  /** Where chance comes from (protocol §4). */
  public enum Kind {
    CEREMONY,
    LOTTERY,
    DRAND
  }

  /** What may be used for what was frozen. */
  Set<Kind> allowed(FrozenFrame frame) {
    return frame.items().stream().anyMatch(FrozenFrame.Item::isKey) ? keyItemKinds : kinds;
  }
}
