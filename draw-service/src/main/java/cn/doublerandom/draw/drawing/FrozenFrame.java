package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.FrozenLists;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything that can no longer change once a draw begins (名单, phase Freeze).
 *
 * @param drawId region-plan-task-round
 * @param round from 1 without gaps
 * @param rulePack version of the rules used
 * @param rateNum numerator of 抽查比例
 * @param rateDen denominator
 * @param slots tags each team member must hold
 * @param alternates how many stand by per stratum
 * @param items what will be inspected
 * @param checkFrom first day of the visits
 * @param checkTo last day of the visits
 */
public record FrozenFrame(
    String drawId,
    String planId,
    String taskId,
    int round,
    String rulePack,
    int rateNum,
    int rateDen,
    FrozenLists lists,
    List<List<String>> slots,
    int alternates,
    List<Item> items,
    LocalDate checkFrom,
    LocalDate checkTo) {
  public FrozenFrame {
    slots = slots.stream().map(List::copyOf).toList();
    items = List.copyOf(items);
  }

  /** One frozen inspection item. */
  public record Item(String code, String name) {}
}
