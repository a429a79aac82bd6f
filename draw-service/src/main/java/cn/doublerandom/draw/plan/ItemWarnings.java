package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells a plan that its items were given back, or left the catalogue, since its scopes were
 * decided.
 */
public final class ItemWarnings {
  private ItemWarnings() {}

  /**
   * What is wrong with the items of each task, by task and code.
   *
   * @param scopes by task
   * @param items all the registry ever told, claimed or not
   */
  public static List<PlanWarning> of(Map<String, TaskScope> scopes, List<KnownItem> items) {
    List<KnownItem> sorted = items.stream().sorted(Comparator.comparing(KnownItem::code)).toList();
    List<PlanWarning> warnings = new ArrayList<>();
    new TreeMap<>(scopes)
        .forEach((task, scope) ->
            scope.itemFields().forEach(field -> warn(warnings, task, field, sorted)));
    return warnings;
  }

  private static void warn(
      List<PlanWarning> warnings, String task, String field, List<KnownItem> items) {
    List<KnownItem> ofField = items.stream().filter(i -> i.field().equals(field)).toList();
    ofField.stream()
        .filter(item -> !item.claimed())
        .forEach(item ->
            warnings.add(
                new PlanWarning(
                    "ITEM_RELEASED",
                    "任务 %s：事项 %s“%s”已不再由本单位认领，抽取时不会检查。"
                        .formatted(task, item.code(), item.name()))));
    if (ofField.stream().noneMatch(KnownItem::claimed)) {
      warnings.add(
          new PlanWarning(
              "FIELD_WITHOUT_ITEMS", "任务 %s：领域“%s”没有已认领的事项，无法抽取。".formatted(task, field)));
    }
  }
}
