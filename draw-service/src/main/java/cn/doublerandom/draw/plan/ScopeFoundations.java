package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether what the scopes of a plan name is known to the registers: a label or field with a slip of
 * the pen would give an empty frame in the month of the draw.
 */
public final class ScopeFoundations {
  private ScopeFoundations() {}

  /**
   * What is not founded, in words, by task.
   *
   * @param scopes by task
   * @param subjects all the registry told of
   * @param items all the registry told of
   */
  public static List<String> missing(
      Map<String, TaskScope> scopes, List<KnownSubject> subjects, List<KnownItem> items) {
    return byTask(scopes, subjects, items).values().stream().flatMap(List::stream).toList();
  }

  /** The same by task; a task that is founded is left out. */
  public static SortedMap<String, List<String>> byTask(
      Map<String, TaskScope> scopes, List<KnownSubject> subjects, List<KnownItem> items) {
    Set<String> labels =
        subjects.stream().flatMap(s -> s.labels().stream()).collect(Collectors.toSet());
    Set<String> fields =
        items.stream().filter(KnownItem::claimed).map(KnownItem::field).collect(Collectors.toSet());
    SortedMap<String, List<String>> all = new TreeMap<>();
    scopes.forEach((task, scope) -> {
      List<String> missing = new ArrayList<>();
      scope.labels().stream()
          .filter(label -> !labels.contains(label))
          .forEach(label -> missing.add("任务 %s：名录库中没有标签“%s”。".formatted(task, label)));
      scope.itemFields().stream()
          .filter(field -> !fields.contains(field))
          .forEach(field -> missing.add("任务 %s：没有已认领的“%s”领域事项。".formatted(task, field)));
      if (subjects.stream()
          .filter(s -> s.status().equals("ACTIVE"))
          .noneMatch(s -> scope.covers(s.kind(), s.labels()))) {
        missing.add("任务 %s：范围内没有存续的检查对象。".formatted(task));
      }
      if (!missing.isEmpty()) {
        all.put(task, missing);
      }
    });
    return all;
  }
}
